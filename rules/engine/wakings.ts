/** Which places of a draft wake which recogniser: told for all of them in one walk over what the pass has found. */
import type { Hits } from './automaton.ts';
import type { Plan, PlannedRecogniser } from './plan.ts';

/** The same character this many times in a row on both sides is no writing: nothing wakes inside it. */
const REPETITION = 8;

export function isRepetition(codes: Uint16Array, at: number): boolean {
  const code = codes[at];
  for (let step = 1; step <= REPETITION; step++) if (codes[at - step] !== code || codes[at + step] !== code) return false;
  return true;
}

/** Places of anchors, ascending, the longer first at one place. */
export interface Anchors {
  readonly starts: Int32Array;
  /** The anchor that stands there, by its number in the plan. */
  readonly words: Int32Array;
}
const NO_ANCHORS: Anchors = { starts: new Int32Array(0), words: new Int32Array(0) };

/** The recognisers that rules name, by the anchors that wake them. Made once for a plan. */
export class WakingWords {
  /** The recognisers that a word wakes stand in `#woken` from `#heads[word]` up to the next head, by their number. */
  readonly #heads: Int32Array;
  readonly #woken: Int32Array;
  readonly #numbers = new Map<PlannedRecogniser, number>();

  constructor(plan: Plan) {
    const named = new Set(
      plan.rules.flatMap(({ match, rule }) => [match.kind === 'recogniser' ? match.recogniser : '', rule.combine?.with ?? '']),
    );
    const byWord = new Map<number, number[]>();
    for (const id of named) {
      const planned = plan.recognisers.get(id);
      if (!planned) continue;
      const number = this.#numbers.size;
      this.#numbers.set(planned, number);
      for (const word of planned.anchors) byWord.set(word, [...(byWord.get(word) ?? []), number]);
    }
    this.#heads = new Int32Array(plan.words.length + 1);
    const woken: number[] = [];
    for (let word = 0; word < plan.words.length; word++) {
      this.#heads[word] = woken.length;
      woken.push(...(byWord.get(word) ?? []));
    }
    this.#heads[plan.words.length] = woken.length;
    this.#woken = Int32Array.from(woken);
  }

  /** Hands every hit to those whom it wakes. `hits` ascend by place and, at one place, by length. */
  wake(hits: Hits, codes: Uint16Array): Wakings {
    const counts = this.#counts(hits);
    const starts = new Int32Array(counts[counts.length - 1] as number);
    const words = new Int32Array(starts.length);
    const next = counts.slice();
    for (let from = 0, to = 0; from < hits.length; from = to) {
      const start = hits.starts[from] as number;
      for (to = from + 1; to < hits.length && hits.starts[to] === start; ) to++;
      if (isRepetition(codes, start)) continue;
      for (let hit = to - 1; hit >= from; hit--) {
        const word = hits.words[hit] as number;
        for (let slot = this.#heads[word] as number; slot < (this.#heads[word + 1] as number); slot++) {
          const number = this.#woken[slot] as number;
          const place = next[number] as number;
          starts[place] = start;
          words[place] = word;
          next[number] = place + 1;
        }
      }
    }
    return new Wakings(this.#numbers, counts, next, starts, words);
  }

  /** Where the places of each recogniser begin, and behind the last one how many there are. */
  #counts(hits: Hits): Int32Array {
    const counts = new Int32Array(this.#numbers.size + 1);
    for (let hit = 0; hit < hits.length; hit++) {
      const word = hits.words[hit] as number;
      for (let slot = this.#heads[word] as number; slot < (this.#heads[word + 1] as number); slot++) {
        const after = (this.#woken[slot] as number) + 1;
        counts[after] = (counts[after] as number) + 1;
      }
    }
    for (let number = 1; number < counts.length; number++)
      counts[number] = (counts[number] as number) + (counts[number - 1] as number);
    return counts;
  }
}

/** The waking places of one draft. */
export class Wakings {
  readonly #numbers: ReadonlyMap<PlannedRecogniser, number>;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #starts: Int32Array;
  readonly #words: Int32Array;

  constructor(
    numbers: ReadonlyMap<PlannedRecogniser, number>,
    from: Int32Array,
    to: Int32Array,
    starts: Int32Array,
    words: Int32Array,
  ) {
    this.#numbers = numbers;
    this.#from = from;
    this.#to = to;
    this.#starts = starts;
    this.#words = words;
  }

  /** Anchors of a recogniser that a rule names; none for any other. */
  of(planned: PlannedRecogniser): Anchors {
    const number = this.#numbers.get(planned);
    if (number === undefined) return NO_ANCHORS;
    const from = this.#from[number] as number;
    const to = this.#to[number] as number;
    return { starts: this.#starts.subarray(from, to), words: this.#words.subarray(from, to) };
  }
}
