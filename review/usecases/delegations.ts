import { stateProblem } from '../chain/roster-rules.ts';
import { fail, type Result } from '../model/index.ts';
import { eventsOf, peopleBehind } from '../workflow/case-facts.ts';
import type { GateResult } from '../workflow/gate.ts';
import { caseView } from './case-view.ts';
import { signerForAct } from './confirm-pin.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { newDelegation } from './new-delegation.ts';
import { rosterView } from './roster-view.ts';
import { appendRoster } from './roster-writer.ts';

/** Who signs for whom: named and ended by the person themselves; both names stay on everything the deputy signs. */
export const delegations: Feature<'delegation.make' | 'delegation.recall' | 'delegation.confirm'> = {
  'delegation.make': async (parts, { pin, ...wish }, session) => {
    const change = newDelegation(parts, session.person.id, wish);
    if (!change.ok) return change;
    const state = parts.roster().now;
    const problem = state && stateProblem(state, change.data);
    if (problem !== undefined) return fail('not-now', `没有授权：${problem}。`);
    const signer = await signerForAct(parts, session, pin);
    if (!signer.ok) return signer;
    const written = appendRoster(parts, [{ claim: change.data, signer: signer.data }]);
    return written.ok ? rosterView(parts, session.person) : written;
  },
  'delegation.recall': async (parts, { delegation, pin }, session) => {
    const known = parts.roster().now?.delegations.get(delegation);
    const mine = known?.from === session.person.id || known?.to === session.person.id;
    if (!known || known.recalled || !mine) return fail('not-now', '没有收回：只有授权人或代签人能收回还有效的授权。');
    const signer = await signerForAct(parts, session, pin);
    if (!signer.ok) return signer;
    const written = appendRoster(parts, [{ claim: { type: 'recall', data: { d: delegation } }, signer: signer.data }]);
    return written.ok ? rosterView(parts, session.person) : written;
  },
  'delegation.confirm': async (parts, input, session) => {
    const before = toConfirm(parts, session, input);
    if (!before.ok) return before;
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    const now = toConfirm(parts, session, input);
    if (!now.ok) return now;
    const event: NewEvent = { type: 'delegation.confirm', case: input.case, data: { of: now.data.sign } };
    const actor = { p: session.person.id, role: session.person.role, signer: signer.data };
    const written = parts.journal.append(actor, [event], now.data.result.graph.heads);
    return written.ok ? caseView(parts, input.case, session.person) : written;
  },
};

/** The signature that waits for a confirmation. Codes: case-missing, not-now. */
function toConfirm(
  parts: DeskParts,
  session: OpenSession,
  input: { readonly case: string; readonly sign: number },
): Result<{ readonly result: GateResult; readonly sign: string }> {
  const read = parts.cases.read(input.case);
  if (!read.ok) return read;
  const sign = eventsOf(read.data.graph.ordered, 'sign').find(({ body }) => body.seq === input.sign);
  const waits = read.data.steps.some(({ signs }) =>
    signs.some((verdict) => verdict.sign.id === sign?.id && verdict.rule === 'delegation-clock'),
  );
  if (!sign || !waits) return fail('not-now', '没有办理：这个签名不需要确认，或已经确认过。请刷新。');
  if (peopleBehind(sign.body).includes(session.person.id))
    return fail('not-now', '没有办理：代签的双方不能自己确认，请另一位保密审查员办理。');
  return { ok: true, data: { result: read.data, sign: sign.id } };
}
