/** What a program that reads text in pictures made out, put together again: paragraphs, columns and tables. */
import { classificationMark, linesAsText, wordsAsText } from './recognised-text.ts';
import { linesOfWords, type RecognisedWord, recognisedWords } from './recognised-words.ts';
import { ruledTables } from './ruled-tables.ts';

export type RecognisedBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  /** Texts by row and column; the first row holds the headers. */
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] };

/** A line of text; `gaps` are the wide ones between its words, from and to in pixels. */
interface Line {
  readonly words: readonly RecognisedWord[];
  readonly text: string;
  /** A classification mark, which goes on in no other line. */
  readonly isAlone: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  readonly gaps: readonly (readonly [number, number])[];
}

/** A gap of more than so many heights of a line is none between two words. */
const WIDE = 1.5;

/** Paragraphs and tables of tesseract's own table of a page (recognised-words.ts), from top to bottom. */
export function recognisedBlocks(table: string): readonly RecognisedBlock[] {
  const { tables, outside } = ruledTables(recognisedWords(table));
  const lines = linesOfWords(outside)
    .map(lineOf)
    .filter(({ text }) => text !== '');
  let waiting = tables.map(({ box, rows }) => ({ top: box[1], blocks: tableBlocks(rows) }));
  const blocks: RecognisedBlock[] = [];
  for (const { text, top } of paragraphsOf(columnsApart(lines))) {
    for (const passed of waiting.filter((each) => each.top < top)) blocks.push(...passed.blocks);
    waiting = waiting.filter((each) => each.top >= top);
    blocks.push({ type: 'paragraph', text });
  }
  return [...blocks, ...waiting.flatMap((each) => each.blocks)];
}

/** Rows of one cell at the top of a table are its title. */
function tableBlocks(rows: readonly (readonly string[])[]): readonly RecognisedBlock[] {
  const filled = (row: readonly string[]) => row.filter((text) => text !== '');
  const first = rows.findIndex((row) => filled(row).length > 1);
  const titles = first < 0 ? rows : rows.slice(0, first);
  const rest = first < 0 ? [] : rows.slice(first);
  return [
    ...titles.map((row) => ({ type: 'paragraph' as const, text: filled(row).join('') })),
    ...(rest.length > 0 ? [{ type: 'table' as const, rows: rest }] : []),
  ];
}

function lineOf(words: readonly RecognisedWord[]): Line {
  const heights = words.map(({ box }) => box[3] - box[1]).toSorted((first, second) => first - second);
  const height = heights[heights.length >> 1] ?? 0;
  const gaps: (readonly [number, number])[] = [];
  const left = words[0]?.box[0] ?? 0;
  let right = left;
  for (const { text, box } of words) {
    if (box[0] - right > WIDE * height) gaps.push([right, box[0]]);
    // The box of a word may reach over its neighbours; characters are about as wide as high.
    right = Math.max(right, Math.min(box[2], box[0] + [...text].length * height * 1.1));
  }
  const top = Math.min(...words.map(({ box }) => box[1]));
  const own = wordsAsText(words.map((word) => word.text));
  const mark = classificationMark(own);
  const text = mark ?? own;
  return { words, text, isAlone: mark !== undefined, left, right, top, height, gaps };
}

/** Lines of prose in a column have at least so many characters on average; shorter ones stand in a table without lines. */
const PROSE = 8;
const LEAST_LINES = 4;
/** So many gaps are tried as the one between columns. */
const MOST_TRIED = 60;

/** Lines that were read across two columns, as the lines of the left one and then those of the right one. */
function columnsApart(lines: readonly Line[]): readonly Line[] {
  const places = lines.flatMap(({ gaps }) => gaps.map(([from, to]) => (from + to) / 2)).slice(0, MOST_TRIED);
  const runs = places.map((place) => ({ place, ...freeRun(lines, place) }));
  const best = runs.toSorted((first, second) => second.to - second.from - (first.to - first.from))[0];
  if (!best || best.to - best.from < LEAST_LINES) return lines;
  const across = lines.slice(best.from, best.to);
  const side = (isThere: (left: number) => boolean): readonly Line[] =>
    across
      .map(({ words }) => words.filter(({ box }) => isThere(box[0])))
      .filter((words) => words.length > 0)
      .map(lineOf);
  const sides = [side((left) => left < best.place), side((left) => left >= best.place)];
  const isSplit = sides.every(isProse) && across.filter(({ gaps }) => gaps.length > 0).length >= 0.6 * across.length;
  return isSplit ? [...lines.slice(0, best.from), ...sides.flat(), ...lines.slice(best.to)] : lines;
}

/** The longest run of lines, one under the other, through which a gap goes at a place; `to` is exclusive. */
function freeRun(lines: readonly Line[], place: number): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: 0 };
  let from = 0;
  for (const [at, line] of lines.entries()) {
    if (!isFreeAt(line, place)) from = at + 1;
    else if (at + 1 - from > best.to - best.from) best = { from, to: at + 1 };
  }
  return best;
}

const isFreeAt = ({ left, right, gaps }: Line, place: number): boolean =>
  right <= place || left >= place || gaps.some(([from, to]) => from <= place && place <= to);

const isProse = (lines: readonly Line[]): boolean =>
  lines.length >= LEAST_LINES - 1 && lines.reduce((sum, { text }) => sum + text.length, 0) >= PROSE * lines.length;

const ENDED = /[。！？；：!?;:]$/;

/** Lines put together until one ends early or with the end of a sentence, or the next is indented. */
function paragraphsOf(lines: readonly Line[]): readonly { readonly text: string; readonly top: number }[] {
  const paragraphs: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before && goesOn(before, line, lines[at - 2])) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((group) => ({ text: linesAsText(group.map(({ text }) => text)), top: group[0]?.top ?? 0 }));
}

function goesOn(before: Line, line: Line, earlier: Line | undefined): boolean {
  if (before.isAlone || line.isAlone || before.gaps.length > 0 || line.gaps.length > 0 || ENDED.test(before.text)) return false;
  const em = Math.max(before.height, line.height);
  const isNextColumn = line.top < before.top - em;
  // Of a paragraph the first line is indented, the next ones stand where the second began.
  const edge = earlier && Math.abs(earlier.right - before.right) < em ? Math.min(earlier.left, before.left) : before.left;
  if (!isNextColumn && line.left > edge + em) return false;
  return isNextColumn || before.right >= line.right - 1.5 * em;
}
