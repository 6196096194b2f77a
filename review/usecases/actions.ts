/** What the signed-in person may do with a case now, and the Chinese reason when not. The same answers guard the commands. */
import type { ActionName, ActionView } from '../contract.ts';
import { DEMANDS_CHANGE, type Person, STEP_ORDER, STEP_ROLE, STEPS } from '../model/index.ts';
import { type EventOf, eventsOf, peopleBehind, undoneDecisions } from '../workflow/case-facts.ts';
import type { GateResult } from '../workflow/gate.ts';
import { PERMISSIONS } from '../workflow/permissions.ts';
import type { Standing } from './standing.ts';

export type Actions = Readonly<Record<ActionName, ActionView>>;

/** Newest own decision that nobody has signed over yet. */
export function undoable({ graph }: GateResult, person: Person): EventOf<'finding.decide'> | undefined {
  const undone = undoneDecisions(graph.ordered, graph.precedes);
  const own = eventsOf(graph.ordered, 'finding.decide').filter(({ id, body }) => body.actor.p === person.id && !undone.has(id));
  const last = own.at(-1);
  const signs = eventsOf(graph.ordered, 'sign');
  return last && signs.every((sign) => !graph.precedes(last.id, sign.id)) ? last : undefined;
}

type Reason = string | undefined;

/** Reasons by action, the first that holds; every action begins with the role. `standing`: in whose place the person signs. */
export function actionsOf(result: GateResult, person: Person, standing: Standing | undefined): Actions {
  const { facts } = result;
  const acting = standing ? { ...person, role: STEP_ROLE[standing.step] } : person;
  const closed = closedWhy(result);
  const changes = facts.numbers.some((number) => DEMANDS_CHANGE.includes(facts.decisions.get(number)?.kind ?? 'keep'));
  const out = result.state === 'released' || result.state === 'published';
  const reached = reachedWhy(result, person, standing);
  return {
    decide: action(may('finding.decide', person), closed, facts.scan ? undefined : '还没有检查结果'),
    undo: action(
      may('finding.undo', person),
      closed,
      undoable(result, person) ? undefined : '没有可以撤销的处置，签过名的不能撤销',
    ),
    addVersion: action(
      may('case.addVersion', person),
      closed,
      // Another file under the sample's number would escape the ledger.
      facts.create?.body.data.sample ? '示例件不能换成别的文件，请把文件另行送审' : undefined,
    ),
    cleanCopy: action(may('case.cleanCopy', person), closed, changes ? undefined : '没有要脱敏、删除或改写的地方'),
    sign: action(closed, signWhy(result, person, standing)),
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
  return state === 'released' || state === 'published' ? '本件已放行，不能再改' : undefined;
}

function signWhy(result: GateResult, person: Person, standing: Standing | undefined): Reason {
  if (!standing) return '您的角色不办理这一步';
  const { nextStep } = result;
  if (!nextStep) return '四个环节都已签名';
  if (nextStep !== standing.step) return `现在轮到${STEPS[nextStep]}`;
  return (
    signedOtherStep(result, person, standing) ?? (result.contentWhyNot.length > 0 ? result.contentWhyNot.join('；') : undefined)
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
  const place = standing ? STEP_ORDER.indexOf(standing.step) : 0;
  if (place === 0 || result.stepsDone.length < place) return '还没有送到您这里';
  return standing?.for === undefined ? undefined : signedOtherStep(result, person, standing);
}
