import type { Span } from '../../../review/model/index.ts';

const ALL = 'xianshen-hits';
const ONE = 'xianshen-hit';
/** Frames to wait for text that is still being drawn: a long draft arrives within two seconds. */
const MOST_FRAMES = 240;

const SHOWN = '[role="tabpanel"]:not([hidden])';
const elementOf = (piece: number): HTMLElement | null => document.querySelector(`${SHOWN} [data-piece="${piece}"]`);

function rangeOf({ piece, start, end }: Span): StaticRange | undefined {
  const node = elementOf(piece)?.firstChild;
  if (!(node instanceof Text) || end > node.length) return undefined;
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}

function bring(hit: Span): boolean {
  const element = elementOf(hit.piece);
  const fixed = rangeOf(hit);
  const frame = element?.closest<HTMLElement>('[role="tabpanel"]');
  if (!element || !fixed || !frame) return false;
  element.scrollIntoView({ block: 'nearest' });
  const range = document.createRange();
  range.setStart(fixed.startContainer, fixed.startOffset);
  range.setEnd(fixed.endContainer, fixed.endOffset);
  frame.scrollTop += range.getBoundingClientRect().top - frame.getBoundingClientRect().top - frame.clientHeight * 0.35;
  CSS.highlights.set(ONE, Object.assign(new Highlight(fixed), { priority: 31 }));
  return true;
}

/** Paints all hits that are on the screen, and brings one into sight as soon as its text is drawn. Returns the way to stop. */
export function showHits(hits: readonly Span[], current: Span | undefined): () => void {
  let frame = 0;
  let left = MOST_FRAMES;
  const step = () => {
    const there = !current || bring(current);
    left -= 1;
    if (there || left <= 0) {
      // Hits in the other tab have no text there to be painted on.
      const ranges = hits.flatMap((hit) => rangeOf(hit) ?? []);
      CSS.highlights.set(ALL, Object.assign(new Highlight(...ranges), { priority: 30 }));
    } else frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => {
    cancelAnimationFrame(frame);
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(ONE);
  };
}
