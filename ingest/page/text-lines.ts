import type { Glyph } from './glyph.ts';

/** Text between two wide gaps of one line; `left` and `right` in points along the line. */
export interface Segment {
  text: string;
  readonly left: number;
  right: number;
  /** What was painted, character by character of `text`, blanks aside. */
  readonly glyphs: Glyph[];
}
/** Characters on one base line, left to right. */
export interface TextLine {
  readonly segments: readonly Segment[];
  /** Height of the base line above the origin, across the direction of writing; lines come in falling order. */
  readonly base: number;
  readonly size: number;
}

interface Placed {
  readonly text: string;
  readonly along: number;
  readonly across: number;
  readonly end: number;
  readonly size: number;
  readonly glyph: Glyph;
}

/** Gaps in parts of the font size: between words of Latin letters, and between columns. */
const WORD_GAP = 0.25;
const BLANK_GAP = 1;
const COLUMN_GAP = 1.7;

/**
 * Puts painted characters into lines by their place, whatever the order of painting. Text that runs in another direction (turned,
 * downwards) makes lines of its own behind the upright ones. Characters painted twice at one place count once.
 */
export function textLines(glyphs: readonly Glyph[]): TextLine[] {
  const groups = Map.groupBy(glyphs, ({ directionX, directionY }) =>
    Math.round((Math.atan2(directionY, directionX) * 36) / Math.PI),
  );
  return [...groups.entries()]
    .sort(([left], [right]) => Number(right === 0) - Number(left === 0))
    .flatMap(([, group]) => rowsOf(group.map(turned)).map(lineOf));
}

function turned(glyph: Glyph): Placed {
  const { text, x, y, directionX, directionY, width, size } = glyph;
  const along = x * directionX + y * directionY;
  return { text, along, across: y * directionX - x * directionY, end: along + width, size, glyph };
}

/** Characters whose base lines lie within half a size of each other; raised and lowered marks stay with their line. */
function rowsOf(placed: Placed[]): Placed[][] {
  const rows: { anchor: Placed; items: Placed[] }[] = [];
  for (const item of placed.sort((left, right) => right.across - left.across)) {
    const row = rows.at(-1);
    if (row && row.anchor.across - item.across <= 0.5 * Math.max(row.anchor.size, item.size)) {
      row.items.push(item);
      if (item.size > row.anchor.size * 1.05) row.anchor = item;
    } else rows.push({ anchor: item, items: [item] });
  }
  return rows.map((row) => row.items);
}

function lineOf(items: readonly Placed[]): TextLine {
  const ordered = [...items].sort((left, right) => left.along - right.along);
  const segments: Segment[] = [];
  const sizes = ordered.map((item) => item.size).sort((left, right) => left - right);
  let last: Placed | undefined;
  for (const item of ordered) {
    if (item.text.trim() === '' || (last && isAgain(item, last))) continue;
    const gap = last ? (item.along - last.end) / Math.max(1, Math.min(last.size, item.size)) : 0;
    const segment = segments.at(-1);
    if (!segment || gap > COLUMN_GAP) segments.push({ text: item.text, left: item.along, right: item.end, glyphs: [item.glyph] });
    else {
      segment.text += between(segment.text, item.text, gap) + item.text;
      segment.right = Math.max(segment.right, item.end);
      segment.glyphs.push(item.glyph);
    }
    last = item;
  }
  const base = items.reduce((sum, item) => sum + item.across, 0) / Math.max(1, items.length);
  return { segments, base, size: sizes[sizes.length >> 1] ?? 0 };
}

/** Bold that is painted as the same character twice, a hair apart. */
function isAgain(item: Placed, last: Placed): boolean {
  return item.text === last.text && item.along - last.along < 0.25 * item.size && item.end - item.along > 0.3 * item.size;
}

function between(before: string, after: string, gap: number): string {
  const latin = /[\w)\]%.,:;]$/.test(before) && /^[\w([]/.test(after);
  return gap > (latin ? WORD_GAP : BLANK_GAP) ? ' ' : '';
}
