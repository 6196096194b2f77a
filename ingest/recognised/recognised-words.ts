/** Left, top, right, bottom in pixels of a picture that has been turned so that its lines of text run level. */
export type PixelBox = readonly [number, number, number, number];

export interface RecognisedWord {
  readonly text: string;
  readonly box: PixelBox;
  /** Lines of one paragraph of one block, as the program grouped them: words of a line share all three. */
  readonly block: number;
  readonly paragraph: number;
  readonly line: number;
}
/** What the program made out: words in its reading order, and the straight lines drawn on the page. */
export interface RecognisedWords {
  readonly words: readonly RecognisedWord[];
  readonly rules: readonly PixelBox[];
}

const WORD = '5';
/** Beyond these a table of a page is no page. */
const MOST_ROWS = 200_000;
/** A drawn line is at least so much longer than it is thick; leaning scans make its box thicker than the line. */
const SLENDER = 8;

/**
 * The tab-separated table that tesseract writes (`tessedit_create_tsv`; twelve columns, the third to fifth group the words, the
 * seventh to tenth are left, top, width and height, the last is the text). Rows of other shapes are left out. Pages scanned
 * sideways come back with their boxes turned upright, leaning ones with their boxes level.
 */
export function recognisedWords(table: string): RecognisedWords {
  const words: RecognisedWord[] = [];
  const rules: PixelBox[] = [];
  for (const row of table.split('\n', MOST_ROWS)) {
    const cells = row.replace(/\r$/, '').split('\t');
    if (cells[0] !== WORD || cells.length !== 12) continue;
    const [block, paragraph, line, , left, top, width, height] = cells.slice(2, 10).map(Number);
    const numbers = [block, paragraph, line, left, top, width, height];
    if (!numbers.every((value) => value !== undefined && Number.isSafeInteger(value) && value >= 0)) continue;
    const [x, y, across, down] = [left ?? 0, top ?? 0, width ?? 0, height ?? 0];
    const box: PixelBox = [x, y, x + across, y + down];
    const text = (cells[11] ?? '').trim();
    if (text !== '') words.push({ text, box, block: block ?? 0, paragraph: paragraph ?? 0, line: line ?? 0 });
    else if (Math.max(across, down) > SLENDER * Math.min(across, down)) rules.push(box);
  }
  return levelled(turned({ words, rules }));
}

type Turn = (box: PixelBox) => PixelBox;
const boxesTurned = ({ words, rules }: RecognisedWords, turn: Turn): RecognisedWords => ({
  words: words.map((word) => ({ ...word, box: turn(word.box) })),
  rules: rules.map(turn),
});

const middle = ([left, top, right, bottom]: PixelBox): readonly [number, number] => [(left + right) / 2, (top + bottom) / 2];

/** From the middle of the first to that of the last word of every line with two or more, as far as they lie apart. */
function strides(words: readonly RecognisedWord[]): readonly (readonly [number, number])[] {
  return linesOfWords(words).flatMap((line) => {
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last || first === last) return [];
    const [from, to] = [middle(first.box), middle(last.box)];
    return [[to[0] - from[0], to[1] - from[1]] as const];
  });
}

/** The program turns a page that lies on its side before it reads it, but says where things stand on the page as it lay. */
function turned(page: RecognisedWords): RecognisedWords {
  const all = strides(page.words);
  const across = all.reduce((sum, [x]) => sum + x, 0);
  const down = all.reduce((sum, [, y]) => sum + y, 0);
  if (Math.abs(across) >= Math.abs(down))
    return across >= 0 ? page : boxesTurned(page, ([left, top, right, bottom]) => [-right, -bottom, -left, -top]);
  if (down > 0) return boxesTurned(page, ([left, top, right, bottom]) => [top, -right, bottom, -left]);
  return boxesTurned(page, ([left, top, right, bottom]) => [-bottom, left, -top, right]);
}

/** Leaning more than this is not leaning any more (6°). */
const MOST_LEANING = 0.1;

function levelled(page: RecognisedWords): RecognisedWords {
  const slopes = strides(page.words)
    .filter(([x]) => x > 0)
    .toSorted(([first], [second]) => second - first)
    .slice(0, 15)
    .map(([x, y]) => y / x)
    .toSorted((first, second) => first - second);
  const slope = slopes[slopes.length >> 1] ?? 0;
  if (slope === 0 || Math.abs(slope) > MOST_LEANING) return page;
  return boxesTurned(page, (box) => {
    const [x, y] = middle(box);
    const [across, down] = [(box[2] - box[0]) / 2, (box[3] - box[1]) / 2];
    // The box of a leaning line is as thick as the line climbs.
    const [wide, high] = across > SLENDER * down ? [across, Math.min(down, 2)] : [across, down];
    const narrow = down > SLENDER * across ? Math.min(across, 2) : wide;
    const [levelX, levelY] = [x + slope * y, y - slope * x];
    return [levelX - narrow, levelY - high, levelX + narrow, levelY + high];
  });
}

/** Words of each line, in reading order. */
export function linesOfWords(words: readonly RecognisedWord[]): readonly (readonly RecognisedWord[])[] {
  const lines: RecognisedWord[][] = [];
  let last: RecognisedWord | undefined;
  for (const word of words) {
    if (last && last.block === word.block && last.paragraph === word.paragraph && last.line === word.line)
      lines.at(-1)?.push(word);
    else lines.push([word]);
    last = word;
  }
  return lines;
}
