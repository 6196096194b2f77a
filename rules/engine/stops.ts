/** Where clauses and sentences end: noted once for a draft, because recognisers ask for the same ones again and again. */
import type { Range } from '../model.ts';

const LINE_FEED = 0x0a;
const SENTENCE_END = 1;
const CLAUSE_END = 2;
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
  const stops = { clauses: new StopList(), sentences: new StopList() };
  for (let from = 0; from < marks.length; from += BLOCK)
    noteStops(codes, marks, from, Math.min(marks.length, from + BLOCK), stops);
  return stops;
}

function noteStops(codes: Uint16Array, marks: Int32Array, from: number, to: number, { clauses, sentences }: Stops): void {
  for (let index = from; index < to; index++) {
    const at = marks[index] as number;
    const here = ENDS[codes[at] as number] as number;
    if (here === 0 || ((here & IF_OPEN) !== 0 && !isOpen(codes[at + 1] ?? LINE_FEED))) continue;
    clauses.add(at);
    if ((here & SENTENCE_END) !== 0) sentences.add(at);
  }
}

/** Offsets of units that end something, ascending. */
class StopList {
  #offsets = new Int32Array(1024);
  #length = 0;
  #last = 0;

  add(offset: number): void {
    if (this.#length === this.#offsets.length) {
      const offsets = new Int32Array(this.#length * 2);
      offsets.set(this.#offsets);
      this.#offsets = offsets;
    }
    this.#offsets[this.#length++] = offset;
  }

  /** From behind the last stop before an offset to the first one at or behind it, neither farther off than `half`. */
  round(offset: number, half: number): Range {
    const next = this.#firstFrom(offset);
    const before = next > 0 ? (this.#offsets[next - 1] as number) + 1 : 0;
    const end = next < this.#length ? (this.#offsets[next] as number) : offset;
    return { start: Math.max(before, offset - half), end: Math.min(end, offset + half) };
  }

  /** Who asks mostly asks for the stop that was asked for last, or for one soon behind it. */
  #firstFrom(offset: number): number {
    const offsets = this.#offsets;
    let low = 0;
    let high = this.#length;
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
