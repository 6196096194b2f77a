import type { CaseView } from '../contract.ts';
import { fail, type Result, STEP_ROLE, STEPS, type Step } from '../model/index.ts';
import type { NewBlob } from '../ports.ts';
import { newestOf } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { isSeparated } from './actions.ts';
import { allowedNow } from './allowed-now.ts';
import { caseView } from './case-view.ts';
import { signerForAct } from './confirm-pin.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';
import { standingOf } from './standing.ts';

export const chain: Feature<'chain.sign' | 'chain.return' | 'chain.refuse'> = {
  'chain.sign': (parts, input, session) =>
    act(parts, session, input, 'sign', (result) => {
      if (result.nextStep !== input.step) return fail('not-now', `没有签名：现在不是${STEPS[input.step]}这一步。请刷新。`);
      const opinion = textBlob(parts.ports, input.case, input.opinion);
      if (input.partly !== undefined && (input.step === 'draft' || !isSeparated(result))) {
        return fail('not-now', '没有签名：文件还没有区分处理，不能签部分公开。请退回并写明要去掉的部分。');
      }
      const withheld = input.partly === undefined ? undefined : textBlob(parts.ports, input.case, input.partly);
      const event: NewEvent = {
        type: 'sign',
        case: input.case,
        data: {
          step: input.step,
          subject: result.subject,
          version: newestOf(result.facts.main)?.version ?? 0,
          opinion: opinion.commitment,
          meaning: input.step === 'draft' ? 'checked' : withheld ? 'partly' : 'agree',
          ...(withheld ? { withheld: withheld.commitment } : {}),
        },
      };
      return { ok: true, data: { event, blobs: withheld ? [opinion, withheld] : [opinion] } };
    }),
  'chain.return': (parts, input, session) =>
    act(parts, session, input, 'return', (_result, step) => {
      const reason = textBlob(parts.ports, input.case, input.reason);
      const data = { step, reason: reason.commitment };
      return { ok: true, data: { event: { type: 'return', case: input.case, data }, blobs: [reason] } };
    }),
  'chain.refuse': (parts, input, session) =>
    act(parts, session, input, 'refuse', (result, step) => {
      const reason = textBlob(parts.ports, input.case, input.reason);
      const basis = textBlob(parts.ports, input.case, input.basis);
      const data = { step, subject: result.subject, reason: reason.commitment, basis: basis.commitment };
      return { ok: true, data: { event: { type: 'refuse', case: input.case, data }, blobs: [reason, basis] } };
    }),
};

type Draught = { readonly event: NewEvent; readonly blobs: readonly NewBlob[] };

/** Every act of the chain: allowed now, PIN, still allowed after the PIN was checked, one event. */
async function act(
  parts: DeskParts,
  session: OpenSession,
  input: { readonly case: string; readonly pin: string },
  action: 'sign' | 'return' | 'refuse',
  draw: (result: GateResult, step: Step) => Result<Draught>,
): Promise<Result<CaseView>> {
  const before = allowedNow(parts, session, input.case, action);
  if (!before.ok) return before;
  const signer = await signerForAct(parts, session, input.pin);
  if (!signer.ok) return signer;
  const now = allowedNow(parts, session, input.case, action);
  if (!now.ok) return now;
  // What is signed must be what the person had before their eyes when they typed the PIN.
  if (now.data.subject !== before.data.subject)
    return fail('changed-meanwhile', '签名时内容有改动，没有签名。请看过改动后再签。');
  const standing = standingOf(parts, now.data, session.person);
  if (!standing) return fail('not-now', '没有办理：您的角色不办理这一步。');
  const drawn = draw(now.data, standing.step);
  if (!drawn.ok) return drawn;
  const { person } = session;
  const deputy = standing.for === undefined ? {} : { for: standing.for };
  const actor = { p: person.id, role: STEP_ROLE[standing.step], signer: signer.data, ...deputy };
  const written = parts.journal.append(actor, [drawn.data.event], now.data.graph.heads, drawn.data.blobs);
  return written.ok ? caseView(parts, input.case, person) : written;
}
