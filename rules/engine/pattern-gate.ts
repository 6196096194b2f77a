import { EndingTexts } from './ending-texts.ts';
import { neededWays } from './needed-text.ts';

/** Bits of one number, two for each way to match: what it needs, and what it needs also. */
const LANE = 32;
const WAYS = LANE / 2;
/** The first bit of every way. */
const FIRST_BITS = 0x55555555;

interface Tables {
  /** Patterns that need nothing in particular. */
  readonly always: readonly number[];
  /** Number of its pattern for each way, ascending. */
  readonly patternOf: readonly number[];
  /** Bits of the ways that are let through; filled anew by every walk. */
  readonly open: Uint32Array;
  /** What is needed, each with the bits it lets through. */
  readonly needed: EndingTexts;
}

/** A needed text that holds another one lets nothing more through. */
function shortest(texts: readonly string[]): readonly string[] {
  const all = new Set(texts);
  const holdsAnother = (text: string): boolean => {
    for (let from = 0; from < text.length; from++)
      for (let to = from + 1; to <= text.length; to++) if (to - from < text.length && all.has(text.slice(from, to))) return true;
    return false;
  };
  return texts.filter((text) => !holdsAnother(text));
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
  const open = new Uint32Array(Math.ceil((2 * patternOf.length) / LANE));
  return { always, patternOf, open, needed: new EndingTexts(texts) };
}

/** Fills the bits of the tables; false when no needed text stands in the stretch. */
const walk = ({ needed, open }: Tables, codes: Uint16Array, from: number, to: number): boolean =>
  needed.mark(codes, from, to, open);

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
let scratchBytes = Buffer.from(scratch.buffer);

/** The units of a text; behind its end stand others. Good until asked again. */
function unitsOf(text: string): Uint16Array {
  if (text.length > scratch.length) {
    scratch = new Uint16Array(text.length * 2);
    scratchBytes = Buffer.from(scratch.buffer);
  }
  scratchBytes.write(text, 'utf16le');
  return scratch;
}
