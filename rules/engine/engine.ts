import type { Draft, Evidence, Finding, Level, RuleSetIdentity, ScanResult, Span } from '../../review/model/index.ts';
import type { Segmenter } from '../model.ts';
import type { Placed } from '../second-look/neighbours.ts';
import { Automaton } from './automaton.ts';
import { candidatesOf } from './candidates.ts';
import { confirmRule } from './confirm.ts';
import { Fingerprints } from './fingerprint.ts';
import type { Found, PassedOver } from './found.ts';
import { Hits } from './hits.ts';
import { Occurrences } from './occurrences.ts';
import type { Plan, PlannedRule } from './plan.ts';
import { Reading } from './reading.ts';
import { type DraftScene, foldDraft } from './scene.ts';
import { placedOf, secondLook } from './second-look.ts';
import { settle } from './settle.ts';
import { WakingWords } from './wakings.ts';
import { workOf } from './work-of.ts';

/** Units of the folded text the pass reads between two breaths. */
const PASS_SLICE = 1 << 18;
/** In office prose every eighth unit begins a word of the packs. */
const USUAL_UNITS_A_HIT = 8;
/** Share of the whole that each phase takes, roughly. */
const FOLDED = 0.3;
const PASSED = 0.45;

/** What one rule found by itself, before overlaps are settled. */
export interface RawFound {
  readonly rule: string;
  readonly level: Level;
  readonly text: string;
}

export interface ScanOptions {
  /** Civil date of the scan (2026-11-21): rows of the office's lists hold from or until a date. Without it all of them hold. */
  readonly on?: string;
  /** Called for every candidate that did not become a finding. */
  readonly explain?: (note: PassedOver) => void;
  /** Called for everything a rule found by itself, before overlaps are settled. */
  readonly found?: (found: RawFound) => void;
  /** Called before a rule begins to look at the text: who runs rules of others' making must know which one does not end. */
  readonly starting?: (rule: string) => void;
  /** Called with the milliseconds a rule took; needs `now`. */
  readonly timed?: (rule: string, milliseconds: number, findings: number) => void;
  /** Clock for `timed`: the engine itself knows no time. */
  readonly now?: () => number;
}

/**
 * The engine: fold → one pass → confirm → tables → combine → settle. Pure and synchronous; `slices` does the same in steps of a few
 * milliseconds and yields the share done (0..1), so that hosts can show progress and stop.
 */
export class Engine {
  readonly identity: RuleSetIdentity;
  readonly plan: Plan;
  readonly #automaton: Automaton;
  readonly #wakingWords: WakingWords;
  readonly #segmenter: Segmenter | undefined;

  /** Without a segmenter every rule with `boundary: word` takes all places for words. */
  constructor(plan: Plan, identity: RuleSetIdentity, segmenter?: Segmenter) {
    this.plan = plan;
    this.identity = identity;
    this.#automaton = new Automaton(plan.words);
    this.#wakingWords = new WakingWords(plan);
    this.#segmenter = segmenter;
  }

  scan(draft: Draft, options: ScanOptions = {}): ScanResult {
    const work = this.slices(draft, options);
    let step = work.next();
    while (!step.done) step = work.next();
    return step.value;
  }

  *slices(draft: Draft, options: ScanOptions = {}): Generator<number, ScanResult> {
    const reading = yield* this.#read(draft, options);
    const founds = yield* this.#confirm(reading, options);
    if (options.found)
      for (const { planned, level, start, end } of founds)
        options.found({ rule: planned.rule.id, level, text: reading.scene.original({ start, end }).text });
    yield 0.96;
    const settled = settle(reading, founds);
    const looking = secondLook(reading, settled);
    let step = looking.next();
    for (; !step.done; step = looking.next()) yield 0.96 + 0.04 * step.value;
    const more = step.value;
    if (options.found)
      for (const { planned, level, start, end } of more)
        options.found({ rule: planned.rule.id, level, text: reading.scene.original({ start, end }).text });
    return this.#result(reading, more.length === 0 ? settled : [...settled, ...more].sort(byPlace));
  }

  /** The folded draft and what the rules alone find in it, overlaps settled: what the second look learns from. */
  looked(draft: Draft): { readonly scene: DraftScene; readonly placed: readonly Placed[] } {
    const reading = finished(this.#read(draft, {}));
    return { scene: reading.scene, placed: placedOf(settle(reading, finished(this.#confirm(reading, {})))) };
  }

  /** True when the rule's own match comes upon anything at all in the text (context and combination aside). */
  wakes(draft: Draft, planned: PlannedRule): boolean {
    const folding = this.#read(draft, {});
    let step = folding.next();
    while (!step.done) step = folding.next();
    const work = candidatesOf(step.value, planned);
    let candidates = work.next();
    while (!candidates.done) candidates = work.next();
    return candidates.value.length > 0;
  }

  *#read(draft: Draft, options: ScanOptions): Generator<number, Reading> {
    const folding = foldDraft(draft, this.#segmenter);
    let step = folding.next();
    for (; !step.done; step = folding.next()) yield step.value * FOLDED;
    const scene = step.value;
    const hits = new Hits(Math.ceil(scene.codes.length / USUAL_UNITS_A_HIT));
    for (let from = 0; from < scene.codes.length; from += PASS_SLICE) {
      this.#automaton.find(scene.codes, from, Math.min(scene.codes.length, from + PASS_SLICE), hits);
      yield FOLDED + (PASSED - FOLDED) * (from / scene.codes.length);
    }
    const occurrences = new Occurrences(hits, this.plan.words.length);
    const wakings = this.#wakingWords.wake(hits, occurrences, scene.codes);
    return new Reading(scene, this.plan, occurrences, wakings, options);
  }

  *#confirm(reading: Reading, options: ScanOptions): Generator<number, readonly Found[]> {
    const all: Found[] = [];
    const { rules } = this.plan;
    let done = 0;
    for (const planned of rules) {
      options.starting?.(planned.rule.id);
      const started = options.now?.() ?? 0;
      const work = confirmRule(reading, planned);
      let step = work.next();
      for (; !step.done; step = work.next()) yield PASSED + (0.95 - PASSED) * ((done + step.value) / rules.length);
      for (const found of step.value) all.push(found);
      if (options.timed && options.now) options.timed(planned.rule.id, options.now() - started, step.value.length);
      done++;
      yield PASSED + (0.95 - PASSED) * (done / rules.length);
    }
    return all;
  }

  #result(reading: Reading, founds: readonly Found[]): ScanResult {
    const fingerprints = new Fingerprints();
    const each = founds.map((found) => toFindings(reading, found, fingerprints));
    const refusal = each[founds.findIndex(isRefusal)]?.[0];
    const findings = each.flat();
    if (findings.length > founds.length) findings.sort((a, b) => a.piece - b.piece || a.start - b.start);
    const known = reading.silenced;
    return { findings, ruleSet: this.identity, ...(refusal && { refusal }), ...(known.length > 0 && { known }) };
  }
}

function finished<T>(work: Generator<number, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const byPlace = (a: Found, b: Found): number =>
  a.start - b.start || a.end - b.end || (a.planned.rule.id < b.planned.rule.id ? -1 : 1);

/** A mark that was weakened on the way (quoted, taught about) is something to look at, no ground to refuse the draft. */
const isRefusal = (found: Found): boolean => found.planned.rule.refuses && found.level === 'block';

/** One finding; two or more where the value runs on over the end of a line, because each line must be masked by itself. */
function toFindings(reading: Reading, found: Found, fingerprints: Fingerprints): Finding[] {
  const spans = reading.scene.originals(found);
  return spans.map((span) => {
    const finding = toFinding(reading, found, span, fingerprints);
    if (spans.length === 1) return finding;
    const whole = spans.map(({ text }) => text).join('');
    const others = spans
      .filter((other) => other !== span)
      .map((other) => ({ label: `跨行书写：“${whole}”的另一部分`, span: other }));
    return { ...finding, evidence: [...finding.evidence, ...others] };
  });
}

function toFinding(reading: Reading, found: Found, span: Span, fingerprints: Fingerprints): Finding {
  const { rule } = found.planned;
  const work = workOf(reading, found);
  const evidence = found.evidence.map((fact): Evidence => {
    if (!fact.range || fact.range.end <= fact.range.start) return { label: fact.label };
    return { label: fact.label, span: reading.scene.original(reading.inPiece(fact.range)) };
  });
  return {
    ...span,
    id: fingerprints.of(reading, found),
    rule: rule.id,
    title: rule.title,
    category: rule.category,
    level: found.level,
    reason: found.says?.reason ?? rule.reason,
    evidence,
    basis: found.says?.basis ?? rule.basis,
    advice: rule.advice,
    suggestion: found.suggestion,
    confidence: found.confidence,
    ...(work === undefined ? {} : { work }),
  };
}
