/**
 * The release gate (signoff-design 3): state, steps done and reasons, as a pure function of signed events. Used by the window, by
 * the release itself and by the verifier; no stored status is ever read.
 */
import { type CaseGraph, caseGraph } from '../chain/case-graph.ts';
import type { ChainEvent } from '../chain/event.ts';
import { FULL_POLICY, type Policy, type State, type Step } from '../model/index.ts';
import type { Crypto } from '../ports.ts';
import { type CaseFacts, type EventOf, eventsOf, inConflict } from './case-facts.ts';
import { filesOf, isSameFiles } from './documents.ts';
import {
  RELEASE_RULES,
  type ReleaseRule,
  refusalsOf,
  SIGN_RULES,
  type Sign,
  type SignRule,
  type Situation,
  situationOf,
} from './gate-rules.ts';
import { openOf, takedownInForce, voidings } from './pending.ts';

export interface SignVerdict {
  readonly sign: Sign;
  readonly counts: boolean;
  /** Name of the rule that speaks against it, and its Chinese sentence. */
  readonly rule?: string;
  readonly why?: string;
}
export interface StepVerdict {
  readonly step: Step;
  readonly done: boolean;
  /** Oldest first. */
  readonly signs: readonly SignVerdict[];
}
export interface GateResult {
  readonly state: State;
  readonly stepsDone: readonly Step[];
  /** Chinese sentences: why the case cannot be released now; empty when it can. */
  readonly whyNot: readonly string[];
  /** The part of `whyNot` that is about the matter itself: while there is any, nobody is asked to sign. */
  readonly contentWhyNot: readonly string[];
  readonly steps: readonly StepVerdict[];
  /** The step that must act next; absent when none must. */
  readonly nextStep?: Step;
  readonly facts: CaseFacts;
  readonly graph: CaseGraph;
  /** Digest of today's subject: what a signature made now must carry. */
  readonly subject: string;
  /** Ids of the newest counted signature of each step, ascending. */
  readonly countedSigns: readonly string[];
  /** The release in force. */
  readonly release?: EventOf<'release'>;
  /** Publications of that release; also of one that was taken down or is being re-examined. */
  readonly publications: readonly EventOf<'publish.record'>[];
  readonly policy: Policy;
  /** Releases that were not allowed when they were made. */
  readonly falseReleases: readonly EventOf<'release'>[];
}

export interface GateInput {
  readonly crypto: Crypto;
  readonly caseId: string;
  /** Events of the case, in any order that keeps parents first or not. */
  readonly events: readonly ChainEvent[];
  /** Digest of the rules in force on this workstation; leave out to judge the log alone. */
  readonly presentRules?: string;
  /** The office's settings now; leave out to judge by what the events saw. */
  readonly presentPolicy?: Policy;
  /** True when events of the case exist that could not be opened. */
  readonly damaged?: boolean;
}
export type Gate = (input: GateInput) => GateResult;

/** Builds a gate from rules; the product has exactly one, `gate`. Tests build gates that lack a rule and see them caught. */
export function makeGate(signRules: readonly SignRule[], releaseRules: readonly ReleaseRule[]): Gate {
  const judge = (input: GateInput): GateResult => {
    const graph = caseGraph(input.events);
    const counted = new Map<Step, readonly Sign[]>();
    const base = { crypto: input.crypto, caseId: input.caseId, graph, damaged: input.damaged ?? false };
    const releases = judgeReleases(input, graph, judge);
    const policy = policySeen(input.events);
    const unruled = situationOf({ ...base, policy, presentRules: undefined }, counted);
    // Of two sides of a fork each may have released: nobody can say which, so neither is in force.
    const release = base.damaged ? undefined : releaseInForce(releases.good, unruled);
    // What was released was judged under the rules and settings of its day: newer ones do not take it back.
    const situation = release
      ? situationOf({ ...base, policy: policyOf(graph, release), presentRules: undefined }, counted)
      : situationOf({ ...base, policy: input.presentPolicy ?? policy, presentRules: input.presentRules }, counted);
    const steps = situation.policy.chain.map((step) => judgeStep(step, situation, signRules, counted));
    const against = releaseRules.map((rule) => ({ rule, why: rule.why(situation) })).filter(({ why }) => why !== undefined);
    const sentences = (about?: string): string[] =>
      against.filter(({ rule }) => about === undefined || rule.about === about).map(({ why }) => why ?? '');
    const state = stateOf(situation, steps, against.length === 0, releases.good, release);
    return {
      state,
      stepsDone: steps.filter((step) => step.done).map((step) => step.step),
      whyNot: release ? ['本件已放行'] : sentences(),
      contentWhyNot: sentences('content'),
      steps,
      ...nextOf(state, steps),
      facts: situation.facts,
      graph,
      subject: situation.digest,
      countedSigns: [...counted.values()].flatMap((signs) => signs.at(-1)?.id ?? []).sort(),
      ...(release ? { release } : {}),
      publications: publicationsOf(graph, release ?? lifted(graph, releases.good)),
      policy: situation.policy,
      falseReleases: releases.bad,
    };
  };
  return judge;
}

export const gate: Gate = makeGate(SIGN_RULES, RELEASE_RULES);

function judgeStep(
  step: Step,
  situation: Situation,
  rules: readonly SignRule[],
  counted: Map<Step, readonly Sign[]>,
): StepVerdict {
  const signs = situation.signs
    .filter((sign) => sign.body.data.step === step)
    .map((sign): SignVerdict => {
      for (const rule of rules) {
        const why = rule.why(sign, situation);
        if (why !== undefined) return { sign, counts: false, rule: rule.name, why };
      }
      return { sign, counts: true };
    });
  counted.set(
    step,
    signs.filter((verdict) => verdict.counts).map((verdict) => verdict.sign),
  );
  return { step, done: signs.some((verdict) => verdict.counts), signs };
}

/** A release is good when the gate stood open over its ancestors, for exactly the subject, bytes and signatures it names. */
function judgeReleases(input: GateInput, graph: CaseGraph, judge: Gate) {
  const good: EventOf<'release'>[] = [];
  const bad: EventOf<'release'>[] = [];
  for (const release of eventsOf(graph.ordered, 'release')) {
    const { data } = release.body;
    const events = graph.ancestors(release.id);
    const presentPolicy = policyOf(graph, release);
    const then = judge({ crypto: input.crypto, caseId: input.caseId, events, presentPolicy });
    const [latest, ...attachments] = filesOf(then.facts);
    const allowed =
      then.whyNot.length === 0 &&
      data.subject === then.subject &&
      data.sha256 === latest?.sha256 &&
      data.version === latest.version &&
      isSameFiles(data.attachments ?? [], attachments) &&
      data.signs.join() === then.countedSigns.join();
    (allowed ? good : bad).push(release);
  }
  return { good, bad };
}

/** The newest good release over today's subject, unless somebody returned the case, took it down or began again afterwards. */
function releaseInForce(good: readonly EventOf<'release'>[], { graph, digest }: Situation): EventOf<'release'> | undefined {
  const after = [...voidings(graph), ...eventsOf(graph.ordered, 'takedown')];
  return good.findLast(
    (release) => release.body.data.subject === digest && after.every((event) => graph.precedes(event.id, release.id)),
  );
}

/** The newest release that was taken down or is being re-examined: what it published is still to be named. */
const lifted = (graph: CaseGraph, good: readonly EventOf<'release'>[]): EventOf<'release'> | undefined =>
  good.findLast(({ id }) =>
    [...eventsOf(graph.ordered, 'takedown'), ...eventsOf(graph.ordered, 'reexamine')].some((event) =>
      graph.precedes(id, event.id),
    ),
  );

const publicationsOf = (graph: CaseGraph, release: EventOf<'release'> | undefined): readonly EventOf<'publish.record'>[] =>
  release ? eventsOf(graph.ordered, 'publish.record').filter((event) => graph.precedes(release.id, event.id)) : [];

/** The newest settings that any of the events had seen. */
function policySeen(events: readonly Pick<ChainEvent, 'policy'>[]): Policy {
  let newest: ChainEvent['policy'];
  for (const { policy } of events) if (policy && (!newest || policy.entry > newest.entry)) newest = policy;
  return newest ?? FULL_POLICY;
}

/** The settings of a roster state as the gate takes them: none where there is no roster. */
export const settingsNow = (now: Policy | undefined): Pick<GateInput, 'presentPolicy'> =>
  now ? { presentPolicy: { chain: now.chain, checks: now.checks } } : {};

/** The settings that an event had seen. */
const policyOf = (graph: CaseGraph, { id }: { readonly id: string }): Policy =>
  policySeen(graph.ordered.filter((event) => event.id === id));

function stateOf(
  situation: Situation,
  steps: readonly StepVerdict[],
  open: boolean,
  releases: readonly EventOf<'release'>[],
  release: EventOf<'release'> | undefined,
): State {
  const { graph, facts } = situation;
  if (eventsOf(graph.ordered, 'withdraw').length > 0) return 'withdrawn';
  if (refusalsOf(graph).length > 0) return 'refused';
  if (takedownInForce(graph)) return 'taken-down';
  if (release) return publicationsOf(graph, release).length > 0 ? 'published' : 'released';
  const lock = lockOf(situation);
  if (lock) return lock;
  if (inConflict(facts)) return 'conflict';
  if (open) return 'releasable';
  const again = eventsOf(graph.ordered, 'reexamine');
  if (releases.some(({ id }) => !again.some((event) => graph.precedes(id, event.id)))) return 'stale';
  const next = steps.find((step) => !step.done);
  if (next?.signs.at(-1)?.rule === 'present-subject') return 'stale';
  if (next?.step === 'draft') {
    const last = voidings(graph).at(-1)?.body.type;
    if (last) return STATE_AFTER[last];
  }
  if (next && next.step !== 'draft') {
    return next.step === 'approve' && openOf(graph, 'consult.open').length > 0 ? 'consulting' : `awaiting-${next.step}`;
  }
  if (!next && openOf(graph, 'consult.open').length > 0) return 'consulting';
  if (facts.decisions.size > 0) return 'deciding';
  return facts.documents.every(({ scan }) => scan !== undefined) ? 'scanned' : 'drafting';
}

const STATE_AFTER = { return: 'returned', 'submission.recall': 'recalled', reexamine: 'reexamining' } as const;

/** 暂缓 and 待确定 lock a case: only an act of a person opens it again. */
function lockOf({ graph, facts }: Situation): State | undefined {
  if (openOf(graph, 'hold').length > 0) return 'held';
  if (openOf(graph, 'refer').length > 0) return 'referred';
  const decided = facts.numbers.map((number) => facts.decisions.get(number)?.kind);
  return decided.includes('escalate') && !decided.includes(undefined) ? 'referred' : undefined;
}

/** States in which no signature is due. */
const NOBODYS_STEP: readonly State[] = [
  'withdrawn',
  'refused',
  'released',
  'published',
  'releasable',
  'held',
  'referred',
  'consulting',
  'taken-down',
];

function nextOf(state: State, steps: readonly StepVerdict[]): { readonly nextStep?: Step } {
  if (NOBODYS_STEP.includes(state)) return {};
  // Nobody signs while two sides stand against each other: whoever drafts or reviews must choose first.
  if (state === 'conflict') return { nextStep: 'draft' };
  const next = steps.find((step) => !step.done)?.step;
  // All have signed something that may not go out: the drafter must mend it.
  return { nextStep: next ?? 'draft' };
}
