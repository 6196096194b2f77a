import type { Level } from '../../../review/model/index.ts';
import { neededByAny } from '../../engine/needed-text.ts';
import { PatternGate } from '../../engine/pattern-gate.ts';
import type { Candidate, Fact, Range, Recogniser, Scene } from '../../model.ts';

/**
 * One way of writing a fact. `pattern` needs the flags `d` and `g`; its group `value`, when there is one, is the span. All
 * quantifiers in patterns of this room are bounded, so that a line without a break costs linear time.
 */
export interface Form {
  readonly pattern: RegExp;
  /** Chinese name of the evidence this form gives. */
  readonly label: string;
  /** 0..1 */
  readonly confidence: number;
  readonly level?: Level;
  /** Must be found in the surroundings (same piece, `REACH` characters to each side). */
  readonly needs?: RegExp;
  /** Must be found in the window before the pattern runs at all: cheap words that every match holds. */
  readonly hint?: RegExp;
  /** Must not be found in the window the pattern ran on. */
  readonly unless?: RegExp;
  /** Words that lead to the value and are no part of it; cut off the front of the span. */
  readonly trim?: RegExp;
  /** Says no to a match that only looks like one. */
  readonly accept?: (scene: Scene, span: Range) => boolean;
}

export interface Grammar {
  readonly id: string;
  readonly anchors: readonly string[];
  /** How far a form may look: the clause, or the sentence round the anchor. */
  readonly window: 'clause' | 'sentence';
  readonly forms: readonly Form[];
}

/** How far surroundings reach inside a piece: two or three sentences of a report. */
const REACH = 220;

/** The part of the piece that lies round a range. */
export function surroundings(scene: Scene, range: Range): string {
  const piece = scene.pieceAt(range.start);
  return scene.text.slice(Math.max(piece.start, range.start - REACH), Math.min(piece.end, range.end + REACH));
}

/** What stands in the cells of the same table row and above them; empty outside tables. */
export function rowText(scene: Scene, offset: number): string {
  const piece = scene.pieceAt(offset);
  if (!piece.cell) return '';
  const cells = scene.row(piece).map((cell) => scene.text.slice(cell.start, cell.end));
  return [...cells, ...scene.headers(piece)].join(' ');
}

/** How much of the paragraph before belongs to the context. */
export const BEFORE_PIECE = 120;

/** Surroundings with what gives them their subject: row, title, heading and the end of the paragraph before. */
export function context(scene: Scene, range: Range): string {
  const piece = scene.pieceAt(range.start);
  const before = scene.text.slice(Math.max(0, piece.start - BEFORE_PIECE), piece.start);
  return [surroundings(scene, range), rowText(scene, range.start), scene.title(), scene.headingAbove(range.start), before].join(
    ' ',
  );
}

/** Spans of `pattern` inside `range`, as offsets of the scene. */
export function spansOf(scene: Scene, range: Range, pattern: RegExp): readonly Range[] {
  const text = scene.text.slice(range.start, range.end);
  const spans: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.value ?? match.indices?.[0] ?? [match.index, match.index + match[0].length];
    if (end > start) spans.push({ start: range.start + start, end: range.start + end });
  }
  return spans;
}

/** The same value for every spelling: blanks and list marks at the edges do not count. */
export const normalised = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** The span without what `lead` finds at its front. */
export function cutFront(scene: Scene, span: Range, lead: RegExp | undefined): Range {
  const front = lead?.exec(scene.text.slice(span.start, span.end))?.[0].length ?? 0;
  return front < span.end - span.start ? { start: span.start + front, end: span.end } : span;
}

export function candidate(scene: Scene, span: Range, confidence: number, evidence: readonly Fact[], level?: Level): Candidate {
  const value = normalised(scene.text.slice(span.start, span.end));
  return { ...span, value, confidence, evidence, ...(level ? { level } : {}) };
}

function readForm(scene: Scene, window: Range, form: Form): readonly Candidate[] {
  const text = scene.text.slice(window.start, window.end);
  if ((form.hint && !form.hint.test(text)) || form.unless?.test(text)) return [];
  return spansOf(scene, window, form.pattern)
    .map((span) => cutFront(scene, span, form.trim))
    .filter((span) => !form.needs || form.needs.test(context(scene, span)))
    .filter((span) => !form.accept || form.accept(scene, span))
    .map((span) => candidate(scene, span, form.confidence, [{ label: form.label, range: span }], form.level));
}

/** Sentences above this length have no end in sight; their windows are laid on a grid, so that neighbouring anchors share them. */
const ENDLESS = 380;
const GRID = 160;

/** The clause or sentence round an offset; in text without breaks one of a few windows that contain the offset and its neighbourhood. */
export function windowAt(scene: Scene, offset: number, kind: 'clause' | 'sentence'): Range {
  const cut = (at: number) => (kind === 'clause' ? scene.clause(at) : scene.sentence(at));
  const own = cut(offset);
  if (own.end - own.start < ENDLESS) return own;
  const start = scene.pieceAt(offset).start;
  return cut(start + Math.floor((offset - start) / GRID) * GRID);
}

const LONGEST_WINDOW = 1 << 20;

/** So many windows of an ordinary length are remembered: who asks again asks soon, and a draft has a hundred thousand sentences. */
const REMEMBERED = 64;

/**
 * Several anchors wake a recogniser in the same window; what it said there is kept, so that a sentence full of anchors is read once. Windows
 * in text without an end are kept for the life of the scene.
 */
export function oncePerWindow(read: (scene: Scene, window: Range) => readonly Candidate[]) {
  const kept = new WeakMap<Scene, Record<'recent' | 'endless', Map<number, readonly Candidate[]>>>();
  return (scene: Scene, window: Range): readonly Candidate[] => {
    let windows = kept.get(scene);
    if (!windows) {
      windows = { recent: new Map(), endless: new Map() };
      kept.set(scene, windows);
    }
    // Both ends in one number: a key of text for every sentence would cost more than most of what is read.
    const length = window.end - window.start;
    const key = window.start * LONGEST_WINDOW + length;
    const among = length < ENDLESS ? windows.recent : windows.endless;
    const known = among.get(key);
    if (known) return known;
    const found = read(scene, window);
    if (length < ENDLESS && among.size >= REMEMBERED) among.clear();
    among.set(key, found);
    return found;
  };
}

/** Every form of a grammar on one window. */
export function readForms(forms: readonly Form[]) {
  const gate = new PatternGate(forms, (form) => form.pattern);
  return oncePerWindow((scene, window) =>
    gate.open(scene.codes, window.start, window.end).flatMap((form) => readForm(scene, window, form)),
  );
}

/** A recogniser that tries every form of a grammar on the window round each anchor. */
export function grammarRecogniser(grammar: Grammar): Recogniser {
  const read = readForms(grammar.forms);
  const needs = neededByAny(grammar.forms.map(({ pattern }) => pattern));
  return {
    id: grammar.id,
    anchors: grammar.anchors,
    once: grammar.window,
    ...(needs && { needs }),
    recognise: (scene, at) => read(scene, windowAt(scene, at.start, grammar.window)),
  };
}
