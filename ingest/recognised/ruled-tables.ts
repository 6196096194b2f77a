import { ruledGrids } from '../page/ruled-grid.ts';
import { linesAsText, wordsAsText } from './recognised-text.ts';
import { linesOfWords, type PixelBox, type RecognisedWord, type RecognisedWords } from './recognised-words.ts';

/** A table drawn with lines on a recognised page. */
export interface RuledTable {
  readonly box: PixelBox;
  /** Texts by row and column; a column that a merged cell covers is empty. */
  readonly rows: readonly (readonly string[])[];
}

/** Pixels by which ends of lines that meet may miss each other at least. */
const SLACK = 6;
/** Lines seen as characters: a bar, a quotation mark or a full stop that stands on the edge of a cell. */
const EDGE = /^[|丨“”‘’'"。.,\s]+|[|丨“”‘’'"\s]+$/g;
const MARK_ALONE = /^[|丨“”‘’'"。.,_—-]+$/;

/** What stands in the tables that lines draw, and the words that stand outside of them. */
export function ruledTables({ words, rules }: RecognisedWords): {
  readonly tables: readonly RuledTable[];
  readonly outside: readonly RecognisedWord[];
} {
  let outside = words;
  const tables = ruledGrids(rules, SLACK).flatMap((grid) => {
    const cells = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, (): RecognisedWord[] => []));
    outside = outside.filter((word) => {
      const [x, y] = pointOf(word);
      const place = grid.cellAt(x, y);
      if (place) cells[place.row]?.[place.column]?.push(word);
      return !place;
    });
    const rows = cells.map((row) => row.map(cellText)).filter((row) => row.some((text) => text !== ''));
    return rows.length === 0 ? [] : [{ box: grid.box, rows }];
  });
  return { tables, outside };
}

/** Boxes that the program gives for the words of a line may reach over its neighbours: their left edge is what can be trusted. */
const pointOf = ({ box: [left, top, right, bottom] }: RecognisedWord): readonly [number, number] => [
  Math.min((left + right) / 2, left + (bottom - top) / 4),
  (top + bottom) / 2,
];

function cellText(words: readonly RecognisedWord[]): string {
  const lines = linesOfWords(words.filter(({ text }) => !MARK_ALONE.test(text)));
  const ordered = lines.toSorted((first, second) => topOf(first) - topOf(second));
  return linesAsText(ordered.map((line) => wordsAsText(line.map(({ text }) => text)).replaceAll(EDGE, '')));
}

const topOf = (line: readonly RecognisedWord[]): number => Math.min(...line.map(({ box }) => (box[1] + box[3]) / 2));
