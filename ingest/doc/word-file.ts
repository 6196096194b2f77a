import type { Compound } from '../ole/compound.ts';

/** A stretch of the text as it lies in the file: a piece of the piece table (MS-DOC 2.9.177). */
export interface WordPiece {
  /** Position of its first character in the document's text. */
  readonly start: number;
  readonly length: number;
  /** Byte offset in the WordDocument stream, and bytes a character. */
  readonly offset: number;
  readonly width: 1 | 2;
}
export const STORIES = ['body', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes', 'headerBoxes'] as const;
export type StoryName = (typeof STORIES)[number];

/** Offsets of pairs (offset, length) in the file information block (MS-DOC 2.5.6). */
const FIELDS = {
  headers: 0xf2,
  characters: 0xfa,
  paragraphs: 0x102,
  names: 0x19a,
  pieces: 0x1a2,
  authors: 0x1ba,
  revisers: 0x232,
  lists: 0x2e2,
  listOverrides: 0x2ea,
} as const;
const COUNTS = 0x4c;
const SMALLEST = 0x200;
const WORD_97 = 0xc1;

/** The binary Word format of 97 and later, which WPS writes too: its text in order and where things are. */
export class WordFile {
  readonly document: Uint8Array;
  readonly table: Uint8Array;
  readonly view: DataView;
  readonly tableView: DataView;
  readonly text: string;
  readonly pieces: readonly WordPiece[];

  private constructor(document: Uint8Array, table: Uint8Array) {
    this.document = document;
    this.table = table;
    this.view = viewOf(document);
    this.tableView = viewOf(table);
    this.pieces = this.readPieces();
    this.text = this.pieces.map((piece) => this.textOf(piece)).join('');
  }

  /** What kind of file the streams hold; `encrypted` and `older` (before Word 97) have another reader or none. */
  static open(file: Compound): WordFile | 'encrypted' | 'older' | 'broken' {
    const document = file.stream('WordDocument');
    if (!document || document.length < SMALLEST) return 'broken';
    const view = viewOf(document);
    const flags = view.getUint16(0x0a, true);
    if ((flags & 0x100) !== 0) return 'encrypted';
    if (view.getUint16(2, true) === 0) return 'broken';
    if (view.getUint16(2, true) < WORD_97) return 'older';
    const table = file.stream((flags & 0x200) !== 0 ? '1Table' : '0Table') ?? file.stream('1Table') ?? file.stream('0Table');
    if (!table) return 'broken';
    const word = new WordFile(document, table);
    return word.pieces.length > 0 ? word : 'broken';
  }

  /** Start and end of a story in the text. */
  story(name: StoryName): readonly [number, number] {
    let start = 0;
    for (const [index, story] of STORIES.entries()) {
      const length = Math.max(0, this.view.getInt32(COUNTS + index * 4, true));
      if (story === name) return [start, Math.min(this.text.length, start + length)];
      start += length;
    }
    return [0, 0];
  }

  /** Where in the table stream a field of the information block points. */
  offsetOf(name: keyof typeof FIELDS): number {
    return FIELDS[name] + 4 <= this.document.length ? this.view.getUint32(FIELDS[name], true) : this.table.length;
  }

  /** Bytes of the table stream that a field of the information block points at. */
  field(name: keyof typeof FIELDS): Uint8Array {
    const at = FIELDS[name];
    // Older writers end the block before the later fields.
    if (at + 8 > this.document.length) return this.table.subarray(0, 0);
    const offset = this.view.getUint32(at, true);
    return this.table.subarray(offset, offset + this.view.getUint32(at + 4, true));
  }

  private readPieces(): WordPiece[] {
    const clx = this.field('pieces');
    const view = viewOf(clx);
    let at = 0;
    // Formatting for pieces comes first and is of no use here.
    while (at + 3 <= clx.length && clx[at] === 1) at += 3 + view.getUint16(at + 1, true);
    if (clx[at] !== 2 || at + 5 > clx.length) return [];
    const size = Math.min(view.getUint32(at + 1, true), clx.length - at - 5);
    const count = Math.floor((size - 4) / 12);
    const pieces: WordPiece[] = [];
    let start = 0;
    for (let index = 0; index < count; index += 1) {
      const length = view.getUint32(at + 9 + index * 4, true) - view.getUint32(at + 5 + index * 4, true);
      const place = view.getUint32(at + 5 + (count + 1) * 4 + index * 8 + 2, true);
      const narrow = (place & 0x40000000) !== 0;
      const offset = narrow ? (place & 0x3fffffff) >>> 1 : place;
      const width = narrow ? 1 : 2;
      if (length <= 0 || length > this.document.length || offset >= this.document.length) continue;
      const held = Math.min(length, Math.floor((this.document.length - offset) / width));
      pieces.push({ start, length: held, offset, width });
      start += held;
      if (start > this.document.length * 4) break;
    }
    return pieces;
  }

  private textOf({ offset, length, width }: WordPiece): string {
    const bytes = this.document.subarray(offset, offset + length * width);
    return new TextDecoder(width === 2 ? 'utf-16le' : 'windows-1252', { ignoreBOM: true }).decode(bytes);
  }
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
