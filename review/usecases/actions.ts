/** What the signed-in person may do with a case now, and the Chinese reason when not. The same answers guard the commands. */
import type { ActionName, ActionView, OutcomeAction } from '../contract.ts';
import { DEMANDS_CHANGE, type Person, STEP_ROLE, STEPS, type Step } from '../model/index.ts';
import { type CaseFacts, type EventOf, eventsOf, peopleBehind, undoneDecisions } from '../workflow/case-facts.ts';
import { type CaseDocument, isChanged } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { checkWhy, openOf } from '../workflow/pending.ts';
import { PERMISSIONS } from '../workflow/permissions.ts';
import { dueStep, type Standing } from './standing.ts';

export type Actions = Readonly<Record<ActionName, ActionView>>;

/** Newest own decision or mark that nobody has signed over yet. */
export function undoable({ graph }: GateResult, person: Person): EventOf<'finding.decide'> | EventOf<'finding.add'> | undefined {
  const undone = undoneDecisions(graph.ordered, graph.precedes);
  const acts = [...eventsOf(graph.ordered, 'finding.decide'), ...eventsOf(graph.ordered, 'finding.add')];
  const own = acts.filter(({ id, body }) => body.actor.p === person.id && !undone.has(id));
  const last = own.reduce<(typeof own)[number] | undefined>((a, b) => (a && a.body.seq > b.body.seq ? a : b), undefined);
  const signs = eventsOf(graph.ordered, 'sign');
  return last && signs.every((sign) => !graph.precedes(last.id, sign.id)) ? last : undefined;
}

type Reason = string | undefined;

export const NOTHING_TO_CHANGE = '没有要脱敏、删除或改写的地方';

/** Whether a decision on a document wants other words in it. */
export const demandsChange = ({ decisions }: CaseFacts, { numbers }: CaseDocument): boolean =>
  numbers.some((number) => DEMANDS_CHANGE.includes(decisions.get(number)?.kind ?? 'keep'));

/**
 * Reasons by action, the first that holds; every action begins with the role. `standing`: in whose place the person signs; `document`:
 * the one on the screen, where it matters which.
 */
export function actionsOf(result: GateResult, person: Person, standing: Standing | undefined, document?: CaseDocument): Actions {
  const { facts } = result;
  const acting = standing ? { ...person, role: STEP_ROLE[standing.step] } : person;
  const closed = closedWhy(result);
  const locked = closed ?? lockedWhy(result);
  const changes = (document ? [document] : facts.documents).some((one) => demandsChange(facts, one));
  const out = result.state === 'released' || result.state === 'published';
  const reached = reachedWhy(result, person, standing);
  return {
    decide: action(may('finding.decide', person), locked, facts.main.scan ? undefined : '还没有检查结果'),
    undo: action(
      may('finding.undo', person),
      locked,
      undoable(result, person) ? undefined : '没有可以撤销的处置，签过名的不能撤销',
    ),
    addVersion: action(
      may('case.addVersion', person),
      locked,
      // Another file under the sample's number would escape the ledger.
      facts.create?.body.data.sample ? '示例件不能换成别的文件，请把文件另行送审' : undefined,
    ),
    attach: action(
      may('attachment.add', person),
      locked,
      facts.create?.body.data.sample ? '示例件不加附件，请把文件另行送审' : undefined,
    ),
    cleanCopy: action(may('case.cleanCopy', person), locked, changes ? undefined : NOTHING_TO_CHANGE),
    sign: action(closed, signWhy(result, person, standing)),
    ...outcomeActions(result, person, standing, closed, action(closed, signWhy(result, person, standing))),
    return: action(may('chain.return', acting), closed, result.state === 'returned' ? '本件已经退回' : undefined, reached),
    refuse: action(may('chain.refuse', acting), closed, reached),
    withdraw: action(may('case.withdraw', person), closed),
    release: action(
      may('release.register', person),
      closed,
      result.state === 'releasable' ? undefined : result.whyNot.join('；'),
    ),
    publish: action(may('publish.record', person), out ? undefined : '放行后才能登记发布'),
    exportForm: action(may('export.make', person)),
    exportRelease: action(may('release.register', person), out ? undefined : '放行后才能导出发布稿'),
  };
}

const action = (...reasons: readonly Reason[]): ActionView => {
  const why = reasons.find((reason) => reason !== undefined);
  return { enabled: why === undefined, why: why ?? '' };
};

function may(call: keyof typeof PERMISSIONS, person: Person): Reason {
  const permission = PERMISSIONS[call];
  return typeof permission === 'string' || permission.includes(person.role) ? undefined : '您的角色不办理这一步';
}

function closedWhy({ state }: GateResult): Reason {
  if (state === 'withdrawn') return '本件已作废';
  if (state === 'refused') return '本件已决定不予公开';
  if (state === 'taken-down') return '本件已撤下，须先复审';
  return state === 'released' || state === 'published' ? '本件已放行，不能再改' : undefined;
}

/** 暂缓 and 待确定: only 恢复办理 or the answer opens the case again. */
function lockedWhy({ graph }: GateResult): Reason {
  if (openOf(graph, 'hold').length > 0) return '本件暂缓公开，须先恢复办理';
  return openOf(graph, 'refer').length > 0 ? '已送上级确定，登记答复后再办' : undefined;
}

/** What the office demands before 签发. */
function checksWhy({ graph, facts, policy }: GateResult, step: Step): Reason {
  if (step !== 'approve') return undefined;
  return policy.checks.map((check) => checkWhy(graph, facts, check)).find((why) => why !== undefined);
}

/** Whether something was taken out of what was given first: only then can a part be published and a part not. */
export const isSeparated = ({ facts }: GateResult): boolean => facts.removed.length > 0 || facts.documents.some(isChanged);

function outcomeActions(
  result: GateResult,
  person: Person,
  standing: Standing | undefined,
  closed: Reason,
  sign: ActionView,
): Readonly<Record<OutcomeAction, ActionView>> {
  const { graph, state } = result;
  const open = (type: 'hold' | 'refer' | 'consult.open'): boolean => openOf(graph, type).length > 0;
  const out = state === 'released' || state === 'published';
  const deputy = deputyOnHold(result, person, standing);
  const acting = deputy ? { ...person, role: STEP_ROLE[deputy.step] } : person;
  return {
    recall: action(may('chain.recall', person), closed, recallWhy(result, person)),
    hold: action(may('chain.hold', acting), closed, open('hold') ? '本件已经暂缓' : undefined),
    resume: action(may('chain.resume', acting), closed, open('hold') ? undefined : '本件没有暂缓'),
    refer: action(may('chain.refer', acting), closed, open('refer') ? '已送上级确定，等答复' : undefined),
    answer: action(may('chain.answer', acting), closed, open('refer') ? undefined : '没有在等上级答复'),
    consult: action(may('consult.open', person), closed),
    reply: action(may('consult.close', person), closed, open('consult.open') ? undefined : '没有在征求意见'),
    partly: sign.enabled ? action(partlyWhy(result)) : sign,
    takeDown: action(may('chain.takeDown', person), out ? undefined : '放行或公开之后才有撤下'),
    reexamine: action(
      may('chain.reexamine', person),
      ['released', 'published', 'taken-down', 'refused'].includes(state) ? undefined : '放行、公开、撤下或不予公开之后才有复审',
    ),
  };
}

/** In whose place a deputy puts a case on hold or sends it up, and ends that: only while the step is due that they deputise for. */
export function deputyOnHold(result: GateResult, person: Person, standing: Standing | undefined): Standing | undefined {
  const due = standing?.for !== undefined && standing.step === dueStep(result);
  return due && reachedWhy(result, person, standing) === undefined ? standing : undefined;
}

function partlyWhy(result: GateResult): Reason {
  if (result.nextStep === 'draft') return '拟稿人提交时不定结论';
  return isSeparated(result) ? undefined : '文件还没有区分处理；要去掉的部分请退回写明';
}

/** 撤回 is the drafter's own, and only while the next step has not signed. */
function recallWhy({ steps, stepsDone }: GateResult, person: Person): Reason {
  if (stepsDone.length === 0) return '还没有提交';
  if (stepsDone.length > 1) return '下一环节已签名，请联系其退回';
  const own = steps[0]?.signs.findLast(({ counts }) => counts)?.sign.body.actor.p;
  return own === person.id ? undefined : '由提交的拟稿人撤回';
}

function signWhy(result: GateResult, person: Person, standing: Standing | undefined): Reason {
  if (!standing) return '您的角色不办理这一步';
  const { nextStep } = result;
  if (!nextStep) {
    const content = result.state === 'referred' ? result.contentWhyNot.join('；') : undefined;
    return lockedWhy(result) ?? content ?? (result.state === 'consulting' ? '征求意见还没有答复' : '各环节都已签名');
  }
  if (nextStep !== standing.step) return `现在轮到${STEPS[nextStep]}`;
  return (
    signedOtherStep(result, person, standing) ??
    checksWhy(result, nextStep) ??
    (result.contentWhyNot.length > 0 ? result.contentWhyNot.join('；') : undefined)
  );
}

/** One person, one step; a deputy and the one deputised for count as one. */
function signedOtherStep({ graph }: GateResult, person: Person, standing: Standing): Reason {
  for (const { body } of eventsOf(graph.ordered, 'sign')) {
    if (body.data.step === standing.step) continue;
    const people = peopleBehind(body);
    if (people.includes(person.id)) return `您已在本件以${STEPS[body.data.step]}身份签名，一人不能签两个环节`;
    if (standing.for !== undefined && people.includes(standing.for))
      return `您代签的人已在本件以${STEPS[body.data.step]}身份签名，一人不能签两个环节`;
  }
  return undefined;
}

/** A superior may return or refuse once the case has come to them, also after their own signature; a deputy while it is due. */
function reachedWhy(result: GateResult, person: Person, standing: Standing | undefined): Reason {
  const place = standing ? result.policy.chain.indexOf(standing.step) : 0;
  if (place <= 0 || result.stepsDone.length < place) return '还没有送到您这里';
  return standing?.for === undefined ? undefined : signedOtherStep(result, person, standing);
}
