/** Whether a change of the roster is possible, and whose signatures it needs (signoff-design 2.1, 2.6; workflow.md §5). */
import { type Role, STEP_ROLE } from '../model/index.ts';
import type { Crypto } from '../ports.ts';
import { fromHex } from './hex.ts';
import { checkPublicKey, keyIdOf } from './public-key.ts';
import { type ChangeData, type ChangeType, keysIn, type RosterBody, type RosterChange } from './roster-entry.ts';
import { holderOf, isPresent, type Member, type RosterState, rosterHome } from './roster-state.ts';

const ADMINISTRATORS: readonly Role[] = ['sysadmin', 'secadmin', 'auditor'];

/**
 * 三员分立: an administrator holds no business role, the auditor neither of the other two posts (workflow.md §5).
 * Returns a Chinese sentence when a set of roles breaks it.
 */
export function roleConflict(roles: readonly Role[]): string | undefined {
  const administrative = roles.filter((role) => ADMINISTRATORS.includes(role));
  if (administrative.length > 0 && administrative.length < roles.length) return '管理员不能同时承担审查工作';
  if (roles.includes('auditor') && roles.length > 1) return '安全审计员不能兼任其他管理员';
  return undefined;
}

const holds = (member: Member, roles: readonly Role[]): boolean => roles.some((role) => member.roles.includes(role));

/** Whether the office has a 系统管理员; then those who review do not administer. */
export const isAdministered = ({ people }: RosterState): boolean =>
  [...people.values()].some((member) => isPresent(member) && member.roles.includes('sysadmin'));

export const PROPOSERS = { administered: ['sysadmin', 'secadmin'], small: ['reviewer', 'leader', 'secadmin'] } as const;
export const APPROVERS = { administered: ['secadmin', 'leader'], small: ['reviewer', 'leader', 'head', 'secadmin'] } as const;
const kindOf = (state: RosterState): 'administered' | 'small' => (isAdministered(state) ? 'administered' : 'small');

/** Who may propose a change of the roster. */
export const mayPropose = (state: RosterState, member: Member): boolean => holds(member, PROPOSERS[kindOf(state)]);
/** Who may be the second signature, if it is not their own proposal and not about them. */
export const mayApprove = (state: RosterState, member: Member): boolean => holds(member, APPROVERS[kindOf(state)]);

/** What the two administrators may do without the root key once it has said so. */
const ROUTINE: readonly ChangeType[] = ['policy', 'enroll', 'role', 'revoke', 'rekey', 'delegate', 'recall'];

/** Whether the root key must sign too, after these two people. */
export const needsRoot = (state: RosterState, change: RosterChange, proposer: Member, approver: Member): boolean =>
  !(
    state.routine === 'administrators' &&
    ROUTINE.includes(change.type) &&
    holds(proposer, ['sysadmin']) &&
    holds(approver, ['secadmin'])
  );

/** People who gain or lose by a change: none of them may be one of its two signers. */
export function subjectsOf(change: RosterChange): readonly string[] {
  if (change.type === 'delegate') return [change.data.to];
  return 'p' in change.data && change.type !== 'enroll' ? [change.data.p] : [];
}

/** Why a person may not put a second signature under a proposal; undefined when they may. */
export function approvalProblem(state: RosterState, id: string, approver: Member): string | undefined {
  const proposal = state.proposals.get(id);
  if (!proposal || proposal.approvedBy !== undefined) return '没有这项待确认的变更，或已经确认过';
  if (proposal.by === approver.id) return '提出人不能确认自己提出的变更';
  if (subjectsOf(proposal.change).includes(approver.id)) return '本人不能确认关于自己的变更';
  if (!isPresent(state.people.get(proposal.by))) return '提出人的密钥已注销，请重新提出';
  return mayApprove(state, approver) ? undefined : '这个角色不能确认名册变更';
}

/** Why a person may not propose a change; undefined when they may. */
export function proposalProblem(state: RosterState, change: RosterChange, proposer: Member): string | undefined {
  if (!mayPropose(state, proposer)) return '这个角色不能提出名册变更';
  return subjectsOf(change).includes(proposer.id) ? '本人不能提出关于自己的变更' : undefined;
}

/** Why a change cannot be made in this state, whoever signs it. `keys`: every key that ever was in the roster. */
export function changeProblem(
  crypto: Crypto,
  state: RosterState,
  keys: ReadonlyMap<string, Uint8Array>,
  change: RosterChange,
): string | undefined {
  const entered = keysIn(change);
  if (new Set(entered.map(({ key }) => key)).size < entered.length) return '密钥不能重复登记';
  // A workstation that was admitted before brings the key it has.
  const known = change.type === 'admit' ? state.workstations.get(change.data.ws) : undefined;
  const problems = entered.map((one) => (one.key === known ? undefined : keyProblem(crypto, one, keys)));
  return problems.find((problem) => problem !== undefined) ?? stateProblem(state, change);
}

/** The part of `changeProblem` that is not about a new key: asked before one is made. */
export function stateProblem(state: RosterState, change: RosterChange): string | undefined {
  switch (change.type) {
    case 'enroll':
      if (state.people.has(change.data.p)) return '人员编号不能重复使用';
      if ([...state.people.values()].some(({ name }) => name === change.data.name)) return '名册中已有同名人员';
      return roleConflict(change.data.roles);
    case 'role':
      return isPresent(state.people.get(change.data.p)) ? roleConflict(change.data.roles) : '名册中没有这个人';
    case 'revoke':
      return revocationProblem(state, change.data);
    case 'rekey': {
      const member = state.people.get(change.data.p);
      return member && !member.left ? undefined : '名册中没有这个人，或已离任';
    }
    case 'workstation':
      return state.workstations.has(change.data.ws) ? '工作站编号不能重复使用' : undefined;
    case 'admit':
      return admissionProblem(state, change.data);
    case 'home':
      return handOverProblem(state, change.data);
    case 'delegate':
      return delegationProblem(state, change.data);
    case 'recall':
      return state.delegations.get(change.data.d)?.recalled === false ? undefined : '没有这项代签授权，或已收回';
    default:
      return undefined;
  }
}

function keyProblem(
  crypto: Crypto,
  data: { readonly key: string; readonly publicKey: string },
  keys: ReadonlyMap<string, Uint8Array>,
): string | undefined {
  const publicKey = fromHex(data.publicKey);
  if (!publicKey || !checkPublicKey(publicKey).ok || keyIdOf(crypto, publicKey) !== data.key) return '登记的密钥不合格';
  return keys.has(data.key) ? '密钥不能重复登记' : undefined;
}

function revocationProblem(state: RosterState, { p, key, ws, reason }: ChangeData<'revoke'>): string | undefined {
  const member = holderOf(state, key);
  if (member?.id !== p || (ws !== undefined && member.keys.get(ws) !== key)) return '要注销的密钥不在用';
  return ws !== undefined && reason === 'left' ? '离任的，所有工作站上的密钥一并注销' : undefined;
}

function handOverProblem(state: RosterState, { ws, from }: ChangeData<'home'>): string | undefined {
  if (!state.workstations.has(ws)) return '名册中没有这台工作站';
  if (from !== rosterHome(state)) return '名册已经移交过，请刷新后再办理';
  return ws === from ? '名册已经在这台工作站上变更' : undefined;
}

/**
 * Why an entry cannot have been written where it was signed; undefined when it can. Keys tell the workstation, so that whoever goes on
 * writing on the old one after a hand-over is found out, also when they know of it.
 */
export function placeProblem(state: RosterState, body: RosterBody, member: Member, key: string): string | undefined {
  if (state.home === undefined) return undefined;
  const on = [...member.keys].find(([, own]) => own === key)?.[0];
  const proposal = 'of' in body.data ? state.proposals.get(body.data.of)?.change : undefined;
  const change = body.type === 'propose' ? body.data.change : proposal;
  if (on === state.home || (change?.type === 'home' && change.data.ws === on)) return undefined;
  return '名册已经移交，这条不是在现在变更名册的工作站上签的';
}

function admissionProblem(state: RosterState, { ws, name, key, keys, enrolled }: ChangeData<'admit'>): string | undefined {
  const known = state.workstations.get(ws);
  if (known !== undefined && known !== key) return '工作站编号不能重复使用';
  const taken = [...state.workstationNames].some(([id, other]) => id !== ws && other === name);
  if (taken) return '已有同名的工作站';
  if (!keys.every(({ p }) => isPresent(state.people.get(p)))) return '申请里有名册中没有的人，或密钥已注销';
  if (new Set(keys.map(({ p }) => p)).size < keys.length) return '申请里同一人有两把密钥';
  if (new Set(enrolled.flatMap(({ p, name: own }) => [p, own])).size < 2 * enrolled.length) return '申请里有同名人员';
  const problems = enrolled.map((data) => stateProblem(state, { type: 'enroll', data }));
  return problems.find((problem) => problem !== undefined);
}

type DelegateData = Extract<RosterChange, { readonly type: 'delegate' }>['data'];

function delegationProblem(state: RosterState, { d, from, to, steps }: DelegateData): string | undefined {
  const [delegator, deputy] = [state.people.get(from), state.people.get(to)];
  if (state.delegations.has(d)) return '代签编号不能重复使用';
  if (from === to || !isPresent(delegator) || !isPresent(deputy)) return '授权人和代签人须是名册中的两个人';
  if (!steps.every((step) => delegator.roles.includes(STEP_ROLE[step]))) return '不能授权自己没有的环节';
  return holds(deputy, ADMINISTRATORS) ? '管理员不能代签' : undefined;
}
