import type { KnownPlace } from '../../review/model/index.ts';
import type { Candidate, Range, ScenePiece } from '../model.ts';
import type { Placed } from '../second-look/neighbours.ts';
import type { PassedOver } from './found.ts';
import { ListedPlaces } from './listed.ts';
import type { Occurrences } from './occurrences.ts';
import type { Plan, PlannedRule } from './plan.ts';
import { type DigitRun, digitRuns, SHORTEST_RUN } from './runs.ts';
import type { DraftScene } from './scene.ts';
import type { Wakings } from './wakings.ts';

interface Asked {
  readonly explain?: (note: PassedOver) => void;
  readonly on?: string;
}

/** One scan of one draft: the scene, where every word stands, and who listens to explanations. */
export class Reading {
  readonly scene: DraftScene;
  readonly plan: Plan;
  /** The office's own lists on this draft. */
  readonly listed: ListedPlaces;
  /** Civil date of the scan: rows of lists hold from or until a date; undefined: all of them hold. */
  readonly on: string | undefined;
  /** What wakes recognisers. */
  readonly wakings: Wakings;
  readonly #occurrences: Occurrences;
  readonly #explain: ((note: PassedOver) => void) | undefined;
  readonly #silenced = new Map<string, KnownPlace>();
  /** By kind and least number of digits. */
  readonly #runs = new Map<string, readonly DigitRun[]>();
  readonly #declined: Placed[] = [];
  readonly #shared = new Map<string, readonly Candidate[]>();

  constructor(scene: DraftScene, plan: Plan, occurrences: Occurrences, wakings: Wakings, asked: Asked = {}) {
    this.scene = scene;
    this.plan = plan;
    this.#occurrences = occurrences;
    this.wakings = wakings;
    this.#explain = asked.explain;
    this.on = asked.on;
    this.listed = new ListedPlaces(this);
    scene.listedWorks = this.listed.works;
    scene.findWords = (words) => this.#sought(words, (numbers) => this.places(numbers));
    scene.findStarts = (words) => this.#sought(words, (numbers) => this.#occurrences.starts(numbers));
  }

  /** Undefined when one of the words was not looked for in the pass. */
  #sought<T>(words: readonly string[], find: (numbers: readonly number[]) => T): T | undefined {
    const numbers = this.plan.numbersOf(words);
    return numbers.includes(-1) ? undefined : find(numbers);
  }

  /** Numbers of the words that occur in the draft. */
  get present(): readonly number[] {
    return this.#occurrences.present;
  }

  /** Whether one of the words stands anywhere in the draft. */
  hasAny(words: readonly number[]): boolean {
    return words.some((word) => this.#occurrences.has(word));
  }

  /** Occurrences of several words together, ascending, the longer first at one place. */
  places(words: readonly number[]): readonly Range[] {
    return this.#occurrences.places(words, (word) => this.length(word));
  }

  starts(word: number): Int32Array {
    return this.#occurrences.of(word);
  }

  length(word: number): number {
    return this.plan.words[word]?.length ?? 0;
  }

  word(number: number): string {
    return this.plan.words[number] ?? '';
  }

  /** First occurrence of the word that lies wholly inside the range. */
  wordIn(word: number, range: Range): Range | undefined {
    const length = this.length(word);
    const start = this.#occurrences.within(word, range.start, range.end - length + 1);
    return start < 0 ? undefined : { start, end: start + length };
  }

  /** An occurrence of the word that starts in [from, to]. */
  wordFrom(word: number, from: number, to: number): Range | undefined {
    const start = this.#occurrences.within(word, from, to + 1);
    return start < 0 ? undefined : { start, end: start + this.length(word) };
  }

  /** Places that rules looked at and let be. */
  get declined(): readonly Placed[] {
    return this.#declined;
  }

  /** Tells why a place is no finding; costs next to nothing when nobody asked. */
  passOver(planned: PlannedRule, range: Range, why: () => string): void {
    this.#declined.push({ start: range.start, end: range.end, category: planned.rule.category });
    if (!this.#explain) return;
    const { piece, start, end, text } = this.scene.original(this.inPiece(range));
    this.#explain({ rule: planned.rule.id, title: planned.rule.title, piece, start, end, text, why: why() });
  }

  /** Keeps a place that the office's own list silenced; several rules may come upon the same one. */
  silence(planned: PlannedRule, range: Range, why: () => string): void {
    this.passOver(planned, range, why);
    const span = this.scene.original(this.inPiece(range));
    this.#silenced.set(`${span.piece} ${span.start} ${span.end}`, { ...span, rule: planned.rule.id, why: why() });
  }

  /** Places that the office's lists silenced, in reading order. */
  get silenced(): readonly KnownPlace[] {
    return [...this.#silenced.values()].sort((a, b) => a.piece - b.piece || a.start - b.start);
  }

  /** The part of a range that lies in the piece where it starts, never empty unless the piece is. */
  inPiece(range: Range): Range {
    const piece = this.scene.pieceAt(range.start);
    const end = Math.min(Math.max(range.end, range.start + 1), piece.end);
    return { start: Math.min(range.start, Math.max(piece.start, end - 1)), end };
  }

  /** Runs of at least so many digits; found once for all recognisers. */
  runs(kind: 'ascii' | 'chinese', least: number): readonly DigitRun[] {
    const key = `${kind} ${least}`;
    let runs = this.#runs.get(key);
    if (!runs) {
      runs =
        least <= SHORTEST_RUN
          ? digitRuns(this.scene.codes, this.scene.marks, kind)
          : this.runs(kind, SHORTEST_RUN).filter((run) => run.digits >= least);
      this.#runs.set(key, runs);
    }
    return runs;
  }

  /** Keeps what a recogniser said: several rules may name the same one. */
  shared(recogniser: string): readonly Candidate[] | undefined {
    return this.#shared.get(recogniser);
  }
  share(recogniser: string, candidates: readonly Candidate[]): readonly Candidate[] {
    this.#shared.set(recogniser, candidates);
    return candidates;
  }

  /** The pieces a row scope means: the row in a table, the piece itself elsewhere. */
  rowOf(piece: ScenePiece): readonly Range[] {
    const row = this.scene.row(piece);
    return row.length > 0 ? row : [piece];
  }
}
