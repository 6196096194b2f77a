import type { Piece } from '../../review/model/index.ts';
import { CannotSplice } from './cannot-splice.ts';
import type { DraftPieces } from './draft-pieces.ts';
import type { Flow } from './flow.ts';
import type { PartEdit } from './part-edit.ts';
import type { StoryParagraph, StoryRun, StoryText } from './story-text.ts';

/** Kinds that the reader splits off a paragraph; everything else of it is what the paragraph says. */
const SPLIT_OFF: readonly string[] = ['hidden-text', 'tracked-deletion', 'annotation'];
const joined = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');

interface Spoken {
  readonly said: readonly Piece[];
  readonly hidden: readonly Piece[];
  readonly readings: readonly Piece[];
}

/**
 * Lays what the reader found over the paragraphs of the part, takes hidden runs out and puts the replacements in. The reader
 * alone says what is hidden: here only the runs are looked for that make up its texts. Throws CannotSplice where text of the
 * part and of the reader differ.
 */
export function editStory(part: PartEdit, story: StoryText, pieces: DraftPieces): void {
  const spoken = spokenOf(pieces.of(part.name));
  for (const paragraph of story.paragraphs) {
    if (part.isGone(paragraph.token)) continue;
    const own = spoken.get(paragraph.number) ?? borrowed(paragraph, story, spoken);
    if (own) editParagraph(part, paragraph, own, story.runs, pieces);
    else if (paragraph.live.text.trim() !== '' || paragraph.ruby.text.trim() !== '')
      throw new CannotSplice(`部件 ${part.name} 第${paragraph.number}段与检查时的文字对不上`);
  }
  for (const run of story.runs)
    if (run.vanish) for (const drawing of run.drawings) if (!part.isGone(drawing)) part.remove(drawing);
  for (const stray of story.strays) {
    if (part.isGone(stray)) continue;
    part.dropped.add('文件残留');
    part.splices.remove(part.token(stray).start, part.token(stray).end);
  }
}

function spokenOf(pieces: readonly Piece[]): Map<number, Spoken> {
  const spoken = new Map<number, Spoken>();
  for (const [number, own] of Map.groupBy(pieces, (piece) => piece.where.paragraph)) {
    if (number === undefined) continue;
    spoken.set(number, {
      said: own.filter((piece) => !SPLIT_OFF.includes(piece.kind)),
      hidden: own.filter((piece) => piece.kind === 'hidden-text'),
      readings: own.filter((piece) => piece.kind === 'annotation'),
    });
  }
  return spoken;
}

/** The copy of a text box for old programs has no pieces of its own where it repeats the other: it takes the same edits. */
function borrowed(paragraph: StoryParagraph, story: StoryText, spoken: ReadonlyMap<number, Spoken>): Spoken | undefined {
  const copies = paragraph.alternates.filter((each) => each.fallback).map((each) => each.token);
  if (copies.length === 0) return undefined;
  const twin = story.paragraphs.find(
    (other) =>
      other.live.text === paragraph.live.text &&
      spoken.has(other.number) &&
      other.alternates.some((each) => !each.fallback && copies.includes(each.token)),
  );
  return twin && spoken.get(twin.number);
}

function editParagraph(
  part: PartEdit,
  { number, token, live, ruby }: StoryParagraph,
  { said, hidden, readings }: Spoken,
  runs: readonly StoryRun[],
  pieces: DraftPieces,
): void {
  const text = joined(said);
  const gone = text === live.text ? new Set<number>() : hiddenRuns(live, text, joined(hidden), runs);
  if (!gone || joined(readings) !== (ruby.text.trim() === '' ? '' : ruby.text))
    throw new CannotSplice(`部件 ${part.name} 第${number}段与检查时的文字对不上`);
  if (gone.size > 0) removeRuns(part, live, gone, runs);
  if (pieces.isEdited(said)) {
    const shown = shownOffsets(live, gone);
    for (const { start, end, replacement } of pieces.take(said)) {
      const stretches = shown(start, end);
      stretches.forEach((stretch, index) => {
        putIn(part, token, live, stretch, index === 0 ? replacement : '');
      });
    }
  }
  for (const { start, end, replacement } of pieces.take(readings)) putIn(part, token, ruby, [start, end], replacement);
}

/** Programs drop blanks at the ends of a text that does not say xml:space, so an edited one always says it. */
function putIn(
  part: PartEdit,
  paragraph: number,
  flow: Flow,
  [start, end]: readonly [number, number],
  replacement: string,
): void {
  const prefix = /^<([^\s/>]*:)?/.exec(part.xml.slice(part.token(paragraph).start))?.[1] ?? '';
  flow.replace({ start, end, replacement }, part.splices, (text) => `<${prefix}t xml:space="preserve">${text}</${prefix}t>`);
  for (const element of flow.elementsIn(start, end)) if (!part.isGone(element)) part.keepBlanks(element);
}

/** Turns offsets of what is said into stretches of the whole flow, hidden runs left out. */
function shownOffsets(live: Flow, gone: ReadonlySet<number>): (start: number, end: number) => [number, number][] {
  const shown: { at: number; from: number; length: number }[] = [];
  let at = 0;
  for (const run of live.runs()) {
    if (gone.has(run.run)) continue;
    shown.push({ at, from: run.at, length: run.text.length });
    at += run.text.length;
  }
  if (gone.size === 0) return (start, end) => [[start, end]];
  return (start, end) =>
    shown
      .filter((stretch) => stretch.at < end && stretch.at + stretch.length > start)
      .map((stretch) => [
        stretch.from + Math.max(0, start - stretch.at),
        stretch.from + Math.min(stretch.length, end - stretch.at),
      ]);
}

function removeRuns(part: PartEdit, live: Flow, gone: ReadonlySet<number>, runs: readonly StoryRun[]): void {
  part.dropped.add('隐藏文字', gone.size);
  for (const { run, at, text } of live.runs()) {
    if (!gone.has(run)) continue;
    live.replace({ start: at, end: at + text.length, replacement: '' }, part.splices);
    for (const drawing of runs[run]?.drawings ?? []) if (!part.isGone(drawing)) part.remove(drawing);
  }
}

/** Steps after which a paragraph is given up: identical words over hundreds of runs could be told apart in endless ways. */
const STEPS = 200_000;

/**
 * Finds which runs are hidden, so that the others say `shown` and these say `hidden` (blank hidden runs the reader leaves out).
 * Where both fit, a run that carries a hiding property is taken for the hidden one. Undefined when no division fits.
 */
function hiddenRuns(live: Flow, shown: string, hidden: string, runs: readonly StoryRun[]): Set<number> | undefined {
  const texts = live.runs();
  const dead = new Set<string>();
  let steps = 0;
  const gone: number[] = [];
  const fits = (index: number, at: number, under: number): boolean => {
    const text = texts[index];
    if (!text) return at === shown.length && under === hidden.length;
    const key = `${index} ${at} ${under}`;
    steps += 1;
    if (dead.has(key) || steps > STEPS) return false;
    const asShown = () => shown.startsWith(text.text, at) && fits(index + 1, at + text.text.length, under);
    const asHidden = () => {
      gone.push(text.run);
      if (hidden.startsWith(text.text, under) && fits(index + 1, at, under + text.text.length)) return true;
      if (text.text.trim() === '' && fits(index + 1, at, under)) return true;
      gone.pop();
      return false;
    };
    const run = runs[text.run];
    const order = run?.vanish || run?.hinted ? [asHidden, asShown] : [asShown, asHidden];
    if (order.some((attempt) => attempt())) return true;
    dead.add(key);
    return false;
  };
  return fits(0, 0, 0) ? new Set(gone) : undefined;
}
