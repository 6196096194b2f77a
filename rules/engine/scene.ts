import type { Draft, Piece, Span } from '../../review/model/index.ts';
import type { Range, Scene, ScenePiece, Segmenter } from '../model.ts';
import { blanksBetween, FoldedText, foldPiece } from './fold.ts';
import { headingTexts, isHeading, titleOf } from './headings.ts';
import { type JoinedText, joinedLines, joinText, spansOf } from './joined-lines.ts';
import { mendDigits } from './mended-digits.ts';
import { SegmentWindows } from './windows.ts';

const LINE_FEED = 0x0a;
/** A clause or sentence reaches no farther than this to either side of the offset it is asked for. */
export const CLAUSE_HALF = 200;
export const SENTENCE_HALF = 400;

/** What a unit ends; the ASCII ones only before a blank, Han or the end, because passwords and addresses hold them. */
const SENTENCE_END = 1;
const CLAUSE_END = 2;
const IF_OPEN = 4;
const ENDS = new Uint8Array(65536);
for (const stop of '。！？；\n') ENDS[stop.charCodeAt(0)] = SENTENCE_END | CLAUSE_END;
for (const stop of '!;?') ENDS[stop.charCodeAt(0)] = SENTENCE_END | CLAUSE_END | IF_OPEN;
ENDS[0xff0c] = CLAUSE_END;
ENDS[0x2c] = CLAUSE_END | IF_OPEN;
const isOpen = (next: number) => next === 0x20 || next === LINE_FEED || next >= 0x2e80;

/** What every unit of a text ends where it stands: recognisers ask for the same sentences again and again. */
function endsOf(codes: Uint16Array): Uint8Array {
  const ends = new Uint8Array(codes.length);
  for (let at = 0; at < codes.length; at++) {
    const here = ENDS[codes[at] as number] as number;
    if (here !== 0 && ((here & IF_OPEN) === 0 || isOpen(codes[at + 1] ?? LINE_FEED))) ends[at] = here;
  }
  return ends;
}

/** The folded draft as rules see it, with the way back to the original offsets, which only the engine uses. */
export class DraftScene implements Scene {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly pieces: readonly ScenePiece[];
  /** Those of the pieces that are table cells. */
  readonly cells: readonly ScenePiece[];
  /** Set once, when the pass over the text is done: recognisers run after it. */
  listedWorks: readonly Range[] = [];
  /** The same: places of words that the pass has found; undefined for words it did not look for. */
  findWords: (words: readonly string[]) => readonly Range[] | undefined = () => undefined;
  readonly #lines: readonly JoinedText[];
  readonly #origins: Int32Array;
  readonly #rows = new Map<string, ScenePiece[]>();
  readonly #heads = new Map<number, string[]>();
  readonly #windows: SegmentWindows;
  /** Numbers of the pieces that are headings, ascending. */
  readonly #headings: readonly number[];
  #last = 0;
  #title: string | undefined;
  #sentence: Range | undefined;
  /** What each unit ends; made when the first sentence is asked for. */
  #ends: Uint8Array | undefined;

  constructor(lines: readonly JoinedText[], folded: FoldedText, bounds: readonly Range[], segmenter: Segmenter | undefined) {
    this.#lines = lines;
    this.text = folded.toString();
    this.codes = folded.codes.subarray(0, folded.length);
    this.#origins = folded.origins;
    this.#windows = new SegmentWindows(this.text, segmenter);
    const labels = this.#labels(bounds);
    this.pieces = lines.map(({ piece }, order) => this.#scenePiece(piece, order, bounds[order] ?? { start: 0, end: 0 }, labels));
    this.cells = this.pieces.filter((piece) => piece.cell !== undefined);
    for (const piece of this.cells) if (piece.cell) this.#enter(piece, piece.cell);
    this.#headings = this.pieces.flatMap((piece, order) => (isHeading(piece, this.text) ? [order] : []));
  }

  /** Texts of the first cells of rows and of all cells, by position; a cell of several paragraphs joins them. */
  #labels(bounds: readonly Range[]): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    this.#lines.forEach(({ piece }, order) => {
      const bound = bounds[order];
      if (!piece.cell || !bound) return;
      const key = `${piece.cell.table}/${piece.cell.row}/${piece.cell.column}`;
      const before = texts.get(key) ?? '';
      // A label is short; a cell of a thousand paragraphs must not cost its square.
      if (before.length < 200) texts.set(key, before + this.text.slice(bound.start, Math.min(bound.end, bound.start + 200)));
    });
    return texts;
  }

  #scenePiece(piece: Piece, index: number, bound: Range, texts: ReadonlyMap<string, string>): ScenePiece {
    const base = { index, kind: piece.kind, visible: piece.visible, start: bound.start, end: bound.end };
    if (!piece.cell) return base;
    const { table, row, column } = piece.cell;
    const text = (r: number, c: number) => texts.get(`${table}/${r}/${c}`) ?? '';
    const cell = {
      table,
      row,
      column,
      header: row === 0 ? '' : text(0, column),
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
    const here = this.pieces[this.#last];
    if (here && offset >= here.start && offset <= here.end) return this.#last;
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle]?.start ?? 0) <= offset) low = middle;
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

  #bounded(offset: number, half: number, kind: number): Range {
    this.#ends ??= endsOf(this.codes);
    const ends = this.#ends;
    const piece = this.pieceAt(offset);
    const floor = Math.max(piece.start, offset - half);
    const ceiling = Math.min(piece.end, offset + half);
    let start = Math.min(offset, piece.end);
    while (start > floor && ((ends[start - 1] as number) & kind) === 0) start--;
    let end = Math.min(offset, piece.end);
    while (end < ceiling && ((ends[end] as number) & kind) === 0) end++;
    return { start, end };
  }

  clause(offset: number): Range {
    return this.#bounded(offset, CLAUSE_HALF, CLAUSE_END);
  }

  sentence(offset: number): Range {
    const last = this.#sentence;
    if (last && offset >= last.start && offset <= last.end) return last;
    const sentence = this.#bounded(offset, SENTENCE_HALF, SENTENCE_END);
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
    return blanksBetween(this.#lines[order]?.text ?? '', this.#origin(offset - 1) + 1, this.#origin(offset));
  }

  places(words: readonly string[]): readonly Range[] {
    return this.findWords(words) ?? searchWords(this.text, words);
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

  #origin(offset: number): number {
    return this.#origins[offset] ?? 0;
  }

  /**
   * The original spans under a folded range that lies inside one piece, exact at the edges, whatever was removed there: one, or one for
   * each line where a value runs on over the end of a line.
   */
  originals(range: Range): readonly [Span, ...Span[]] {
    const line = this.#lines[this.orderAt(range.start)];
    if (!line) throw new RangeError('a range outside the draft');
    const start = this.#origin(range.start);
    const last = this.#origin(range.end - 1);
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
  let done = 0;
  let since = 0;
  for (const { text } of lines) {
    const start = folded.length;
    foldPiece(text, folded);
    mendDigits(folded.codes, start, folded.length);
    bounds.push({ start, end: folded.length });
    folded.push(LINE_FEED, text.length);
    done += text.length + 1;
    since += text.length + 1;
    if (since > 50_000) {
      since = 0;
      yield done / total;
    }
  }
  return new DraftScene(lines, folded, bounds, segmenter);
}
