import type { Hits } from './hits.ts';

/** Characters handled in one go between the stages of the filter. */
const BLOCK = 4096;
/** What may begin at a place: a word of one or two characters, a longer one. */
const SHORT = 1;
const LONGER = 2;

/**
 * All occurrences of all words, nested and overlapping ones included, in one pass. The words stand in open hash tables: the first two or
 * three characters in one, further characters as edges of a trie in another. Before them stand two filters, over the first two and the
 * first three characters, which turn most places of a text away with looks at memory that stays in the cache: that is why a hundred
 * thousand words cost little more than ten thousand. The filters are written without branches: which places pass is random, and a
 * processor that guesses wrong a quarter of the time loses more than they gain.
 * Exact, and case-blind for ASCII letters. Time: linear in the text for a given longest word.
 */
export class Automaton {
  readonly words: readonly string[];
  /** Word of one character + 1. */
  readonly #singles = new Int32Array(65536);
  /** One bit a unit that is a word: small enough to stay at hand where the words themselves would not. */
  readonly #isSingle = new Uint32Array(65536 >>> 5);
  /** One bit a pair that begins a word. */
  readonly #pairs: Uint32Array;
  readonly #pairShift: number;
  /** Two bits in one number for every beginning of three, and for every word of two. */
  readonly #filter: Uint32Array;
  readonly #filterShift: number;
  readonly #heads: Table;
  readonly #edges: Table;

  /** `words` must be folded, distinct (`foldCase`) and not empty. */
  constructor(words: readonly string[]) {
    this.words = words;
    const pairBits = bitsFor(words.length * 16, 12, 22);
    this.#pairs = new Uint32Array(1 << (pairBits - 5));
    this.#pairShift = 32 - pairBits;
    const filterBits = bitsFor(words.length * 24, 12, 23);
    this.#filter = new Uint32Array(1 << (filterBits - 5));
    this.#filterShift = 32 - (filterBits - 5);
    this.#heads = new Table(words.length);
    this.#edges = new Table(words.reduce((sum, word) => sum + Math.max(0, word.length - 3), 0));
    let nodes = 1;
    words.forEach((word, id) => {
      nodes = this.#insert(word, id, nodes);
    });
  }

  #insert(word: string, id: number, nodes: number): number {
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      this.#singles[first] = id + 1;
      this.#isSingle[first >>> 5] = (this.#isSingle[first >>> 5] as number) | (1 << (first & 31));
      return nodes;
    }
    const third = word.length === 2 ? 0 : word.charCodeAt(2);
    this.#admit(pairHash(first, word.charCodeAt(1)), third);
    let next = nodes;
    let table = this.#heads;
    let slot = table.enter((first << 16) | word.charCodeAt(1), third, next);
    if (table.node(slot) === next) next++;
    for (let at = 3; at < word.length; at++) {
      const node = table.node(slot);
      table = this.#edges;
      slot = table.enter(node, word.charCodeAt(at), next);
      if (table.node(slot) === next) next++;
    }
    table.end(slot, id);
    return next;
  }

  #admit(pair: number, third: number): void {
    const bit = pair >>> this.#pairShift;
    this.#pairs[bit >>> 5] = (this.#pairs[bit >>> 5] as number) | (1 << (bit & 31));
    const hash = tripleHash(pair, third);
    const place = hash >>> this.#filterShift;
    this.#filter[place] = (this.#filter[place] as number) | twoBits(hash);
  }

  /** Reports every occurrence that starts in [from, to), in order of start; words may reach beyond `to`. */
  find(codes: Uint16Array, from: number, to: number, hits: Hits): void {
    const places = new Int32Array(BLOCK);
    const kinds = new Uint8Array(BLOCK);
    for (let start = from; start < to; start += BLOCK) {
      const begun = this.#begun(codes, start, Math.min(to, start + BLOCK), places);
      const kept = this.#going(codes, places, kinds, begun);
      for (let index = 0; index < kept; index++) this.#report(codes, places[index] as number, kinds[index] as number, hits);
    }
  }

  /** Places where the first two characters may begin a word, or the first is one. */
  #begun(codes: Uint16Array, from: number, to: number, places: Int32Array): number {
    const singles = this.#isSingle;
    const pairs = this.#pairs;
    const shift = this.#pairShift;
    let count = 0;
    let code = lower(codes[from] as number);
    for (let at = from; at < to; at++) {
      const here = code;
      code = lower((codes[at + 1] as number) | 0);
      const bit = pairHash(here, code) >>> shift;
      places[count] = at;
      count += (((pairs[bit >>> 5] as number) >>> (bit & 31)) | ((singles[here >>> 5] as number) >>> (here & 31))) & 1;
    }
    return count;
  }

  /** Keeps the places where the first three may begin a longer word, or the first one or two are a word. */
  #going(codes: Uint16Array, places: Int32Array, kinds: Uint8Array, count: number): number {
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const at = places[index] as number;
      const first = lower(codes[at] as number);
      const pair = pairHash(first, lower((codes[at + 1] as number) | 0));
      const short = this.#admits(tripleHash(pair, 0)) | (((this.#isSingle[first >>> 5] as number) >>> (first & 31)) & 1);
      const kind = short | (this.#admits(tripleHash(pair, lower((codes[at + 2] as number) | 0))) << 1);
      places[kept] = at;
      kinds[kept] = kind;
      kept += (kind | (kind >>> 1)) & 1;
    }
    return kept;
  }

  #admits(hash: number): number {
    const both = twoBits(hash);
    return ((this.#filter[hash >>> this.#filterShift] as number) & both) === both ? 1 : 0;
  }

  #report(codes: Uint16Array, start: number, kind: number, hits: Hits): void {
    const first = lower(codes[start] as number);
    const pair = (first << 16) | lower((codes[start + 1] as number) | 0);
    if ((kind & SHORT) !== 0) {
      const single = this.#singles[first] as number;
      if (single > 0) hits.add(single - 1, start);
      const slot = this.#heads.find(pair, 0);
      if (slot >= 0) hits.add(this.#heads.word(slot), start);
    }
    if ((kind & LONGER) === 0 || start + 2 >= codes.length) return;
    let table = this.#heads;
    let slot = table.find(pair, lower(codes[start + 2] as number));
    for (let at = start + 3; slot >= 0; at++) {
      const word = table.word(slot);
      if (word >= 0) hits.add(word, start);
      if (at >= codes.length) return;
      const node = table.node(slot);
      table = this.#edges;
      slot = table.find(node, lower(codes[at] as number));
    }
  }
}

/** An open hash table of four numbers a slot: two of key, the node it leads to (0: empty), the word that ends there + 1. */
class Table {
  readonly #slots: Int32Array;
  readonly #shift: number;
  readonly #mask: number;

  constructor(entries: number) {
    const bits = bitsFor(entries * 1.3, 4, 26);
    this.#slots = new Int32Array(4 << bits);
    this.#shift = 32 - bits;
    this.#mask = (1 << bits) - 1;
  }

  /** Slot of the key, or the hole where it would stand. */
  #slot(key: number, code: number): number {
    const slots = this.#slots;
    let hash = Math.imul(Math.imul(key ^ (key >>> 15), 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b), 0xc2b2ae35) >>> this.#shift;
    for (; ; hash = (hash + 1) & this.#mask) {
      const slot = hash * 4;
      if (slots[slot + 2] === 0 || (slots[slot] === key && slots[slot + 1] === code)) return slot;
    }
  }

  /** Slot of the key; it is entered with the given node when it is new. */
  enter(key: number, code: number, node: number): number {
    const slot = this.#slot(key, code);
    if (this.#slots[slot + 2] === 0) {
      this.#slots[slot] = key;
      this.#slots[slot + 1] = code;
      this.#slots[slot + 2] = node;
    }
    return slot;
  }

  /** Slot of the key; -1 when it is not there. */
  find(key: number, code: number): number {
    const slot = this.#slot(key, code);
    return this.#slots[slot + 2] === 0 ? -1 : slot;
  }

  node(slot: number): number {
    return this.#slots[slot + 2] as number;
  }

  end(slot: number, word: number): void {
    this.#slots[slot + 3] = word + 1;
  }

  /** Number of the word that ends here; -1 for none. */
  word(slot: number): number {
    return (this.#slots[slot + 3] as number) - 1;
  }
}

const bitsFor = (slots: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.ceil(Math.log2(slots + 1))));
const pairHash = (first: number, second: number): number => Math.imul((first << 16) | second, 0x9e3779b1);
const tripleHash = (pair: number, third: number): number => Math.imul(pair ^ Math.imul(third, 0x85ebca6b), 0xc2b2ae35);

/** Two of 32 bits, from the low end of a hash whose high end chooses the number. */
const twoBits = (hash: number): number => (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

/** ASCII letters only: the automaton knows no other case. */
export const foldCase = (word: string): string => word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
