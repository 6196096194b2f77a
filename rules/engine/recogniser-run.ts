import type { Candidate, Range } from '../model.ts';
import type { PlannedRecogniser } from './plan.ts';
import type { Reading } from './reading.ts';
import { CLAUSE_HALF, SENTENCE_HALF } from './scene.ts';
import type { Anchors } from './wakings.ts';

/** How many wakings are done between two breaths of the host. */
const BREATH = 64;

/** Clauses and sentences from this length on may be looked at in another cut than the one round the anchor. */
const ENDLESS = 200;

/**
 * Says yes to the first anchor of every clause or sentence, asked in order of place; to more where the window was cut short by its bound
 * and does not reach to the end; to none where what is needed does not stand. Asked while the recogniser runs, not before, so that both
 * look at the same sentence one after the other.
 */
export function firstOfEach(
  reading: Reading,
  unit: 'clause' | 'sentence' | undefined,
  needs?: Int32Array,
): (start: number, end: number) => boolean {
  if (!unit) return () => true;
  const { scene } = reading;
  const half = unit === 'clause' ? CLAUSE_HALF : SENTENCE_HALF;
  let next = 0;
  let seenFrom = 0;
  let seenTo = 0;
  return (start, end) => {
    if (start >= seenFrom && end <= seenTo) return false;
    const window = unit === 'clause' ? scene.clause(start) : scene.sentence(start);
    seenFrom = window.start;
    seenTo = window.end === start + half ? window.end - half / 2 : window.end;
    if (!needs || window.end - window.start >= ENDLESS) return true;
    // Windows ascend; only in text without an end may one begin before the last one did.
    if (next > 0 && (needs[next - 1] as number) >= window.start) next = 0;
    while (next < needs.length && (needs[next] as number) < window.start) next++;
    return next < needs.length && (needs[next] as number) < window.end;
  };
}

/** Cells that wake a recogniser by header, row label or left neighbour. */
function cells(reading: Reading, headers: readonly string[]): readonly Range[] {
  if (headers.length === 0) return [];
  // A table says the same few words over each of its thousand rows.
  const known = new Map<string, boolean>();
  const names = (text: string): boolean => {
    if (text === '') return false;
    let is = known.get(text);
    if (is === undefined) {
      is = headers.some((header) => text.includes(header));
      known.set(text, is);
    }
    return is;
  };
  return reading.scene.cells.filter(
    ({ cell, start, end }) =>
      cell && end > start && (names(cell.header) || names(cell.over ?? '') || names(cell.label) || names(cell.left)),
  );
}

/**
 * One recogniser on its way through one draft: at its anchors in order of place, then at digits and cells. The walk over the anchors is no
 * generator: what runs a hundred thousand times must be compiled tight.
 */
class RecogniserRun {
  readonly #reading: Reading;
  readonly #planned: PlannedRecogniser;
  readonly #anchors: Anchors;
  readonly #isFirst: (start: number, end: number) => boolean;
  readonly #candidates = new Map<string, Candidate>();
  #next = 0;

  constructor(reading: Reading, planned: PlannedRecogniser) {
    this.#reading = reading;
    this.#planned = planned;
    this.#anchors = reading.wakings.of(planned);
    this.#isFirst = firstOfEach(reading, planned.recogniser.once, reading.wakings.needsOf(planned));
  }

  /** Wakes it at the next anchors, a breath of them; answers the share done. */
  next(): number {
    const { starts, words } = this.#anchors;
    for (let woken = 0; this.#next < starts.length; this.#next++) {
      if (woken >= BREATH) return this.#next / starts.length;
      const start = starts[this.#next] as number;
      const anchor = this.#reading.word(words[this.#next] as number);
      const end = start + anchor.length;
      if (!this.#isFirst(start, end)) continue;
      this.#wake(start, end, anchor);
      woken++;
    }
    return 1;
  }

  /** What it found, its digits and cells included; kept for every rule that names it. */
  *finish(): Generator<number, readonly Candidate[]> {
    const { recogniser, headers } = this.#planned;
    const others = [
      ...(recogniser.digits === undefined ? [] : this.#reading.runs('ascii', recogniser.digits)),
      ...(recogniser.chineseDigits === undefined ? [] : this.#reading.runs('chinese', recogniser.chineseDigits)),
      ...cells(this.#reading, headers),
    ];
    for (let index = 0; index < others.length; index++) {
      const { start, end } = others[index] as Range;
      this.#wake(start, end);
      if ((index + 1) % BREATH === 0) yield index / others.length;
    }
    return this.#reading.share(recogniser.id, [...this.#candidates.values()]);
  }

  #wake(start: number, end: number, anchor?: string): void {
    const more = this.#planned.recogniser.recognise(this.#reading.scene, { start, end }, anchor);
    if (more.length > 0) keep(this.#candidates, more);
  }
}

/** What a recogniser finds in the draft; several rules may name the same one. */
export function* recognised(reading: Reading, planned: PlannedRecogniser): Generator<number, readonly Candidate[]> {
  const known = reading.shared(planned.recogniser.id);
  if (known) return known;
  if (planned.needsInDraft && !reading.hasAny(planned.needsInDraft)) return reading.share(planned.recogniser.id, []);
  const run = new RecogniserRun(reading, planned);
  for (let done = run.next(); done < 1; done = run.next()) yield done;
  return yield* run.finish();
}

/** Of candidates that say the same the surest is kept. */
function keep(candidates: Map<string, Candidate>, more: readonly Candidate[]): void {
  for (const candidate of more) {
    const key = `${candidate.start},${candidate.end},${candidate.value},${candidate.passedOver === undefined}`;
    const before = candidates.get(key);
    if (!before || before.confidence < candidate.confidence) candidates.set(key, candidate);
  }
}
