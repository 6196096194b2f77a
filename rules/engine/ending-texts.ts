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

/** Lists of numbers one behind the other in one array. */
class Lists {
  readonly #heads: Int32Array;
  readonly all: Int32Array;

  constructor(lists: readonly (readonly number[])[]) {
    this.#heads = new Int32Array(lists.length + 1);
    lists.forEach((list, number) => {
      this.#heads[number + 1] = (this.#heads[number] as number) + list.length;
    });
    this.all = Int32Array.from(lists.flat());
  }

  from(list: number): number {
    return this.#heads[list] as number;
  }
}

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
   * Open hash table of three numbers a slot: the last two units of a text, the one before them (0 where there is none: no draft holds a
   * unit 0), and the first text that ends with them + 1 (0: empty). Three units, because dozens of texts end with the same two.
   */
  readonly #slots: Int32Array;
  readonly #slotShift: number;
  /** By text: the next one with the same ending + 1. */
  readonly #next: Int32Array;
  readonly #units: Lists;
  readonly #bits: Lists;
  /** By text: the last question that it was an answer to. */
  readonly #answered: Int32Array;
  #question = 0;
  readonly #places = new Int32Array(BLOCK);

  /** Each text in small letters, none empty, with the numbers of its bits. */
  constructor(texts: ReadonlyMap<string, readonly number[]>) {
    const all = [...texts.keys()];
    const pairs = all.reduce((sum, text) => sum + endsOf(text).length, 0);
    const pairBits = bitsFor(pairs * BITS_A_PAIR, FEWEST_BITS, MOST_BITS);
    this.#pairs = new Uint32Array(1 << (pairBits - 5));
    this.#pairShift = 32 - pairBits;
    const slotBits = bitsFor(all.length * 2, 4, MOST_BITS);
    this.#slots = new Int32Array(3 << slotBits);
    this.#slotShift = 32 - slotBits;
    this.#next = new Int32Array(all.length);
    this.#units = new Lists(all.map((text) => Array.from(text, (_, at) => text.charCodeAt(at))));
    this.#bits = new Lists([...texts.values()]);
    this.#answered = new Int32Array(all.length);
    all.forEach((text, number) => {
      this.#enter(text, number);
    });
  }

  #enter(text: string, number: number): void {
    for (const end of endsOf(text))
      if (text.length === 1) setBit(this.#singles, end);
      else setBit(this.#pairs, hashOf(end) >>> this.#pairShift);
    const unit = (fromEnd: number) => (fromEnd > text.length ? 0 : text.charCodeAt(text.length - fromEnd));
    const pair = (unit(2) << 16) | unit(1);
    const slot = this.#slot(pair, unit(3));
    this.#slots[slot] = pair;
    this.#slots[slot + 1] = unit(3);
    this.#next[number] = this.#slots[slot + 2] as number;
    this.#slots[slot + 2] = number + 1;
  }

  /** Slot of an ending, or the hole where it would stand. */
  #slot(pair: number, third: number): number {
    const slots = this.#slots;
    let slot = 3 * (hashOf(hashOf(pair) ^ third) >>> this.#slotShift);
    while (slots[slot + 2] !== 0 && (slots[slot] !== pair || slots[slot + 1] !== third))
      slot = slot + 3 === slots.length ? 0 : slot + 3;
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
    if (((this.#singles[unit >>> 5] as number) >>> (unit & 31)) & 1) any = this.#noteEnding(unit, 0, codes, from, at, bits, any);
    if (at === from) return any;
    const pair = (lower(codes[at - 1] as number) << 16) | unit;
    any = this.#noteEnding(pair, 0, codes, from, at, bits, any);
    return at - 1 === from ? any : this.#noteEnding(pair, lower(codes[at - 2] as number), codes, from, at, bits, any);
  }

  #noteEnding(
    pair: number,
    third: number,
    codes: Uint16Array,
    from: number,
    at: number,
    bits: Uint32Array,
    before: boolean,
  ): boolean {
    let any = before;
    let text = this.#slots[this.#slot(pair, third) + 2] as number;
    for (; text > 0; text = this.#next[text - 1] as number)
      if (this.#stands(text - 1, codes, from, at)) any = this.#answer(text - 1, bits, any);
    return any;
  }

  /** Whether a text of which the ending stands there stands there whole. */
  #stands(text: number, codes: Uint16Array, from: number, at: number): boolean {
    const first = this.#units.from(text);
    const start = at + 1 - (this.#units.from(text + 1) - first);
    if (start < from) return false;
    for (let unit = start; unit < at - 2; unit++)
      if (lower(codes[unit] as number) !== this.#units.all[first + unit - start]) return false;
    return true;
  }

  /** Sets the bits of a text, once a question; the first answer of a question takes away what stood there before. */
  #answer(text: number, bits: Uint32Array, any: boolean): boolean {
    if (this.#answered[text] === this.#question) return any;
    this.#answered[text] = this.#question;
    if (!any) bits.fill(0);
    const end = this.#bits.from(text + 1);
    for (let at = this.#bits.from(text); at < end; at++) setBit(bits, this.#bits.all[at] as number);
    return true;
  }
}
