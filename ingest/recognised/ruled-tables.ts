import { linesAsText, wordsAsText } from './recognised-text.ts';
import type { PixelBox, RecognisedWord, RecognisedWords } from './recognised-words.ts';
import { linesOfWords } from './recognised-words.ts';

/** A table drawn with lines on a recognised page. */
export interface RuledTable {
  readonly box: PixelBox;
  /** Texts by row and column; a column that a merged cell covers is empty. */
  readonly rows: readonly (readonly string[])[];
}

interface Line {
  /** x of an upright line, y of a level one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
interface Grid {
  readonly level: readonly Line[];
  readonly upright: readonly Line[];
}

/** Pixels by which ends of lines that meet may miss each other, as a share of their length, and at least. */
const MISS = 0.03;
const LEAST_MISS = 6;
/** More lines on a page are hatching. */
const MOST_LINES = 400;

const missOf = (line: Line): number => Math.max(LEAST_MISS, MISS * (line.to - line.from));
const level = ([left, top, right, bottom]: PixelBox): Line => ({ at: (top + bottom) / 2, from: left, to: right });
const upright = ([left, top, right, bottom]: PixelBox): Line => ({ at: (left + right) / 2, from: top, to: bottom });
const covers = (line: Line, place: number, miss = missOf(line)): boolean => place >= line.from - miss && place <= line.to + miss;

const meet = (one: Line, other: Line): boolean => covers(one, other.at) && covers(other, one.at);
/** Both ends lie on lines across: what else is straight in a page are strokes of letters. */
const isHeld = (line: Line, across: readonly Line[]): boolean =>
  [line.from, line.to].every((end) => across.some((other) => Math.abs(other.at - end) <= missOf(line) && covers(other, line.at)));

/** Lines that hang together, as one grid each; frames without a line inside are no tables. */
function gridsOf(rules: readonly PixelBox[]): readonly Grid[] {
  const drawn = rules.slice(0, MOST_LINES);
  const levels = drawn.filter(([left, top, right, bottom]) => right - left > bottom - top).map(level);
  const uprights = drawn.filter(([left, top, right, bottom]) => right - left <= bottom - top).map(upright);
  const heldLevels = levels.filter((line) => isHeld(line, uprights));
  const heldUprights = uprights.filter((line) => isHeld(line, heldLevels));
  const left = new Set(heldLevels.filter((line) => isHeld(line, heldUprights)));
  const grids: Grid[] = [];
  for (const start of left) {
    const grid = { level: [start], upright: [] as Line[] };
    left.delete(start);
    for (let grown = true; grown; ) {
      const more = heldUprights.filter((line) => !grid.upright.includes(line) && grid.level.some((other) => meet(other, line)));
      const wider = [...left].filter((line) => [...grid.upright, ...more].some((other) => meet(other, line)));
      grid.upright.push(...more);
      grid.level.push(...wider);
      for (const line of wider) left.delete(line);
      grown = more.length + wider.length > 0;
    }
    if (grid.level.length + grid.upright.length > 4) grids.push(grid);
  }
  return grids;
}

/** Places of lines in order; lines drawn a hair apart (the two edges of a thick one) are one. */
function placesOf(lines: readonly Line[]): readonly number[] {
  const places: number[] = [];
  for (const at of lines.map((line) => line.at).toSorted((first, second) => first - second))
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > 2 * LEAST_MISS) places.push(at);
  return places;
}

/** Index of the band between two places in which a word stands: the last line before it that really passes there. */
function bandOf(place: number, across: number, lines: readonly Line[], places: readonly number[]): number {
  const before = lines.filter((line) => line.at <= place && covers(line, across, 0)).map((line) => line.at);
  const nearest = Math.max(places[0] ?? 0, ...before);
  return places.findLastIndex((each) => each <= nearest);
}

/** Lines seen as characters: a bar, a quotation mark or a full stop that stands on the edge of a cell. */
const EDGE = /^[|丨“”‘’'"。.,\s]+|[|丨“”‘’'"\s]+$/g;
const MARK_ALONE = /^[|丨“”‘’'"。.,_—-]+$/;

/** What stands in the tables that lines draw, and the words that stand outside of them. */
export function ruledTables({ words, rules }: RecognisedWords): {
  readonly tables: readonly RuledTable[];
  readonly outside: readonly RecognisedWord[];
} {
  let outside = words;
  const tables = gridsOf(rules).flatMap((grid) => {
    const [columns, rows] = [placesOf(grid.upright), placesOf(grid.level)];
    const box: PixelBox = [columns[0] ?? 0, rows[0] ?? 0, columns.at(-1) ?? 0, rows.at(-1) ?? 0];
    const inside = outside.filter((word) => isInside(word, box));
    if (columns.length < 3 && rows.length < 3) return [];
    outside = outside.filter((word) => !inside.includes(word));
    const cells = Array.from({ length: rows.length - 1 }, () =>
      Array.from({ length: columns.length - 1 }, (): RecognisedWord[] => []),
    );
    for (const word of inside) {
      const [x, y] = pointOf(word);
      cells[bandOf(y, x, grid.level, rows)]?.[bandOf(x, y, grid.upright, columns)]?.push(word);
    }
    const texts = cells.map((row) => row.map(cellText)).filter((row) => row.some((text) => text !== ''));
    return texts.length === 0 ? [] : [{ box, rows: texts }];
  });
  return { tables, outside };
}

/** Boxes that the program gives for the words of a line may reach over its neighbours: their left edge is what can be trusted. */
const pointOf = ({ box: [left, top, right, bottom] }: RecognisedWord): readonly [number, number] => [
  Math.min((left + right) / 2, left + (bottom - top) / 4),
  (top + bottom) / 2,
];

function isInside(word: RecognisedWord, [left, top, right, bottom]: PixelBox): boolean {
  const [x, y] = pointOf(word);
  return x >= left && x <= right && y >= top && y <= bottom;
}

function cellText(words: readonly RecognisedWord[]): string {
  const lines = linesOfWords(words.filter(({ text }) => !MARK_ALONE.test(text)));
  const ordered = lines.toSorted((first, second) => topOf(first) - topOf(second));
  return linesAsText(ordered.map((line) => wordsAsText(line.map(({ text }) => text)).replaceAll(EDGE, '')));
}

const topOf = (line: readonly RecognisedWord[]): number => Math.min(...line.map(({ box }) => (box[1] + box[3]) / 2));
