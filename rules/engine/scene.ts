import type { Draft, Piece, Span } from '../../review/model/index.ts';
import type { Range, Scene, ScenePiece, Segmenter } from '../model.ts';
import { blanksBetween, foldPiece } from './fold.ts';
import { PLAIN } from './fold-table.ts';
import { FoldedText } from './folded-text.ts';
import { headingTexts, isHeading, titleOf } from './headings.ts';
import { type JoinedText, joinedLines, joinText, spansOf } from './joined-lines.ts';
import { mendDigits } from './mended-digits.ts';
import { type Stops, stopsOf } from './stops.ts';
import { hasSecondHeaderRow, type TableHeader, twoRowHeaders } from './table-headers.ts';
import { SegmentWindows } from './windows.ts';

/** A clause or sentence reaches no farther than this to either side of the offset it is asked for. */
export const CLAUSE_HALF = 200;
export const SENTENCE_HALF = 400;

/** What the folding leaves: the lines as they were, and where each of them stands in the folded text. */
interface FoldedDraft {
  readonly lines: readonly JoinedText[];
  readonly text: FoldedText;
  readonly bounds: readonly Range[];
  /** By line: its first origin in `text.origins`; -1 where every unit stands where it stood. */
  readonly moved: readonly number[];
}

/** The folded draft as rules see it, with the way back to the original offsets, which only the engine uses. */
export class DraftScene implements Scene {
  readonly text: string;
  readonly codes: Uint16Array;
  /** Where units stand that may end a clause or be a digit, ascending. */
  readonly marks: Int32Array;
  readonly pieces: readonly ScenePiece[];
  /** Those of the pieces that are table cells. */
  readonly cells: readonly ScenePiece[];
  /** Set once, when the pass over the text is done: recognisers run after it. */
  listedWorks: readonly Range[] = [];
  /** The same: places of words that the pass has found; undefined for words it did not look for. */
  findWords: (words: readonly string[]) => readonly Range[] | undefined = () => undefined;
  findStarts: (words: readonly string[]) => Int32Array | undefined = () => undefined;
  readonly #folded: FoldedDraft;
  readonly #rows = new Map<string, ScenePiece[]>();
  readonly #heads = new Map<number, string[]>();
  readonly #windows: SegmentWindows;
  /** Numbers of the pieces that are headings, ascending. */
  readonly #headings: readonly number[];
  /** Where each piece begins, for searching. */
  readonly #starts: Int32Array;
  #last = 0;
  #title: string | undefined;
  #sentence: Range | undefined;
  /** Made when the first sentence is asked for. */
  #stops: Stops | undefined;

  constructor(folded: FoldedDraft, segmenter: Segmenter | undefined) {
    const { lines, bounds, text } = folded;
    this.#folded = folded;
    this.text = text.toString();
    this.codes = text.codes.subarray(0, text.length);
    this.marks = text.marks.subarray(0, text.marked);
    this.#starts = Int32Array.from(bounds, ({ start }) => start);
    this.#windows = new SegmentWindows(this.text, segmenter);
    const labels = this.#labels(bounds);
    const heads = this.#doubleHeads(labels);
    this.pieces = lines.map(({ piece }, order) =>
      this.#scenePiece(piece, order, bounds[order] ?? { start: 0, end: 0 }, labels, heads),
    );
    this.cells = this.pieces.filter((piece) => piece.cell !== undefined);
    for (const piece of this.cells) if (piece.cell) this.#enter(piece, piece.cell);
    this.#headings = this.pieces.flatMap((piece, order) => (isHeading(piece, this.text) ? [order] : []));
  }

  /** Texts of the first cells of rows and of all cells, by position; a cell of several paragraphs joins them. */
  #labels(bounds: readonly Range[]): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    this.#folded.lines.forEach(({ piece }, order) => {
      const bound = bounds[order];
      if (!piece.cell || !bound) return;
      const key = `${piece.cell.table}/${piece.cell.row}/${piece.cell.column}`;
      const before = texts.get(key) ?? '';
      // A label is short; a cell of a thousand paragraphs must not cost its square.
      if (before.length < 200) texts.set(key, before + this.text.slice(bound.start, Math.min(bound.end, bound.start + 200)));
    });
    return texts;
  }

  /** Headers of the tables whose second row goes on with the first, by table. */
  #doubleHeads(texts: ReadonlyMap<string, string>): ReadonlyMap<number, readonly TableHeader[]> {
    const widths = new Map<number, number>();
    for (const { piece } of this.#folded.lines)
      if (piece.cell && piece.cell.row < 2)
        widths.set(piece.cell.table, Math.max(widths.get(piece.cell.table) ?? 0, piece.cell.column + 1));
    const heads = new Map<number, readonly TableHeader[]>();
    for (const [table, width] of widths) {
      const row = (number: number) =>
        Array.from({ length: width }, (_, column) => texts.get(`${table}/${number}/${column}`) ?? '');
      const [first, second] = [row(0), row(1)];
      if (hasSecondHeaderRow(first, second)) heads.set(table, twoRowHeaders(first, second));
    }
    return heads;
  }

  #scenePiece(
    piece: Piece,
    index: number,
    bound: Range,
    texts: ReadonlyMap<string, string>,
    heads: ReadonlyMap<number, readonly TableHeader[]>,
  ): ScenePiece {
    const base = { index, kind: piece.kind, visible: piece.visible, start: bound.start, end: bound.end };
    if (!piece.cell) return base;
    const { table, row, column } = piece.cell;
    const text = (r: number, c: number) => texts.get(`${table}/${r}/${c}`) ?? '';
    const cell = {
      table,
      row,
      column,
      ...(row < 2 ? { header: row === 0 ? '' : text(0, column) } : (heads.get(table)?.[column] ?? { header: text(0, column) })),
      label: column === 0 ? '' : text(row, 0),
      left: column === 0 ? '' : text(row, column - 1),
    };
    return { ...base, cell };
  }

  #enter(piece: ScenePiece, cell: NonNullable<ScenePiece['cell']>): void {
    const key = `${cell.table}/${cell.row}`;
    const row = this.#rows.get(key);
    if (row) row.push(piece);
    else this.#rows.set(key, [piece]);
    if (cell.row !== 0) return;
    const head = this.#heads.get(cell.table) ?? [];
    head.push(this.text.slice(piece.start, piece.end));
    this.#heads.set(cell.table, head);
  }

  orderAt(offset: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    // Who asks mostly asks for the piece that was asked for last, or for one soon behind it.
    if (offset >= (starts[this.#last] as number)) {
      low = this.#last;
      for (let step = 1; ; step *= 2) {
        const next = low + step;
        if (next > high) break;
        if (offset < (starts[next] as number)) {
          high = next - 1;
          break;
        }
        low = next;
      }
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    this.#last = low;
    return low;
  }

  pieceAt(offset: number): ScenePiece {
    const piece = this.pieces[this.orderAt(offset)];
    if (!piece) throw new RangeError('a draft without pieces has no offsets');
    return piece;
  }

  clause(offset: number): Range {
    this.#stops ??= stopsOf(this.codes, this.marks);
    return this.#stops.clauses.round(offset, CLAUSE_HALF);
  }

  sentence(offset: number): Range {
    const last = this.#sentence;
    if (last && offset >= last.start && offset <= last.end) return last;
    this.#stops ??= stopsOf(this.codes, this.marks);
    const sentence = this.#stops.sentences.round(offset, SENTENCE_HALF);
    // A sentence that no bound cut short is the same for every offset in it.
    this.#sentence = sentence.end - sentence.start < SENTENCE_HALF ? sentence : undefined;
    return sentence;
  }

  row(piece: ScenePiece): readonly ScenePiece[] {
    return piece.cell ? (this.#rows.get(`${piece.cell.table}/${piece.cell.row}`) ?? []) : [];
  }

  headers(piece: ScenePiece): readonly string[] {
    return piece.cell ? (this.#heads.get(piece.cell.table) ?? []) : [];
  }

  title(): string {
    // Asked for by every candidate: a draft of a hundred thousand cells before its first line must not be walked each time.
    this.#title ??= titleOf(this.pieces, this.text);
    return this.#title;
  }

  /** Position in `#headings` of the last heading at or above a piece; -1 above the first. */
  #headingIndex(order: number): number {
    let low = -1;
    let high = this.#headings.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#headings[middle] ?? 0) <= order) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  headingAbove(offset: number): string {
    const order = this.#headings[this.#headingIndex(this.orderAt(offset))];
    return order === undefined ? '' : headingTexts(this.pieces[order], this.text);
  }

  section(offset: number): Range {
    const index = this.#headingIndex(this.orderAt(offset));
    const first = this.#headings[index] ?? 0;
    const next = this.#headings[index + 1];
    const last = (next === undefined ? this.pieces.length : next) - 1;
    return { start: this.pieces[first]?.start ?? 0, end: this.pieces[Math.max(first, last)]?.end ?? this.text.length };
  }

  gap(offset: number): number {
    const order = this.orderAt(offset);
    const piece = this.pieces[order];
    if (!piece || offset <= piece.start || offset >= piece.end) return 0;
    return blanksBetween(this.#folded.lines[order]?.text ?? '', this.#origin(order, offset - 1) + 1, this.#origin(order, offset));
  }

  places(words: readonly string[]): readonly Range[] {
    return this.findWords(words) ?? searchWords(this.text, words);
  }

  starts(words: readonly string[]): Int32Array {
    return this.findStarts(words) ?? Int32Array.from(new Set(searchWords(this.text, words).map(({ start }) => start)));
  }

  isWord(range: Range): boolean {
    return this.#windows.isWord(range, this.pieceAt(range.start));
  }

  /** The word that crosses an edge of the range, for explanations; empty when none does. */
  crossing(range: Range): string {
    return this.#windows.crossing(range, this.pieceAt(range.start));
  }

  words(range: Range): readonly (Range & { readonly word: string })[] {
    return this.#windows.words(range, this.pieceAt(range.start));
  }

  /** Where a unit of the piece of that order stood in it. */
  #origin(order: number, offset: number): number {
    const { moved, text } = this.#folded;
    const within = offset - (this.#starts[order] ?? 0);
    const first = moved[order] ?? -1;
    return first < 0 ? within : (text.origins[first + within] ?? 0);
  }

  /**
   * The original spans under a folded range that lies inside one piece, exact at the edges, whatever was removed there: one, or one for
   * each line where a value runs on over the end of a line.
   */
  originals(range: Range): readonly [Span, ...Span[]] {
    const order = this.orderAt(range.start);
    const line = this.#folded.lines[order];
    if (!line) throw new RangeError('a range outside the draft');
    const start = this.#origin(order, range.start);
    const last = this.#origin(order, range.end - 1);
    const pair = isHigh(line.text.charCodeAt(last)) && !isHigh(this.codes[range.end - 1] ?? 0);
    return spansOf(line, start, last + (pair ? 2 : 1));
  }

  /** The first of `originals`: where the range begins. */
  original(range: Range): Span {
    return this.originals(range)[0];
  }
}

function searchWords(text: string, words: readonly string[]): readonly Range[] {
  const found: Range[] = [];
  const folded = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  for (const word of words.map((one) => one.toLowerCase()))
    for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + 1))
      found.push({ start, end: start + word.length });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** Folds a draft piece by piece (lines that go on in the next one as one piece); yields the share done, returns the scene. */
export function* foldDraft(draft: Draft, segmenter: Segmenter | undefined): Generator<number, DraftScene> {
  const lines = joinedLines(draft.pieces).map(joinText);
  const total = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  const folded = new FoldedText(total + lines.length);
  const bounds: Range[] = [];
  const moved: number[] = [];
  let done = 0;
  let since = 0;
  for (const { text } of lines) {
    const start = folded.length;
    const { moved: origins, marked } = folded;
    const kind = foldPiece(text, folded);
    if (kind !== PLAIN) {
      mendDigits(folded.codes, start, folded.length);
      folded.markFrom(start, marked);
    }
    bounds.push({ start, end: folded.length });
    moved.push(kind === 0 ? origins : -1);
    folded.end(kind === 0 ? text.length : undefined);
    done += text.length + 1;
    since += text.length + 1;
    if (since > 50_000) {
      since = 0;
      yield done / total;
    }
  }
  return new DraftScene({ lines, text: folded, bounds, moved }, segmenter);
}
