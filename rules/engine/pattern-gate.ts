import { neededTexts } from './needed-text.ts';

/** Patterns per number of bits. */
const LANE = 31;
const MOST_BITS = 16;

/** Tables of one lane: bits of the patterns that a character, or a pair of characters, lets through. */
interface Lane {
  readonly always: number;
  readonly all: number;
  readonly singles: Int32Array;
  readonly pairs: Int32Array;
  readonly shift: number;
}

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
const SINGLES = 4096;

function makeLane(needs: readonly (readonly string[] | undefined)[]): Lane {
  const count = needs.reduce((sum, need) => sum + (need?.length ?? 0), 0);
  const bits = Math.min(MOST_BITS, Math.max(8, Math.ceil(Math.log2(count * 64 + 1))));
  const singles = new Int32Array(SINGLES);
  const pairs = new Int32Array(1 << bits);
  const shift = 32 - bits;
  let always = 0;
  needs.forEach((need, index) => {
    const bit = 1 << index;
    if (!need) always |= bit;
    for (const text of need ?? []) {
      // The last two say most: 不要往, 底线是, 意见:.
      const last = text.charCodeAt(text.length - 1);
      const slot = text.length === 1 ? last & (SINGLES - 1) : pairSlot(text.charCodeAt(text.length - 2), last, shift);
      const table = text.length === 1 ? singles : pairs;
      table[slot] = (table[slot] as number) | bit;
    }
  });
  return { always, all: needs.length === LANE ? 0x7fffffff : (1 << needs.length) - 1, singles, pairs, shift };
}

const pairSlot = (first: number, second: number, shift: number): number =>
  Math.imul((first << 16) | second, 0x9e3779b1) >>> shift;

function bitsOf({ always, all, singles, pairs, shift }: Lane, text: string, from: number, to: number): number {
  let bits = always;
  let before = 0;
  for (let at = from; at < to; at++) {
    const code = lower(text.charCodeAt(at));
    bits |= (singles[code & (SINGLES - 1)] as number) | (pairs[pairSlot(before, code, shift)] as number);
    if (bits === all) return bits;
    before = code;
  }
  return bits;
}

/**
 * Tells in one walk over a stretch of text which of several patterns may be found in it, by what each of them needs. Never keeps one back
 * that would match; lets some through that do not. Most patterns of most recognisers are absent from most sentences, and asking each of
 * forty expressions by itself is what a check of a long draft would spend its time on.
 */
export class PatternGate<T> {
  readonly #items: readonly T[];
  readonly #lanes: readonly Lane[];

  constructor(items: readonly T[], patternOf: (item: T) => RegExp) {
    this.#items = items;
    const needs = items.map((item) => neededTexts(patternOf(item)));
    this.#lanes = Array.from({ length: Math.ceil(items.length / LANE) }, (_, lane) =>
      makeLane(needs.slice(lane * LANE, (lane + 1) * LANE)),
    );
  }

  /** Those whose pattern may be found in the text from `from` up to `to`, in their order. */
  open(text: string, from = 0, to = text.length): readonly T[] {
    const open: T[] = [];
    this.#lanes.forEach((lane, number) => {
      for (let bits = bitsOf(lane, text, from, to); bits !== 0; bits &= bits - 1)
        open.push(this.#items[number * LANE + 31 - Math.clz32(bits & -bits)] as T);
    });
    return open;
  }
}

/** The same for one pattern: false only where it cannot be found. */
export function patternGuard(pattern: RegExp): (text: string, from: number, to: number) => boolean {
  const lane = makeLane([neededTexts(pattern)]);
  return (text, from, to) => bitsOf(lane, text, from, to) !== 0;
}
