/** Which of some thousand short texts stand in a stretch, each with the bits it sets: what a gate asks of half the sentences of a draft. */

/** Units looked at in one go. */
const BLOCK = 1024;
/** Bits of the filter of pairs: with more of them it says yes by mistake less often, and takes more of the cache from other gates. */
const FEWEST_BITS = 10;
const MOST_BITS = 17;
const BITS_A_PAIR = 16;

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
const setBit = (bits: Uint32Array, at: number): void => {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
};
const hashOf = (pair: number): number => Math.imul(pair, 0x9e3779b1);
const bitsFor = (count: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.ceil(Math.log2(count + 1))));

/** The units a unit of a text stands for: both cases of a letter. */
function casesOf(unit: number): readonly number[] {
  const upper = String.fromCharCode(unit).toUpperCase().charCodeAt(0);
  return unit < 0x80 && upper !== unit ? [unit, upper] : [unit];
}

/** The last two units of a text (the only one of a single) in all ways their letters can be written, each in one number. */
function endsOf(text: string): readonly number[] {
  const lasts = casesOf(text.charCodeAt(text.length - 1));
  if (text.length === 1) return lasts;
  return casesOf(text.charCodeAt(text.length - 2)).flatMap((first) => lasts.map((last) => (first << 16) | last));
}

/** Numbers of a slot: the last two units, the one before them, and what ends with them. */
const PAIR = 0;
const THIRD = 1;
const ENDING = 2;
const SLOT = 3;

/** Numbers of a record. What is known of a text stands side by side, and so in one line of the cache. */
const NEXT = 0;
const LENGTH = 1;
const UNITS = 2;
const BITS = 3;
const BITS_END = 4;
const ANSWERED = 5;
const RECORD = 8;

/**
 * Texts by where they end: at a unit by itself, or at its last two. A filter of bits turns most places away; it is asked without a branch,
 * because which places pass is random. Behind it stand arrays of numbers only: maps and strings would cost more than all the rest.
 */
export class EndingTexts {
  /** One bit a unit that is a text, and one a slot of pairs that end one. */
  readonly #singles = new Uint32Array(65536 >>> 5);
  readonly #pairs: Uint32Array;
  readonly #pairShift: number;
  /**
   * Open hash table. A text of one or two units stands under 0 for the third (no draft holds a unit 0), a longer one under its third from
   * the end, because dozens of texts end with the same two. `ENDING`: twice the record of the first of its texts, and 1 more where longer
   * texts end with the two; 0 in a hole.
   */
  readonly #slots: Int32Array;
  readonly #slotShift: number;
  /** Of each text: the record of the next with the same ending, where its units and bits stand, the last question it was an answer to. */
  readonly #records: Int32Array;
  readonly #units: Uint16Array;
  readonly #bits: Int32Array;
  #question = 0;
  readonly #places = new Int32Array(BLOCK);

  /** Each text in small letters, none empty, with the numbers of its bits. */
  constructor(texts: ReadonlyMap<string, readonly number[]>) {
    const all = [...texts.keys()];
    const pairs = all.reduce((sum, text) => sum + endsOf(text).length, 0);
    const pairBits = bitsFor(pairs * BITS_A_PAIR, FEWEST_BITS, MOST_BITS);
    this.#pairs = new Uint32Array(1 << (pairBits - 5));
    this.#pairShift = 32 - pairBits;
    const slotBits = bitsFor(all.length * 4, 4, MOST_BITS);
    this.#slots = new Int32Array(SLOT << slotBits);
    this.#slotShift = 32 - slotBits;
    this.#units = Uint16Array.from(all.join('').split(''), (unit) => unit.charCodeAt(0));
    this.#bits = Int32Array.from([...texts.values()].flat());
    // Record 0 is none.
    this.#records = new Int32Array((all.length + 1) * RECORD);
    let record = 0;
    let units = 0;
    let bits = 0;
    for (const [text, its] of texts) {
      record += RECORD;
      this.#records.set([0, text.length, units, bits, bits + its.length], record);
      this.#enter(text, record);
      units += text.length;
      bits += its.length;
    }
  }

  #enter(text: string, record: number): void {
    for (const end of endsOf(text))
      if (text.length === 1) setBit(this.#singles, end);
      else setBit(this.#pairs, hashOf(end) >>> this.#pairShift);
    const unit = (fromEnd: number) => (fromEnd > text.length ? 0 : text.charCodeAt(text.length - fromEnd));
    const pair = (unit(2) << 16) | unit(1);
    const slot = this.#claim(pair, unit(3));
    const before = this.#slots[slot + ENDING] as number;
    this.#records[record + NEXT] = before >>> 1;
    this.#slots[slot + ENDING] = (record << 1) | (before & 1);
    if (text.length > 2) {
      const shared = this.#claim(pair, 0) + ENDING;
      this.#slots[shared] = (this.#slots[shared] as number) | 1;
    }
  }

  /** Slot of an ending, or the hole where it would stand. */
  #slot(pair: number, third: number): number {
    const slots = this.#slots;
    let slot = SLOT * (hashOf(hashOf(pair) ^ third) >>> this.#slotShift);
    while (slots[slot + ENDING] !== 0 && (slots[slot + PAIR] !== pair || slots[slot + THIRD] !== third))
      slot = slot + SLOT === slots.length ? 0 : slot + SLOT;
    return slot;
  }

  #claim(pair: number, third: number): number {
    const slot = this.#slot(pair, third);
    this.#slots[slot + PAIR] = pair;
    this.#slots[slot + THIRD] = third;
    return slot;
  }

  /** Sets the bits of all texts that stand in codes[from, to), and no others; false, and nothing done, where none of them stands. */
  mark(codes: Uint16Array, from: number, to: number, bits: Uint32Array): boolean {
    this.#question++;
    let any = false;
    for (let start = from; start < to; start += BLOCK) {
      const count = this.#endings(codes, start, Math.min(to, start + BLOCK), start === from ? 0 : (codes[start - 1] as number));
      for (let index = 0; index < count; index++) any = this.#note(codes, from, this.#places[index] as number, bits, any);
    }
    return any;
  }

  /** Notes where texts may end in [from, to); answers how many such places there are. */
  #endings(codes: Uint16Array, from: number, to: number, left: number): number {
    const singles = this.#singles;
    const pairs = this.#pairs;
    const shift = this.#pairShift;
    const places = this.#places;
    let before = left;
    let count = 0;
    for (let at = from; at < to; at++) {
      const code = codes[at] as number;
      const bit = hashOf((before << 16) | code) >>> shift;
      before = code;
      places[count] = at;
      count += (((pairs[bit >>> 5] as number) >>> (bit & 31)) | ((singles[code >>> 5] as number) >>> (code & 31))) & 1;
    }
    return count;
  }

  /** Sets the bits of the texts that end at a place; answers whether any did so far. */
  #note(codes: Uint16Array, from: number, at: number, bits: Uint32Array, before: boolean): boolean {
    const unit = lower(codes[at] as number);
    let any = before;
    if ((((this.#singles[unit >>> 5] as number) >>> (unit & 31)) & 1) !== 0)
      any = this.#noteTexts((this.#slots[this.#slot(unit, 0) + ENDING] as number) >>> 1, codes, from, at, bits, any);
    if (at === from) return any;
    const pair = (lower(codes[at - 1] as number) << 16) | unit;
    const ending = this.#slots[this.#slot(pair, 0) + ENDING] as number;
    any = this.#noteTexts(ending >>> 1, codes, from, at, bits, any);
    if ((ending & 1) === 0 || at - 1 === from) return any;
    const longer = this.#slots[this.#slot(pair, lower(codes[at - 2] as number)) + ENDING] as number;
    return this.#noteTexts(longer >>> 1, codes, from, at, bits, any);
  }

  /** The same for a text and those with the same ending; 0 for none. */
  #noteTexts(first: number, codes: Uint16Array, from: number, at: number, bits: Uint32Array, before: boolean): boolean {
    let any = before;
    for (let record = first; record !== 0; record = this.#records[record + NEXT] as number)
      if (this.#stands(record, codes, from, at)) any = this.#answer(record, bits, any);
    return any;
  }

  /** Whether a text of which the last three units stand there stands there whole. */
  #stands(record: number, codes: Uint16Array, from: number, at: number): boolean {
    const start = at + 1 - (this.#records[record + LENGTH] as number);
    if (start < from) return false;
    const units = (this.#records[record + UNITS] as number) - start;
    for (let unit = start; unit < at - 2; unit++) if (lower(codes[unit] as number) !== this.#units[units + unit]) return false;
    return true;
  }

  /** Sets the bits of a text, once a question; the first answer of a question takes away what stood there before. */
  #answer(record: number, bits: Uint32Array, any: boolean): boolean {
    const records = this.#records;
    if (records[record + ANSWERED] === this.#question) return any;
    records[record + ANSWERED] = this.#question;
    if (!any) bits.fill(0);
    const end = records[record + BITS_END] as number;
    for (let at = records[record + BITS] as number; at < end; at++) setBit(bits, this.#bits[at] as number);
    return true;
  }
}
