import { foldTable } from './fold-table.ts';

const LINE_FEED = 0x0a;

/** Where folded text goes; grows by itself. */
export class FoldedText {
  codes: Uint16Array;
  /** The same memory as `codes`, as what can be written to. */
  #bytes: Buffer;
  length = 0;
  /** UTF-16 offset in its piece for each unit that was pushed with one. Most pieces fold unit by unit and need none. */
  origins = new Int32Array(64);
  /** How many of the origins are set. */
  moved = 0;
  /** Where marked units stand, ascending; kept by `foldPiece`, `markFrom` and `end`. */
  marks: Int32Array;
  marked = 0;

  constructor(capacity: number) {
    this.codes = new Uint16Array(Math.max(64, capacity));
    this.#bytes = Buffer.from(this.codes.buffer);
    this.marks = new Int32Array(Math.max(64, capacity >> 3));
  }

  push(code: number, origin: number): void {
    this.pushInPlace(code);
    if (this.moved === this.origins.length) {
      const origins = new Int32Array(this.origins.length * 2);
      origins.set(this.origins);
      this.origins = origins;
    }
    this.origins[this.moved++] = origin;
  }

  /** For a unit that stands where it stood in its piece. */
  pushInPlace(code: number): void {
    this.reserve(1);
    this.codes[this.length++] = code;
  }

  /** Makes room for so many more. */
  reserve(count: number): void {
    if (this.length + count > this.codes.length) {
      const codes = new Uint16Array(Math.max(this.codes.length * 2, this.length + count));
      codes.set(this.codes);
      this.codes = codes;
      this.#bytes = Buffer.from(codes.buffer);
    }
    if (this.marked + count > this.marks.length) {
      const marks = new Int32Array(Math.max(this.marks.length * 2, this.marked + count));
      marks.set(this.marks);
      this.marks = marks;
    }
  }

  /**
   * Puts the units of a text behind the end, which stays where it is, and makes room for as many marks; answers how many they are. Copied
   * at once: drafts hold strings of all the forms that V8 knows, and asking such a mixture unit by unit takes three times as long.
   */
  writeBehind(text: string): number {
    this.reserve(text.length);
    this.#bytes.write(text, 2 * this.length, 'utf16le');
    return text.length;
  }

  /** Marks what stands from an offset on anew: it was changed, or never looked at. `marked`: how many marks stand before it. */
  markFrom(offset: number, marked: number): void {
    const { marked: isMarked } = foldTable();
    this.marked = marked;
    this.reserve(this.length - offset);
    for (let at = offset; at < this.length; at++) if (isMarked[this.codes[at] as number] === 1) this.marks[this.marked++] = at;
  }

  /** The line feed behind a piece; with an origin where the units of the piece have one. */
  end(origin?: number): void {
    if (origin === undefined) this.pushInPlace(LINE_FEED);
    else this.push(LINE_FEED, origin);
    this.marks[this.marked++] = this.length - 1;
  }

  /** Length-preserving: a lone surrogate becomes U+FFFD. */
  toString(): string {
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(this.codes.subarray(0, this.length));
  }
}
