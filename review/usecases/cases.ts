import type { CaseRow } from '../contract.ts';
import { fail, ok } from '../model/index.ts';
import { actionsOf } from './actions.ts';
import { caseView } from './case-view.ts';
import { signerForAct } from './confirm-pin.ts';
import type { Feature } from './handler.ts';
import { rememberedRows } from './known-rows.ts';
import { textBlob } from './new-blob.ts';

export const cases: Feature<'case.list' | 'case.open' | 'case.withdraw'> = {
  'case.list': async (parts) => {
    await parts.judgeAhead();
    const rows: CaseRow[] = [];
    const rowOf = rememberedRows(parts);
    for (const caseId of parts.ports.store.caseIds()) {
      const read = parts.cases.read(caseId);
      const row = read.ok ? rowOf(caseId, read.data) : read;
      // A damaged case must not hide the others; the verification of the log names it.
      if (row.ok) rows.push(row.data);
    }
    return ok(rows);
  },
  'case.open': (parts, input, session) => caseView(parts, input.case, session.person, input.document),
  'case.withdraw': async (parts, input, session) => {
    const first = parts.cases.read(input.case);
    if (!first.ok) return first;
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    const read = parts.cases.read(input.case);
    if (!read.ok) return read;
    const { withdraw } = actionsOf(read.data, session.person, undefined);
    if (!withdraw.enabled) return fail('not-now', `没有作废：${withdraw.why}。`);
    const reason = textBlob(parts.ports, input.case, input.reason);
    const written = parts.journal.append(
      { p: session.person.id, role: session.person.role, signer: signer.data },
      [{ type: 'withdraw', case: input.case, data: { reason: reason.commitment } }],
      read.data.graph.heads,
      [reason],
    );
    return written.ok ? caseView(parts, input.case, session.person) : written;
  },
};
