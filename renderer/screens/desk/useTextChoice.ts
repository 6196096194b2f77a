import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '../../../review/model/index.ts';
import { nextStep } from './wordSteps.ts';

/** A cursor walked by keys through the pieces on the screen: from `anchor` to `focus`, in UTF-16 units of the piece. */
interface Cursor {
  readonly piece: number;
  readonly anchor: number;
  readonly focus: number;
}

const SHOWN = '[role="tabpanel"]:not([hidden]) [data-piece]';
const HIGHLIGHT = 'xianshen-choice';
const textOf = (element: Element): Text | undefined => (element.firstChild instanceof Text ? element.firstChild : undefined);
const pieces = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(SHOWN)].filter((element) => textOf(element));
const elementOf = (piece: number): HTMLElement | undefined =>
  document.querySelector<HTMLElement>(`${SHOWN.replace('[data-piece]', '')}[data-piece="${piece}"]`) ?? undefined;

/** Text chosen with the mouse: a span, 'many' when it reaches over several pieces, undefined when nothing is chosen. */
export function chosenByMouse(): Span | 'many' | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const owner = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-piece]');
  const element = owner(range.startContainer);
  if (!element && !owner(range.endContainer)) return undefined;
  const node = element && textOf(element);
  if (!element || !node || range.startContainer !== node) return 'many';
  // A triple click ends before the first character of the next piece: all of this one is meant.
  const overEnd = range.endContainer !== node;
  if (overEnd && range.endOffset > 0) return 'many';
  const end = overEnd ? node.length : range.endOffset;
  const text = node.data.slice(range.startOffset, end);
  if (text.trim() === '') return undefined;
  return { piece: Number(element.dataset.piece), start: range.startOffset, end, text };
}

function spanOf(cursor: Cursor | undefined): Span | undefined {
  const node = cursor && elementOf(cursor.piece)?.firstChild;
  if (!cursor || !(node instanceof Text)) return undefined;
  const start = Math.min(cursor.anchor, cursor.focus);
  const end = Math.max(cursor.anchor, cursor.focus);
  return { piece: cursor.piece, start, end, text: node.data.slice(start, end) };
}

/** The character under a cursor that has chosen nothing yet, so that it can be seen. */
function drawn(cursor: Cursor): StaticRange | undefined {
  const node = elementOf(cursor.piece)?.firstChild;
  if (!(node instanceof Text)) return undefined;
  const start = Math.min(cursor.anchor, cursor.focus, node.length - 1);
  const end = Math.max(cursor.anchor, cursor.focus);
  return new StaticRange({
    startContainer: node,
    startOffset: start,
    endContainer: node,
    endOffset: end > start ? end : nextStep(node.data, start, true, false),
  });
}

function moved(cursor: Cursor, { code, shiftKey, ctrlKey }: KeyboardEvent): Cursor | undefined {
  const element = elementOf(cursor.piece);
  const text = (element && textOf(element)?.data) ?? '';
  const to = (focus: number): Cursor => ({ piece: cursor.piece, anchor: shiftKey ? cursor.anchor : focus, focus });
  if (code === 'ArrowRight' || code === 'ArrowLeft') return to(nextStep(text, cursor.focus, code === 'ArrowRight', ctrlKey));
  if (code === 'Home') return to(0);
  if (code === 'End') return to(text.length);
  if (code !== 'ArrowDown' && code !== 'ArrowUp') return undefined;
  const all = pieces();
  const place = (element ? all.indexOf(element) : -1) + (code === 'ArrowDown' ? 1 : -1);
  const piece = Number(all[Math.max(0, Math.min(place, all.length - 1))]?.dataset.piece ?? cursor.piece);
  return { piece, anchor: 0, focus: 0 };
}

/**
 * Choosing text in the page by mouse or by keys. While the cursor is out, arrows, Enter and Esc are its own; the text itself is
 * only painted, so nothing of the page is drawn anew.
 */
export function useTextChoice(onTake: (span: Span) => void) {
  const [mouse, setMouse] = useState<Span | 'many'>();
  const [cursor, setCursor] = useState<Cursor>();
  const take = useRef(onTake);
  useLayoutEffect(() => {
    take.current = onTake;
  });
  useEffect(() => {
    const look = () => setMouse(chosenByMouse());
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  // Keys follow the cursor in the step that moves it: the next press may come before anything later.
  useLayoutEffect(() => {
    if (!cursor) return;
    const range = drawn(cursor);
    if (range) CSS.highlights.set(HIGHLIGHT, Object.assign(new Highlight(range), { priority: 20 }));
    elementOf(cursor.piece)?.scrollIntoView({ block: 'nearest' });
    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector('[data-modal]')) return;
      const span = spanOf(cursor);
      const next = moved(cursor, event);
      if (!next && event.code !== 'Escape' && !event.code.endsWith('Enter')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (next) setCursor(next);
      else if (event.code === 'Escape') setCursor(undefined);
      else if (span && span.text.trim() !== '') take.current(span);
    };
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      CSS.highlights.delete(HIGHLIGHT);
    };
  }, [cursor]);
  return {
    mouse,
    walking: cursor !== undefined,
    span: cursor ? spanOf(cursor) : mouse === 'many' ? undefined : mouse,
    /** Puts the cursor at the beginning of a piece that is on the screen, else of the first one; false when there is no text. */
    walk(from: { readonly piece: number; readonly start: number } | undefined): boolean {
      const there = from && elementOf(from.piece) ? from : undefined;
      const piece = there?.piece ?? Number(pieces()[0]?.dataset.piece ?? Number.NaN);
      if (Number.isNaN(piece)) return false;
      const start = there?.start ?? 0;
      setCursor({ piece, anchor: start, focus: start });
      return true;
    },
    end(): void {
      setCursor(undefined);
      getSelection()?.removeAllRanges();
    },
  };
}
