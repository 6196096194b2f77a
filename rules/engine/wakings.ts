/** Which places of a draft wake which recogniser: told for all of them in one walk over what the pass has found. */
import type { Hits } from './hits.ts';
import type { Occurrences } from './occurrences.ts';
import type { Plan, PlannedRecogniser } from './plan.ts';

/** Hits entered in one go: a loop over all of them would run once a draft, and be compiled when it is done. */
const BLOCK = 4096;

/** The same character this many times in a row on both sides is no writing: nothing wakes inside it. */
const REPETITION = 8;

export function isRepetition(codes: Uint16Array, at: number): boolean {
  // What stands at an edge is none; looking beyond it once would make every later look slow.
  if (at < REPETITION || at + REPETITION >= codes.length) return false;
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

/** The recognisers that rules name, by their anchors and by what they need. Made once for a plan. */
export class WakingWords {
  /** The lists that a word belongs to stand in `#lists` from `#heads[word]` up to the next head: anchors first, then needs. */
  readonly #heads: Int32Array;
  readonly #lists: Int32Array;
  readonly #anchors = new Map<PlannedRecogniser, number>();
  readonly #needs = new Map<PlannedRecogniser, number>();

  constructor(plan: Plan) {
    const named = new Set(
      plan.rules.flatMap(({ match, rule }) => [match.kind === 'recogniser' ? match.recogniser : '', rule.combine?.with ?? '']),
    );
    const byWord = new Map<number, number[]>();
    const enter = (words: readonly number[], list: number) => {
      for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), list]);
    };
    const recognisers = [...named].flatMap((id) => plan.recognisers.get(id) ?? []);
    for (const planned of recognisers) {
      enter(planned.anchors, this.#anchors.size);
      this.#anchors.set(planned, this.#anchors.size);
    }
    for (const planned of recognisers) {
      if (!planned.needs) continue;
      const list = this.#anchors.size + this.#needs.size;
      enter(planned.needs, list);
      this.#needs.set(planned, list);
    }
    this.#heads = new Int32Array(plan.words.length + 1);
    const lists: number[] = [];
    for (let word = 0; word < plan.words.length; word++) {
      this.#heads[word] = lists.length;
      lists.push(...(byWord.get(word) ?? []));
    }
    this.#heads[plan.words.length] = lists.length;
    this.#lists = Int32Array.from(lists);
  }

  /** Enters every hit in the lists it belongs to. `hits` ascend by place and, at one place, by length; `occurrences` are the same by word. */
  wake(hits: Hits, occurrences: Occurrences, codes: Uint16Array): Wakings {
    const counts = this.#counts(occurrences);
    const starts = new Int32Array(counts[counts.length - 1] as number);
    const words = new Int32Array(starts.length);
    const next = counts.slice();
    for (let from = 0; from < hits.length; ) from = this.#enter(hits, from, codes, { starts, words, next });
    const places = (list: number): Anchors => ({
      starts: starts.subarray(counts[list], next[list]),
      words: words.subarray(counts[list], next[list]),
    });
    return new Wakings(this.#anchors, this.#needs, places);
  }

  /** Enters a block of hits, and on to the last one at its last place; answers the first that is not entered. */
  #enter(hits: Hits, first: number, codes: Uint16Array, { starts, words, next }: Entered): number {
    const heads = this.#heads;
    const lists = this.#lists;
    const anchorLists = this.#anchors.size;
    const { starts: hitStarts, words: hitWords, length } = hits;
    let from = first;
    while (from < length && from < first + BLOCK) {
      const start = hitStarts[from] as number;
      let to = from + 1;
      while (to < length && hitStarts[to] === start) to++;
      const dull = isRepetition(codes, start);
      for (let hit = to - 1; hit >= from; hit--) {
        const word = hitWords[hit] as number;
        const end = heads[word + 1] as number;
        for (let slot = heads[word] as number; slot < end; slot++) {
          const list = lists[slot] as number;
          if (dull && list < anchorLists) continue;
          const place = next[list] as number;
          starts[place] = start;
          words[place] = word;
          next[list] = place + 1;
        }
      }
      from = to;
    }
    return from;
  }

  /** Where the places of each list begin, and behind the last one how many there are. */
  #counts(occurrences: Occurrences): Int32Array {
    const counts = new Int32Array(this.#anchors.size + this.#needs.size + 1);
    for (const word of occurrences.present)
      for (let slot = this.#heads[word] as number; slot < (this.#heads[word + 1] as number); slot++) {
        const after = (this.#lists[slot] as number) + 1;
        counts[after] = (counts[after] as number) + occurrences.count(word);
      }
    for (let number = 1; number < counts.length; number++)
      counts[number] = (counts[number] as number) + (counts[number - 1] as number);
    return counts;
  }
}

/** Where places go: all lists in two arrays, and where the next place of each list goes. */
interface Entered {
  readonly starts: Int32Array;
  readonly words: Int32Array;
  readonly next: Int32Array;
}

/** The waking places of one draft. */
export class Wakings {
  readonly #anchors: ReadonlyMap<PlannedRecogniser, number>;
  readonly #needs: ReadonlyMap<PlannedRecogniser, number>;
  readonly #places: (list: number) => Anchors;

  constructor(
    anchors: ReadonlyMap<PlannedRecogniser, number>,
    needs: ReadonlyMap<PlannedRecogniser, number>,
    places: (list: number) => Anchors,
  ) {
    this.#anchors = anchors;
    this.#needs = needs;
    this.#places = places;
  }

  /** Anchors of a recogniser that a rule names; none for any other. */
  of(planned: PlannedRecogniser): Anchors {
    const list = this.#anchors.get(planned);
    return list === undefined ? NO_ANCHORS : this.#places(list);
  }

  /** Where the words stand of which a recogniser needs one; undefined for one that says nothing about it. */
  needsOf(planned: PlannedRecogniser): Int32Array | undefined {
    const list = this.#needs.get(planned);
    return list === undefined ? undefined : this.#places(list).starts;
  }
}
