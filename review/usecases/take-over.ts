import { mayApprove, needsRoot, proposalProblem, stateProblem } from '../chain/roster-rules.ts';
import { rosterHome } from '../chain/roster-state.ts';
import type { Parsed, RosterView } from '../contract.ts';
import { fail, type Person, type Result } from '../model/index.ts';
import { confirmPin, signerForAct } from './confirm-pin.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import { activePeople } from './people-of.ts';
import { rootSigner } from './root-key.ts';
import { rosterView } from './roster-view.ts';
import { appendHere } from './roster-writer.ts';

/** The roster is written on this workstation from now on, without the one that wrote it so far (ADR 25). */
export const takeOver: Feature<'roster.takeOver'> = { 'roster.takeOver': take };

/**
 * Two people at this workstation and the root key, in one step: a proposal that waits here would already be a second roster. Codes:
 * not-set-up, not-now, not-permitted, person-unknown, those of PINs, of `rootSigner` and of `appendHere`.
 */
async function take(parts: DeskParts, input: Parsed<'roster.takeOver'>, session: OpenSession): Promise<Result<RosterView>> {
  const second = secondHere(parts, input.second.person);
  const may = mayTakeOver(parts, session, second);
  if (!may.ok || !second) return may.ok ? NO_SECOND : may;
  const root = await rootSigner(parts, input.root);
  if (!root.ok) return root;
  const first = await signerForAct(parts, session, input.pin);
  if (!first.ok) return first;
  const witness = await confirmPin(parts, second, input.second.pin, 'act');
  if (!witness.ok) return fail(witness.error.code, `${second.name}：${witness.error.message}`);
  // PINs take a second each: a package may have brought another roster meanwhile.
  const change = mayTakeOver(parts, session, second);
  if (!change.ok) return change;
  const answer = (type: 'approve' | 'ratify') => (ids: readonly string[]) => ({ type, data: { of: ids[0] ?? '' } });
  const written = appendHere(parts, [
    { claim: { type: 'propose', data: { change: change.data } }, signer: first.data },
    { claim: answer('approve'), signer: witness.data },
    { claim: answer('ratify'), signer: root.data },
  ]);
  return written.ok ? rosterView(parts, session.person) : written;
}

const NO_SECOND = fail('person-unknown', '没有接管：须有另一位能确认名册变更的人在场，用其在本机的口令确认。请核对人员后重试。');

const secondHere = ({ ports, roster }: DeskParts, id: string): Person | undefined =>
  activePeople(roster(), ports.store.head().ws).find((person) => person.id === id);

function mayTakeOver({ ports, roster }: DeskParts, { person }: OpenSession, second: Person | undefined) {
  const state = roster().now;
  const member = state?.people.get(person.id);
  const witness = state?.people.get(second?.id ?? '');
  if (!state || !member) return fail('not-set-up', '先审还没有建立单位和人员，请先完成设置。');
  const change = { type: 'home', data: { ws: ports.store.head().ws, from: rosterHome(state) ?? '' } } as const;
  const problem = stateProblem(state, change);
  if (problem !== undefined) return fail('not-now', `没有接管：${problem}。`);
  const not = proposalProblem(state, change, member);
  if (not !== undefined) return fail('not-permitted', `没有接管：${not}。`);
  if (!witness || witness === member || !mayApprove(state, witness) || !needsRoot(state, change, member, witness))
    return NO_SECOND;
  return { ok: true, data: change } as const;
}
