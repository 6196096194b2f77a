/**
 * The rules of the gate, one by one, so that each can be read against signoff-design 3.2-3.4 and taken out by a test that proves
 * somebody would notice.
 */
import type { CaseGraph } from '../chain/case-graph.ts';
import type { Delegation } from '../chain/roster-state.ts';
import { DEMANDS_CHANGE, type DecisionKind, NEEDS_REASON, type Policy, STEP_ROLE, STEPS, type Step } from '../model/index.ts';
import type { Crypto } from '../ports.ts';
import { type CaseFacts, caseFacts, type Decided, type EventOf, eventsOf, peopleBehind } from './case-facts.ts';
import { againstDocuments, type CaseDocument, sharedNumbers, unreadLeft } from './documents.ts';
import { PENDING_RELEASE_RULES, PENDING_SIGN_RULES } from './pending-rules.ts';
import { QUARANTINE_RULE } from './quarantine-rule.ts';
import { type Subject, subjectDifference, subjectDigest, subjectOf } from './subject.ts';
import { dateOf } from './working-days.ts';

export type Sign = EventOf<'sign'> & { readonly problem?: string; readonly delegations?: readonly Delegation[] };

/** Everything the rules may look at. */
export interface Situation {
  readonly crypto: Crypto;
  readonly caseId: string;
  readonly graph: CaseGraph;
  readonly facts: CaseFacts;
  /** All signatures, also those that do not count. */
  readonly signs: readonly Sign[];
  /** Digest of the rules in force here and now; undefined where the log alone is judged. */
  readonly presentRules: string | undefined;
  /** The office's settings of the day the case stands at. */
  readonly policy: Policy;
  /** Set when events of the case could not even be opened. */
  readonly damaged: boolean;
  readonly subject: Subject;
  readonly digest: string;
  /** The subject as the signer could see it: recomputed from the ancestors of the signature. */
  subjectSeenBy(sign: Sign): Subject;
  /** Signatures of the step that count; filled step by step. */
  counted(step: Step): readonly Sign[];
}

/** Why an act of a deputy is not covered by a delegation; undefined for everybody else. Days are those of the event's own clock. */
function delegationWhy({
  body,
  delegations = [],
}: (EventOf<'sign'> | EventOf<'refuse'>) & Pick<Sign, 'delegations'>): string | undefined {
  if (body.actor.for === undefined) return undefined;
  const day = dateOf(body.at);
  const ofStep = delegations.filter(({ steps }) => (steps as readonly Step[]).includes(body.data.step));
  if (ofStep.length === 0) return `代签没有${STEPS[body.data.step]}环节的授权`;
  return ofStep.some(({ since, until }) => since <= day && day <= until) ? undefined : '签名不在代签授权的起止日期内';
}

/** Refusals that stand: a deputy's only within the delegation, none after 复审 (条例 18). */
export const refusalsOf = (graph: CaseGraph): readonly EventOf<'refuse'>[] =>
  eventsOf(graph.ordered, 'refuse').filter(
    (refusal) =>
      delegationWhy(refusal) === undefined &&
      !eventsOf(graph.ordered, 'reexamine').some(({ id }) => graph.precedes(refusal.id, id)),
  );

export interface SignRule {
  readonly name: string;
  /** Chinese: why the signature does not count; undefined when this rule has nothing against it. */
  why(sign: Sign, situation: Situation): string | undefined;
}

export const SIGN_RULES: readonly SignRule[] = [
  { name: 'signature', why: (sign) => sign.problem },
  {
    name: 'role',
    why: ({ body }) => (body.actor.role === STEP_ROLE[body.data.step] ? undefined : `签名人不是${STEPS[body.data.step]}`),
  },
  {
    name: 'delegation',
    why: delegationWhy,
  },
  {
    name: 'delegation-clock',
    why: (sign, { graph }) => {
      if (sign.body.actor.for === undefined || sign.body.flags.length === 0) return undefined;
      const confirmed = eventsOf(graph.ordered, 'delegation.confirm').some(
        ({ id, body }) =>
          body.data.of === sign.id && graph.precedes(sign.id, id) && !peopleBehind(sign.body).includes(body.actor.p),
      );
      return confirmed ? undefined : '代签时时钟有异常，须由保密办确认代签在授权日期内';
    },
  },
  {
    name: 'own-subject',
    why: (sign, situation) =>
      subjectDigest(situation.crypto, situation.subjectSeenBy(sign)) === sign.body.data.subject
        ? undefined
        : '签名的内容与签名人当时所见不符',
  },
  ...PENDING_SIGN_RULES,
  {
    name: 'present-subject',
    why: (sign, situation) =>
      sign.body.data.subject === situation.digest
        ? undefined
        : `签名后内容有变：${subjectDifference(situation.subjectSeenBy(sign), situation.subject).join('；')}`,
  },
  {
    name: 'previous-step',
    why: (sign, { graph, counted, policy }) => {
      const previous = policy.chain[policy.chain.indexOf(sign.body.data.step) - 1];
      if (!previous || counted(previous).some((earlier) => graph.precedes(earlier.id, sign.id))) return undefined;
      return `签名时${STEPS[previous]}还没有有效签名`;
    },
  },
  {
    name: 'one-person-one-step',
    why: (sign, { graph, signs }) => {
      const { data } = sign.body;
      // Also as deputy or as the one deputised for: nobody's name stands behind two steps.
      const people = peopleBehind(sign.body);
      const other = signs.find(
        (event) =>
          peopleBehind(event.body).some((person) => people.includes(person)) &&
          event.body.data.step !== data.step &&
          event.problem === undefined &&
          !graph.precedes(sign.id, event.id),
      );
      return other ? `同一人已在本件以${STEPS[other.body.data.step]}身份签名` : undefined;
    },
  },
];

export interface ReleaseRule {
  readonly name: string;
  /** Whether it is about the matter itself (then it also keeps people from signing) or about signatures and outcome. */
  readonly about: 'content' | 'chain';
  why(situation: Situation): string | undefined;
}

/** Decisions on findings of the newest version of a document that `test` picks. */
function decisionsThat(facts: CaseFacts, { numbers }: CaseDocument, test: (decision: Decided) => boolean): number {
  return numbers.filter((number) => {
    const decision = facts.decisions.get(number);
    return decision !== undefined && test(decision);
  }).length;
}
const isOne = (kinds: readonly DecisionKind[], decision: Decided): boolean => kinds.includes(decision.kind);
const some = (count: number, sentence: (count: number) => string): string | undefined =>
  count > 0 ? sentence(count) : undefined;

export const RELEASE_RULES: readonly ReleaseRule[] = [
  {
    name: 'intact',
    about: 'content',
    why: ({ graph, damaged }) =>
      damaged || !graph.complete || graph.ordered.some((event) => event.problem !== undefined && event.quarantine === undefined)
        ? '本件的记录不完整或被改动过，请先做日志核验'
        : undefined,
  },
  {
    name: 'attribute',
    about: 'content',
    why: ({ facts }) => (facts.create?.body.data.attribute === 'withheld' ? '公开属性登记为不予公开，不能放行' : undefined),
  },
  {
    name: 'one-version',
    about: 'content',
    why: ({ facts }) => (facts.forked ? '有两个互不知情的版本，请看过两边后选定一个' : undefined),
  },
  {
    name: 'numbers-apart',
    about: 'content',
    why: ({ facts }) =>
      some(sharedNumbers(facts), (n) => `有${n}处疑点在两份文件里编号相同（两台工作站同时办理），请重新检查后再处置`),
  },
  {
    name: 'scanned',
    about: 'content',
    why: ({ facts }) => againstDocuments(facts, ({ scan }) => (scan ? undefined : '最新版本还没有检查')),
  },
  {
    name: 'present-rules',
    about: 'content',
    why: ({ facts, presentRules }) =>
      presentRules !== undefined && facts.documents.some(({ scan }) => scan && scan.body.data.ruleSet !== presentRules)
        ? '规则已更新，请重新检查'
        : undefined,
  },
  {
    name: 'decided',
    about: 'content',
    why: ({ facts }) =>
      againstDocuments(facts, ({ numbers }) =>
        some(numbers.filter((number) => !facts.decisions.has(number)).length, (n) => `还有${n}处疑点没有处置`),
      ),
  },
  {
    name: 'undisputed',
    about: 'content',
    why: ({ facts }) =>
      againstDocuments(facts, ({ numbers }) =>
        some(numbers.filter((number) => facts.disputed.has(number)).length, (n) => `有${n}处决定互相冲突，请重新处置`),
      ),
  },
  {
    name: 'reasons',
    about: 'content',
    why: ({ facts }) =>
      againstDocuments(facts, (document) =>
        some(
          decisionsThat(facts, document, (decision) => isOne(NEEDS_REASON, decision) && decision.reason === undefined),
          (n) => `有${n}处保留或误报没有写明理由`,
        ),
      ),
  },
  {
    name: 'escalated',
    about: 'content',
    why: ({ facts }) =>
      againstDocuments(facts, (document) =>
        some(
          decisionsThat(facts, document, (decision) => decision.kind === 'escalate'),
          (n) => `有${n}处送上级确定，还没有结果`,
        ),
      ),
  },
  {
    name: 'changed',
    about: 'content',
    why: ({ facts }) =>
      againstDocuments(facts, (document) =>
        some(
          decisionsThat(facts, document, (decision) => isOne(DEMANDS_CHANGE, decision)),
          (n) => `还有${n}处决定要改，请生成脱敏稿或导入改好的文件`,
        ),
      ),
  },
  {
    name: 'unread',
    about: 'content',
    why: ({ facts }) =>
      againstDocuments(facts, (document) => some(unreadLeft(document), (n) => `还有${n}个未能检查的部分须人工查看`)),
  },
  {
    name: 'steps',
    about: 'chain',
    why: ({ counted, policy }) => {
      const open = policy.chain.filter((step) => counted(step).length === 0);
      return open.length > 0 ? `还缺签名：${open.map((step) => STEPS[step]).join('、')}` : undefined;
    },
  },
  {
    name: 'not-closed',
    about: 'chain',
    why: ({ graph }) => {
      if (eventsOf(graph.ordered, 'withdraw').length > 0) return '本件已作废';
      return refusalsOf(graph).length > 0 ? '本件已决定不予公开' : undefined;
    },
  },
  QUARANTINE_RULE,
  ...PENDING_RELEASE_RULES,
];

/** Builds the situation of a case; `counted` answers from the map that the gate fills step by step. */
export function situationOf(
  base: Pick<Situation, 'crypto' | 'caseId' | 'graph' | 'presentRules' | 'policy' | 'damaged'>,
  countedSigns: ReadonlyMap<Step, readonly Sign[]>,
): Situation {
  const { crypto, caseId, graph, presentRules } = base;
  const facts = caseFacts(graph.ordered, graph.precedes);
  const subject = subjectOf(caseId, facts, presentRules);
  const seen = new Map<string, Subject>();
  return {
    ...base,
    facts,
    signs: graph.ordered.filter((event) => event.body.type === 'sign') as unknown as readonly Sign[],
    subject,
    digest: subjectDigest(crypto, subject),
    subjectSeenBy(sign) {
      const known = seen.get(sign.id) ?? subjectOf(caseId, caseFacts(graph.ancestors(sign.id), graph.precedes));
      seen.set(sign.id, known);
      return known;
    },
    counted: (step) => countedSigns.get(step) ?? [],
  };
}
