/**
 * All occurrences of all words, nested and overlapping ones included, in one pass. A trie whose edges live in one open hash table;
 * before it stands a Bloom filter over the first two characters, which turns most places of a text away with one look at memory
 * that stays in the cache: that is why a hundred thousand words cost little more than ten thousand.
 * Exact and case-blind for ASCII letters. Time: linear in the text for a given longest word.
 */
export class Automaton {
  readonly words: readonly string[];
  /** 1: a word of one character; 2: a longer word begins with it. */
  readonly #first = new Uint8Array(65536);
  readonly #single = new Map<number, number>();
  readonly #bloom: Uint32Array;
  readonly #bloomShift: number;
  readonly #edges: Int32Array;
  readonly #edgeMask: number;
  readonly #wordAt: Int32Array;

  /** `words` must be folded, distinct (`foldCase`) and not empty. */
  constructor(words: readonly string[]) {
    this.words = words;
    const units = words.reduce((sum, word) => sum + word.length, 0);
    const edgeBits = Math.max(10, Math.ceil(Math.log2(units * 2 + 1)));
    this.#edges = new Int32Array(3 << edgeBits);
    this.#edgeMask = (1 << edgeBits) - 1;
    const bloomBits = Math.min(24, Math.max(15, Math.ceil(Math.log2(words.length * 32 + 1))));
    this.#bloom = new Uint32Array(1 << (bloomBits - 5));
    this.#bloomShift = 32 - bloomBits;
    this.#wordAt = new Int32Array(units + 2).fill(-1);
    let nodes = 2;
    words.forEach((word, id) => {
      nodes = this.#insert(word, id, nodes);
    });
  }

  #insert(word: string, id: number, nodes: number): number {
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      this.#first[first] = (this.#first[first] ?? 0) | 1;
      this.#single.set(first, id);
      return nodes;
    }
    this.#first[first] = (this.#first[first] ?? 0) | 2;
    const bit = this.#pair(first, word.charCodeAt(1));
    this.#bloom[bit >>> 5] = (this.#bloom[bit >>> 5] ?? 0) | (1 << (bit & 31));
    let node = 1;
    let next = nodes;
    for (let at = 0; at < word.length; at++) {
      const slot = this.#slot(node, word.charCodeAt(at));
      if (this.#edges[slot] === 0) {
        this.#edges[slot] = node;
        this.#edges[slot + 1] = word.charCodeAt(at);
        this.#edges[slot + 2] = next++;
      }
      node = this.#edges[slot + 2] ?? 0;
    }
    this.#wordAt[node] = id;
    return next;
  }

  #pair(first: number, second: number): number {
    return Math.imul((first << 16) | second, 0x9e3779b1) >>> this.#bloomShift;
  }

  /** Place of the edge in the table, or of the hole where it would stand (first number 0). */
  #slot(node: number, code: number): number {
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
    hash = (hash ^ (hash >>> 15)) & this.#edgeMask;
    while (true) {
      const slot = hash * 3;
      const parent = this.#edges[slot];
      if (parent === 0 || (parent === node && this.#edges[slot + 1] === code)) return slot;
      hash = (hash + 1) & this.#edgeMask;
    }
  }

  /** Reports every occurrence that starts in [from, to), in order of start; words may reach beyond `to`. */
  find(codes: Uint16Array, from: number, to: number, hits: Hits): void {
    const first = this.#first;
    const bloom = this.#bloom;
    const shift = this.#bloomShift;
    const last = codes.length - 1;
    for (let at = from; at < to; at++) {
      const code = lower(codes[at] as number);
      const flags = first[code] as number;
      if (flags === 0) continue;
      if ((flags & 1) !== 0) hits.add(this.#single.get(code) as number, at);
      if ((flags & 2) === 0 || at === last) continue;
      const second = lower(codes[at + 1] as number);
      const bit = Math.imul((code << 16) | second, 0x9e3779b1) >>> shift;
      if ((((bloom[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
      this.#walk(codes, at, hits);
    }
  }

  #walk(codes: Uint16Array, start: number, hits: Hits): void {
    let node = 1;
    for (let at = start; at < codes.length; at++) {
      const slot = this.#slot(node, lower(codes[at] as number));
      if (this.#edges[slot] === 0) return;
      node = this.#edges[slot + 2] as number;
      const word = this.#wordAt[node] as number;
      if (word >= 0) hits.add(word, start);
    }
  }
}

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

/** ASCII letters only: the automaton knows no other case. */
export const foldCase = (word: string): string => word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Occurrences in order of start: word number and offset, packed. */
export class Hits {
  words = new Int32Array(1024);
  starts = new Int32Array(1024);
  length = 0;

  add(word: number, start: number): void {
    if (this.length === this.words.length) this.#grow();
    this.words[this.length] = word;
    this.starts[this.length++] = start;
  }

  #grow(): void {
    const words = new Int32Array(this.words.length * 2);
    const starts = new Int32Array(this.starts.length * 2);
    words.set(this.words);
    starts.set(this.starts);
    this.words = words;
    this.starts = starts;
  }
}

/** Occurrences by word, each list ascending. */
export class Occurrences {
  readonly #heads: Int32Array;
  readonly #starts: Int32Array;

  constructor(hits: Hits, wordCount: number) {
    const heads = new Int32Array(wordCount + 1);
    for (let at = 0; at < hits.length; at++)
      heads[(hits.words[at] as number) + 1] = (heads[(hits.words[at] as number) + 1] as number) + 1;
    for (let word = 0; word < wordCount; word++) heads[word + 1] = (heads[word + 1] as number) + (heads[word] as number);
    const next = heads.slice();
    this.#starts = new Int32Array(hits.length);
    for (let at = 0; at < hits.length; at++) {
      const word = hits.words[at] as number;
      const slot = next[word] as number;
      next[word] = slot + 1;
      this.#starts[slot] = hits.starts[at] as number;
    }
    this.#heads = heads;
  }

  of(word: number): Int32Array {
    return this.#starts.subarray(this.#heads[word], this.#heads[word + 1]);
  }

  /** First occurrence at or after `from` that starts before `to`; -1 when there is none. */
  within(word: number, from: number, to: number): number {
    const starts = this.#starts;
    let low = this.#heads[word] ?? 0;
    const end = this.#heads[word + 1] ?? 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < from) low = middle + 1;
      else high = middle;
    }
    const start = low < end ? (starts[low] as number) : -1;
    return start >= 0 && start < to ? start : -1;
  }
}
