import { neededWays } from './needed-text.ts';

/** Bits of one number, two for each way to match: what it needs, and what it needs also. */
const LANE = 32;
const WAYS = LANE / 2;
/** The first bit of every way. */
const FIRST_BITS = 0x55555555;
const SLOT_BITS = 15;
const SHIFT = 32 - SLOT_BITS;

/** A text that lets ways through when it stands there: their bits. */
interface Needed {
  readonly text: string;
  readonly lets: readonly number[];
}

/**
 * `units` and `pairs` say where a needed text ends: at a unit by itself, or at its last two. The table of pairs is small and sometimes says
 * yes for another pair; what it says is looked at before it counts.
 */
interface Tables {
  /** Patterns that need nothing in particular. */
  readonly always: readonly number[];
  /** Number of its pattern for each way, ascending. */
  readonly patternOf: readonly number[];
  /** Bits of the ways that are let through; filled anew by every walk. */
  readonly open: Uint32Array;
  /** One bit a unit, and one a slot of pairs: tables of some kilobytes, because dozens of gates take turns in the cache. */
  readonly units: Uint32Array;
  readonly pairs: Uint32Array;
  /** Unit → number of its ways in `byUnit`, from 1 on. */
  readonly numbers: Uint8Array;
  readonly byUnit: readonly (readonly number[])[];
  readonly needed: ReadonlyMap<number, readonly Needed[]>;
}

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
const isSet = (bits: Uint32Array, at: number): number => ((bits[at >>> 5] as number) >>> (at & 31)) & 1;
const setBit = (bits: Uint32Array, at: number): void => {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
};
const slotOf = (pair: number): number => Math.imul(pair, 0x9e3779b1) >>> SHIFT;

/** A needed text that holds another one lets nothing more through. */
const shortest = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => !texts.some((other) => other !== text && text.includes(other)));

/** The units a unit of a needed text stands for: both cases of a letter. */
function casesOf(unit: number): readonly number[] {
  const upper = String.fromCharCode(unit).toUpperCase().charCodeAt(0);
  return unit < 0x80 && upper !== unit ? [unit, upper] : [unit];
}

/** The last two units of a text (the last one, for a text of one), in all ways their letters can be written, each in one number. */
function endsOf(text: string): readonly number[] {
  const lasts = casesOf(text.charCodeAt(text.length - 1));
  if (text.length === 1) return lasts;
  return casesOf(text.charCodeAt(text.length - 2)).flatMap((first) => lasts.map((last) => (first << 16) | last));
}

/** Bits by the text that lets them through, and the pattern of each way. */
function readWays(patterns: readonly RegExp[]) {
  const texts = new Map<string, number[]>();
  const always: number[] = [];
  const patternOf: number[] = [];
  const enter = (strings: readonly string[], bits: readonly number[]) => {
    for (const text of shortest(strings)) texts.set(text, [...(texts.get(text) ?? []), ...bits]);
  };
  patterns.forEach((pattern, number) => {
    const ways = neededWays(pattern);
    if (!ways) always.push(number);
    for (const { need, also } of ways ?? []) {
      const bit = 2 * patternOf.length;
      enter(need, also ? [bit] : [bit, bit + 1]);
      if (also) enter(also, [bit + 1]);
      patternOf.push(number);
    }
  });
  return { texts, always, patternOf };
}

function makeTables(patterns: readonly RegExp[]): Tables {
  const { texts, always, patternOf } = readWays(patterns);
  const units = new Uint32Array(65536 >>> 5);
  const pairs = new Uint32Array(1 << (SLOT_BITS - 5));
  const numbers = new Uint8Array(65536);
  const needed = new Map<number, Needed[]>();
  const byUnit: (readonly number[])[] = [[]];
  for (const [text, lets] of texts) {
    if (text.length === 1 && byUnit.length < 256) {
      for (const end of endsOf(text)) {
        setBit(units, end);
        numbers[end] = byUnit.length;
      }
      byUnit.push(lets);
    } else if (text.length === 1) always.push(...lets.map((bit) => patternOf[bit >> 1] as number));
    else
      for (const end of endsOf(text)) {
        needed.set(end, [...(needed.get(end) ?? []), { text, lets }]);
        setBit(pairs, slotOf(end));
      }
  }
  const open = new Uint32Array(Math.ceil((2 * patternOf.length) / LANE));
  return { always: [...new Set(always)].sort((a, b) => a - b), patternOf, open, units, pairs, numbers, byUnit, needed };
}

function endsWith(codes: Uint16Array, wanted: string, from: number, end: number): boolean {
  const start = end - wanted.length;
  if (start < from) return false;
  for (let at = 0; at < wanted.length; at++) if (lower(codes[start + at] as number) !== wanted.charCodeAt(at)) return false;
  return true;
}

/** Notes the ways that the needed texts ending with `end` right before an offset let through. */
function note(tables: Tables, end: number, codes: Uint16Array, from: number, offset: number, open: Uint32Array): void {
  const needed = tables.needed.get(end);
  if (needed) for (const one of needed) if (endsWith(codes, one.text, from, offset)) admit(one.lets, open);
}

function admit(lets: readonly number[], open: Uint32Array): void {
  for (const bit of lets) open[bit >>> 5] = (open[bit >>> 5] as number) | (1 << (bit & 31));
}

/** Fills the bits of the tables; false when no needed text stands in the stretch. */
function walk(tables: Tables, codes: Uint16Array, from: number, to: number): boolean {
  const { units, pairs, open } = tables;
  let isOpen = false;
  let before = 0;
  // Digits and the like stand everywhere: each of the first of them is looked up once.
  let seen = 0;
  for (let at = from; at < to; at++) {
    const code = codes[at] as number;
    const pair = (before << 16) | code;
    before = code;
    const isPair = isSet(pairs, slotOf(pair));
    if ((isPair | isSet(units, code)) === 0) continue;
    const unit = tables.numbers[code] as number;
    if (isPair === 0 && unit < 32 && (seen & (1 << unit)) !== 0) continue;
    if (!isOpen) open.fill(0);
    isOpen = true;
    if (unit !== 0) {
      seen |= unit < 32 ? 1 << unit : 0;
      admit(tables.byUnit[unit] as readonly number[], open);
    }
    if (isPair === 1) note(tables, pair, codes, from, at + 1, open);
  }
  return isOpen;
}

/** Ways of which both bits of a number are set, each by its first bit. */
const both = (bits: number): number => bits & (bits >>> 1) & FIRST_BITS;

/**
 * Tells in one walk over a stretch of text which of several patterns may be found in it, by what each of them needs. Never keeps one back
 * that would match; lets some through that do not. Most patterns of most recognisers are absent from most sentences, and asking each of
 * forty expressions by itself is what a check of a long draft would spend its time on.
 */
export class PatternGate<T> {
  readonly #items: readonly T[];
  readonly #patternOf: (item: T) => RegExp;
  /** Made at the first question: a short draft asks few gates anything. */
  #tables: Tables | undefined;

  constructor(items: readonly T[], patternOf: (item: T) => RegExp) {
    this.#items = items;
    this.#patternOf = patternOf;
  }

  /** Those whose pattern may be found in the text (or its units) from `from` up to `to`, in their order. */
  open(text: string | Uint16Array, from = 0, to = text.length): readonly T[] {
    this.#tables ??= makeTables(this.#items.map(this.#patternOf));
    const { always, patternOf, open: bits } = this.#tables;
    if (!walk(this.#tables, typeof text === 'string' ? unitsOf(text) : text, from, to))
      return always.length === 0 ? [] : always.map((number) => this.#items[number] as T);
    const open: T[] = [];
    let asked = 0;
    let last = -1;
    for (let word = 0; word < bits.length; word++)
      for (let rest = both(bits[word] as number); rest !== 0; rest &= rest - 1) {
        const number = patternOf[word * WAYS + ((31 - Math.clz32(rest & -rest)) >> 1)] as number;
        for (; asked < always.length && (always[asked] as number) <= number; asked++) {
          last = always[asked] as number;
          open.push(this.#items[last] as T);
        }
        if (number === last) continue;
        last = number;
        open.push(this.#items[number] as T);
      }
    for (; asked < always.length; asked++) open.push(this.#items[always[asked] as number] as T);
    return open;
  }
}

/** The same for one pattern: false only where it cannot be found. */
export function patternGuard(pattern: RegExp): (text: string | Uint16Array, from?: number, to?: number) => boolean {
  let tables: Tables | undefined;
  return (text, from = 0, to = text.length) => {
    tables ??= makeTables([pattern]);
    const codes = typeof text === 'string' ? unitsOf(text) : text;
    return tables.always.length > 0 || (walk(tables, codes, from, to) && tables.open.some((bits) => both(bits) !== 0));
  };
}

let scratch = new Uint16Array(1024);

/** The units of a text; behind its end stand others. Good until asked again. */
function unitsOf(text: string): Uint16Array {
  if (text.length > scratch.length) scratch = new Uint16Array(text.length * 2);
  for (let at = 0; at < text.length; at++) scratch[at] = text.charCodeAt(at);
  return scratch;
}
