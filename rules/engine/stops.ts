/** Where clauses and sentences end: noted once for a draft, because recognisers ask for the same ones again and again. */
import type { Range } from '../model.ts';

const LINE_FEED = 0x0a;
const CLAUSE_END = 1;
const SENTENCE_END = 2;
const IF_OPEN = 4;
/** What a unit ends; the ASCII ones only before a blank, Han or the end, because passwords and addresses hold them. */
const ENDS = new Uint8Array(65536);
const ALWAYS = '。！？；\n';
const SOMETIMES = '!;?';
/** Units that may end a clause. */
export const STOP_CHARACTERS = `${ALWAYS}${SOMETIMES}，,`;
for (const stop of ALWAYS) ENDS[stop.charCodeAt(0)] = SENTENCE_END | CLAUSE_END;
for (const stop of SOMETIMES) ENDS[stop.charCodeAt(0)] = SENTENCE_END | CLAUSE_END | IF_OPEN;
ENDS[0xff0c] = CLAUSE_END;
ENDS[0x2c] = CLAUSE_END | IF_OPEN;
const isOpen = (next: number) => next === 0x20 || next === LINE_FEED || next >= 0x2e80;

export interface Stops {
  readonly clauses: StopList;
  readonly sentences: StopList;
}

/** Marks read in one go: a loop over all of them would run once a draft, and be compiled when it is done. */
const BLOCK = 4096;

/** Both lists of a folded text in which a line feed stands behind every piece; `marks`: where its marked units stand. */
export function stopsOf(codes: Uint16Array, marks: Int32Array): Stops {
  const noted = { clauses: new Int32Array(marks.length + 1), sentences: new Int32Array(marks.length + 1), ends: 0, full: 0 };
  for (let from = 0; from < marks.length; from += BLOCK)
    noteStops(codes, marks, from, Math.min(marks.length, from + BLOCK), noted);
  const { clauses, sentences, ends, full } = noted;
  return { clauses: new StopList(clauses.subarray(0, ends)), sentences: new StopList(sentences.subarray(0, full)) };
}

/** Offsets noted so far, and how many they are. */
interface Noted {
  readonly clauses: Int32Array;
  readonly sentences: Int32Array;
  ends: number;
  full: number;
}

/** Nearly without branches: every second mark is a digit, and a processor would guess wrong at many of them. */
function noteStops(codes: Uint16Array, marks: Int32Array, from: number, to: number, noted: Noted): void {
  const { clauses, sentences } = noted;
  let { ends, full } = noted;
  for (let index = from; index < to; index++) {
    const at = marks[index] as number;
    const here = ENDS[codes[at] as number] as number;
    if ((here & IF_OPEN) !== 0 && !isOpen(codes[at + 1] ?? LINE_FEED)) continue;
    clauses[ends] = at;
    ends += here & CLAUSE_END;
    sentences[full] = at;
    full += (here & SENTENCE_END) >>> 1;
  }
  noted.ends = ends;
  noted.full = full;
}

/** Offsets of units that end something, ascending. */
class StopList {
  readonly #offsets: Int32Array;
  #last = 0;

  constructor(offsets: Int32Array) {
    this.#offsets = offsets;
  }

  /** From behind the last stop before an offset to the first one at or behind it, neither farther off than `half`. */
  round(offset: number, half: number): Range {
    const next = this.#firstFrom(offset);
    const before = next > 0 ? (this.#offsets[next - 1] as number) + 1 : 0;
    const end = next < this.#offsets.length ? (this.#offsets[next] as number) : offset;
    return { start: Math.max(before, offset - half), end: Math.min(end, offset + half) };
  }

  /** Who asks mostly asks for the stop that was asked for last, or for one soon behind it. */
  #firstFrom(offset: number): number {
    const offsets = this.#offsets;
    let low = 0;
    let high = this.#offsets.length;
    const last = this.#last;
    if (last > 0 && (offsets[last - 1] as number) < offset) {
      low = last;
      for (let step = 1; low < high; step *= 2) {
        const next = Math.min(high, low + step) - 1;
        if ((offsets[next] as number) >= offset) {
          high = next;
          break;
        }
        low = next + 1;
      }
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    this.#last = low;
    return low;
  }
}
