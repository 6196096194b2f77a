/** What the signed-in person may do with a case now, and the Chinese reason when not. The same answers guard the commands. */
import type { ActionName, ActionView } from '../contract.ts';
import { DEMANDS_CHANGE, type Person, STEP_ORDER, STEP_ROLE, STEPS, type Step } from '../model/index.ts';
import { type EventOf, eventsOf, undoneDecisions } from '../workflow/case-facts.ts';
import type { GateResult } from '../workflow/gate.ts';
import { PERMISSIONS } from '../workflow/permissions.ts';

export type Actions = Readonly<Record<ActionName, ActionView>>;

/** The step whose role the person holds. */
export const stepOfRole = (person: Person): Step | undefined => STEP_ORDER.find((step) => STEP_ROLE[step] === person.role);

/** Newest own decision that nobody has signed over yet. */
export function undoable({ graph }: GateResult, person: Person): EventOf<'finding.decide'> | undefined {
  const undone = undoneDecisions(graph.ordered, graph.precedes);
  const own = eventsOf(graph.ordered, 'finding.decide').filter(({ id, body }) => body.actor.p === person.id && !undone.has(id));
  const last = own.at(-1);
  const signs = eventsOf(graph.ordered, 'sign');
  return last && signs.every((sign) => !graph.precedes(last.id, sign.id)) ? last : undefined;
}

type Reason = string | undefined;

/** Reasons by action, the first that holds; every action begins with the role. */
export function actionsOf(result: GateResult, person: Person): Actions {
  const { facts } = result;
  const closed = closedWhy(result);
  const changes = facts.numbers.some((number) => DEMANDS_CHANGE.includes(facts.decisions.get(number)?.kind ?? 'keep'));
  const out = result.state === 'released' || result.state === 'published';
  const reached = reachedWhy(result, person);
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
    sign: action(closed, signWhy(result, person)),
    return: action(may('chain.return', person), closed, result.state === 'returned' ? '本件已经退回' : undefined, reached),
    refuse: action(may('chain.refuse', person), closed, reached),
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

function signWhy(result: GateResult, person: Person): Reason {
  const mine = stepOfRole(person);
  if (!mine) return '您的角色不办理这一步';
  const { nextStep } = result;
  if (!nextStep) return '四个环节都已签名';
  if (nextStep !== mine) return `现在轮到${STEPS[nextStep]}`;
  const earlier = eventsOf(result.graph.ordered, 'sign').find(
    ({ body }) => body.actor.p === person.id && body.data.step !== mine,
  );
  if (earlier) return `您已在本件以${STEPS[earlier.body.data.step]}身份签名，一人不能签两个环节`;
  return result.contentWhyNot.length > 0 ? result.contentWhyNot.join('；') : undefined;
}

/** A superior may return or refuse once the case has come to them, also after their own signature. */
function reachedWhy({ stepsDone }: GateResult, person: Person): Reason {
  const mine = stepOfRole(person);
  const place = mine ? STEP_ORDER.indexOf(mine) : 0;
  return place > 0 && stepsDone.length >= place ? undefined : '还没有送到您这里';
}
