import { neededTexts } from './needed-text.ts';

/** Patterns per number of bits. */
const LANE = 31;
const SLOTS = 8192;
const SHIFT = 32 - 13;

/** A text that lets patterns through when it stands there. */
interface Needed {
  readonly text: string;
  readonly bits: number;
}

/** One lane: which patterns the last two units of a needed text may let through, and the texts themselves to make sure. */
interface Lane {
  readonly always: number;
  readonly all: number;
  readonly singles: Int32Array;
  readonly pairs: Int32Array;
  readonly needed: ReadonlyMap<number, readonly Needed[]>;
}

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
const slotOf = (pair: number): number => Math.imul(pair, 0x9e3779b1) >>> SHIFT;
/** The last two units of a text in one number; a text of one unit has none before it. */
const lastPair = (text: string): number =>
  (text.length === 1 ? 0 : text.charCodeAt(text.length - 2) << 16) | text.charCodeAt(text.length - 1);

/** A needed text that holds another one lets nothing more through. */
const shortest = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => !texts.some((other) => other !== text && text.includes(other)));

function makeLane(needs: readonly (readonly string[] | undefined)[]): Lane {
  const singles = new Int32Array(SLOTS);
  const pairs = new Int32Array(SLOTS);
  const texts = new Map<string, number>();
  let always = 0;
  needs.forEach((need, index) => {
    if (!need) always |= 1 << index;
    for (const text of shortest(need ?? [])) texts.set(text, (texts.get(text) ?? 0) | (1 << index));
  });
  const needed = new Map<number, Needed[]>();
  for (const [text, bits] of texts) {
    const pair = lastPair(text);
    needed.set(pair, [...(needed.get(pair) ?? []), { text, bits }]);
    const [table, slot] = text.length === 1 ? [singles, pair & (SLOTS - 1)] : [pairs, slotOf(pair)];
    table[slot] = (table[slot] as number) | bits;
  }
  return { always, all: needs.length === LANE ? 0x7fffffff : (1 << needs.length) - 1, singles, pairs, needed };
}

function endsWith(text: string, wanted: string, from: number, end: number): boolean {
  const start = end - wanted.length;
  if (start < from) return false;
  for (let at = 0; at < wanted.length; at++) if (lower(text.charCodeAt(start + at)) !== wanted.charCodeAt(at)) return false;
  return true;
}

/** Bits of the needed texts that end with a pair and stand right before an offset. */
function surely(lane: Lane, pair: number, text: string, from: number, end: number): number {
  let bits = 0;
  for (const one of lane.needed.get(pair) ?? []) if (endsWith(text, one.text, from, end)) bits |= one.bits;
  return bits;
}

function bitsOf(lane: Lane, text: string, from: number, to: number): number {
  const { all, singles, pairs } = lane;
  let bits = lane.always;
  let before = 0;
  for (let at = from; at < to; at++) {
    const code = lower(text.charCodeAt(at));
    const pair = (before << 16) | code;
    // The tables are small and sometimes say yes for another pair: what they say is looked at before it counts.
    if (((singles[code & (SLOTS - 1)] as number) & ~bits) !== 0) bits |= surely(lane, code, text, from, at + 1);
    if (((pairs[slotOf(pair)] as number) & ~bits) !== 0) bits |= surely(lane, pair, text, from, at + 1);
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
    for (let number = 0; number < this.#lanes.length; number++) {
      const lane = this.#lanes[number] as Lane;
      for (let bits = bitsOf(lane, text, from, to); bits !== 0; bits &= bits - 1)
        open.push(this.#items[number * LANE + 31 - Math.clz32(bits & -bits)] as T);
    }
    return open;
  }
}

/** The same for one pattern: false only where it cannot be found. */
export function patternGuard(pattern: RegExp): (text: string, from?: number, to?: number) => boolean {
  const lane = makeLane([neededTexts(pattern)]);
  return (text, from = 0, to = text.length) => bitsOf(lane, text, from, to) !== 0;
}
