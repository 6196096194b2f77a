import type { Hits } from './hits.ts';

/** Hits handled in one go, so that what runs over them is compiled early. */
const BLOCK = 4096;

export interface Place {
  readonly start: number;
  readonly end: number;
}
/** More units than any word has. */
const LONGEST_WORD = 1 << 16;

function countWords({ words }: Hits, from: number, to: number, heads: Int32Array, present: number[]): void {
  for (let at = from; at < to; at++) {
    const slot = (words[at] as number) + 1;
    if (heads[slot] === 0) present.push(slot - 1);
    heads[slot] = (heads[slot] as number) + 1;
  }
}

function enterStarts({ words, starts }: Hits, from: number, to: number, next: Int32Array, into: Int32Array): void {
  for (let at = from; at < to; at++) {
    const word = words[at] as number;
    const slot = next[word] as number;
    next[word] = slot + 1;
    into[slot] = starts[at] as number;
  }
}

/** Occurrences by word, each list ascending. */
export class Occurrences {
  readonly #heads: Int32Array;
  readonly #starts: Int32Array;
  /** Numbers of the words that occur, in order of first occurrence: a short draft must not pay for a long list of words. */
  readonly present: readonly number[];

  constructor(hits: Hits, wordCount: number) {
    const present: number[] = [];
    const heads = new Int32Array(wordCount + 1);
    for (let from = 0; from < hits.length; from += BLOCK)
      countWords(hits, from, Math.min(hits.length, from + BLOCK), heads, present);
    this.present = present;
    for (let word = 0; word < wordCount; word++) heads[word + 1] = (heads[word + 1] as number) + (heads[word] as number);
    const next = heads.slice();
    this.#starts = new Int32Array(hits.length);
    for (let from = 0; from < hits.length; from += BLOCK)
      enterStarts(hits, from, Math.min(hits.length, from + BLOCK), next, this.#starts);
    this.#heads = heads;
  }

  has(word: number): boolean {
    return this.count(word) > 0;
  }

  /** How often a word occurs. */
  count(word: number): number {
    return (this.#heads[word + 1] ?? 0) - (this.#heads[word] ?? 0);
  }

  of(word: number): Int32Array {
    return this.#starts.subarray(this.#heads[word], this.#heads[word + 1]);
  }

  /** Occurrences of several words together, ascending, the longer first at one place. */
  places(words: readonly number[], lengthOf: (word: number) => number): readonly Place[] {
    const present = words.filter((word) => this.has(word));
    // Sorted as numbers, not as objects: a common word stands in a long draft a hundred thousand times.
    const keys = new Float64Array(present.reduce((sum, word) => sum + this.of(word).length, 0));
    let count = 0;
    for (const word of present) {
      const starts = this.of(word);
      const rest = LONGEST_WORD - 1 - lengthOf(word);
      for (let at = 0; at < starts.length; at++) keys[count++] = (starts[at] as number) * LONGEST_WORD + rest;
    }
    if (present.length > 1) keys.sort();
    const found: Place[] = [];
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number;
      const start = Math.floor(key / LONGEST_WORD);
      found.push({ start, end: start + LONGEST_WORD - 1 - (key - start * LONGEST_WORD) });
    }
    return found;
  }

  /** Where several words together begin, ascending, each place once. */
  starts(words: readonly number[]): Int32Array {
    const lists = words.map((word) => this.of(word)).filter(({ length }) => length > 0);
    const starts = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
    let count = 0;
    for (const list of lists) {
      starts.set(list, count);
      count += list.length;
    }
    if (lists.length < 2) return starts;
    starts.sort();
    let kept = 0;
    for (let at = 0; at < count; at++) if (at === 0 || starts[at] !== starts[at - 1]) starts[kept++] = starts[at] as number;
    return starts.subarray(0, kept);
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
