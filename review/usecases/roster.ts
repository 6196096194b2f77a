import { toHex } from '../chain/hex.ts';
import type { RosterState } from '../chain/roster.ts';
import type { RosterChange } from '../chain/roster-entry.ts';
import { approvalProblem, mayApprove, needsRoot, proposalProblem, stateProblem } from '../chain/roster-rules.ts';
import { type Member, rosterHome } from '../chain/roster-state.ts';
import type { Parsed } from '../contract.ts';
import { fail, isChain, ok, type Result, STATEMENT } from '../model/index.ts';
import { signerForAct } from './confirm-pin.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import { admission } from './join.ts';
import { newDelegation } from './new-delegation.ts';
import { rootSigner } from './root-key.ts';
import { rosterView } from './roster-view.ts';
import { appendRoster, type SignedClaim } from './roster-writer.ts';

/** Changes of the roster: one person proposes, another confirms, the root key signs where it must (signoff-design 2.1). */
export const roster: Feature<'roster.view' | 'roster.propose' | 'roster.approve' | 'roster.reject'> = {
  'roster.view': (parts, _input, session) => rosterView(parts, session.person),
  'roster.propose': async (parts, input, session) => {
    const drawn = drawChange(parts, input.change);
    if (!drawn.ok) return drawn;
    const first = mayProposeNow(parts, session, drawn.data);
    if (!first.ok) return first;
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    const change = await withNewKey(parts, input.change, drawn.data);
    if (!change.ok) return change;
    // Making a key takes a second: the roster may have moved on.
    const now = mayProposeNow(parts, session, change.data);
    if (!now.ok) return now;
    const claim = { type: 'propose', data: { change: change.data } } as const;
    const written = appendRoster(parts, [{ claim, signer: signer.data }]);
    return written.ok ? rosterView(parts, session.person) : written;
  },
  'roster.approve': async (parts, input, session) => {
    const may = mayApproveNow(parts, session, input.proposal);
    if (!may.ok) return may;
    const root = may.data.root ? await rootSigner(parts, input.root) : ok(undefined);
    if (!root.ok) return root;
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    const now = mayApproveNow(parts, session, input.proposal);
    if (!now.ok) return now;
    const of = { of: input.proposal };
    const claims: SignedClaim[] = [{ claim: { type: 'approve', data: of }, signer: signer.data }];
    if (root.data) claims.push({ claim: { type: 'ratify', data: of }, signer: root.data });
    const written = appendRoster(parts, claims);
    return written.ok ? rosterView(parts, session.person) : written;
  },
  'roster.reject': async (parts, input, session) => {
    const may = mayRejectNow(parts, session, input.proposal);
    if (!may.ok) return may;
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    const claim = { type: 'reject', data: { of: input.proposal } } as const;
    const written = appendRoster(parts, [{ claim, signer: signer.data }]);
    return written.ok ? rosterView(parts, session.person) : written;
  },
};

type Request = Parsed<'roster.propose'>['change'];
/** Stands where the new key will be; a change is judged before anybody waits for a key. */
const NO_KEY = { key: '0'.repeat(32), publicKey: '0'.repeat(64) };

/** The change that was asked for, still without a new key. Codes: date-invalid, person-unknown. */
function drawChange(parts: DeskParts, request: Request): Result<RosterChange> {
  const people = parts.roster().now?.people;
  if ('enroll' in request) {
    const { name, department, role } = request.enroll;
    const p = `p-${toHex(parts.ports.random.bytes(8))}`;
    return ok({ type: 'enroll', data: { p, name, department, roles: [role], statement: STATEMENT, ...NO_KEY } });
  }
  if ('assign' in request) {
    const { person, role, department } = request.assign;
    return ok({ type: 'role', data: { p: person, roles: [role], department } });
  }
  if ('revoke' in request) {
    const { person, reason, workstation: ws } = request.revoke;
    const keys = people?.get(person)?.keys;
    const key = (ws === undefined ? keys?.values().next().value : keys?.get(ws)) ?? NO_KEY.key;
    return ok({ type: 'revoke', data: { p: person, key, reason, ...(ws === undefined ? {} : { ws }) } });
  }
  if ('reset' in request) {
    const { person, reason } = request.reset;
    return ok({ type: 'rekey', data: { p: person, reason, ...NO_KEY } });
  }
  if ('delegate' in request) return newDelegation(parts, request.delegate.from, request.delegate);
  if ('recall' in request) return ok({ type: 'recall', data: { d: request.recall.delegation } });
  if ('home' in request) {
    const state = parts.roster().now;
    return ok({ type: 'home', data: { ws: request.home.workstation, from: (state && rosterHome(state)) ?? '' } });
  }
  if ('admit' in request) return admission(parts, request.admit.file);
  if ('policy' in request) {
    const { chain, checks, idleMinutes } = request.policy;
    if (!isChain(chain)) return fail('policy-invalid', '流程要从拟稿人开始、以分管领导签发结束，没有提出。');
    return ok({
      type: 'policy',
      data: { chain, idleMinutes, ...(checks.length > 0 ? { checks: [...new Set(checks)].sort() } : {}) },
    });
  }
  return ok({ type: 'routine', data: { by: request.routine } });
}

/** Makes the key of a new or returning person under the PIN they have typed themselves. Codes: pin-weak, key-write-failed. */
async function withNewKey({ ports }: DeskParts, request: Request, change: RosterChange): Promise<Result<RosterChange>> {
  const newPin = 'enroll' in request ? request.enroll.newPin : 'reset' in request ? request.reset.newPin : undefined;
  if (newPin === undefined) return ok(change);
  const made = await ports.keys.create(newPin);
  if (!made.ok) return made;
  const key = { key: made.data.key, publicKey: toHex(made.data.publicKey) };
  if (change.type === 'enroll') return ok({ type: change.type, data: { ...change.data, ...key } });
  return change.type === 'rekey' ? ok({ type: change.type, data: { ...change.data, ...key } }) : ok(change);
}

interface Acting {
  readonly state: RosterState;
  readonly member: Member;
}

function actingNow(parts: DeskParts, session: OpenSession): Result<Acting> {
  const state = parts.roster().now;
  const member = state?.people.get(session.person.id);
  return state && member ? ok({ state, member }) : fail('person-unknown', '名册中没有这个人，没有办理。请重新登录。');
}

function mayProposeNow(parts: DeskParts, session: OpenSession, change: RosterChange): Result<Acting> {
  const acting = actingNow(parts, session);
  if (!acting.ok) return acting;
  const { state, member } = acting.data;
  const not = proposalProblem(state, change, member);
  if (not !== undefined) return fail('not-permitted', `没有提出：${not}。`);
  const problem = stateProblem(state, change);
  if (problem === '名册中已有同名人员') {
    return fail('name-taken', '名册中已有同名人员（含已离任的），签名时会分不清，没有提出。请在姓名后加注处室或序号。');
  }
  return problem === undefined ? acting : fail('not-now', `没有提出：${problem}。`);
}

function mayApproveNow(parts: DeskParts, session: OpenSession, proposal: string): Result<{ readonly root: boolean }> {
  const acting = actingNow(parts, session);
  if (!acting.ok) return acting;
  const { state, member } = acting.data;
  const known = state.proposals.get(proposal);
  const proposer = state.people.get(known?.by ?? '');
  const not = approvalProblem(state, proposal, member) ?? (known && stateProblem(state, known.change));
  if (not !== undefined || !known || !proposer) return fail('not-now', `没有确认：${not ?? '没有这项待确认的变更'}。`);
  return ok({ root: needsRoot(state, known.change, proposer, member) });
}

function mayRejectNow(parts: DeskParts, session: OpenSession, proposal: string): Result<Acting> {
  const acting = actingNow(parts, session);
  if (!acting.ok) return acting;
  const { state, member } = acting.data;
  const known = state.proposals.get(proposal);
  if (!known) return fail('not-now', '没有办理：没有这项待确认的变更，或已经确认过。');
  if (known.by === member.id || mayApprove(state, member)) return acting;
  return fail('not-permitted', '没有办理：由提出人撤回，或由能够确认的人答复。');
}
