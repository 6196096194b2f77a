import { writeRanges } from '../chain/ranges.ts';
import type { Parsed } from '../contract.ts';
import { fail, NEEDS_REASON, ok, type Result } from '../model/index.ts';
import type { NewBlob } from '../ports.ts';
import { type CaseDocument, documentIn, MAIN_TEXT, numberOf } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { awaitsAnswer } from '../workflow/pending.ts';
import { undoable } from './actions.ts';
import { allowedNow } from './allowed-now.ts';
import { caseDelta } from './case-delta.ts';
import { caseView } from './case-view.ts';
import type { DeskParts } from './desk-parts.ts';
import { documentNow } from './document-now.ts';
import { actorOf, namedDocument } from './examine.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';

export const findings: Feature<'finding.decide' | 'finding.undo' | 'unread.confirm'> = {
  'finding.decide': (parts, input, session) => {
    const read = allowedNow(parts, session, input.case, 'decide');
    if (!read.ok) return read;
    const document = documentNow(read.data, input.document);
    if (!document.ok) return document;
    const decision = decideEvent(parts, input, read.data, document.data);
    if (!decision.ok) return decision;
    const { event, blobs } = decision.data;
    const written = parts.journal.append(actorOf(session), [event], read.data.graph.heads, blobs);
    return written.ok ? caseDelta(parts, input.case, session.person, read.data, input.document) : written;
  },
  'finding.undo': (parts, input, session) => {
    const read = allowedNow(parts, session, input.case, 'undo');
    if (!read.ok) return read;
    const last = undoable(read.data, session.person);
    if (!last) return fail('not-now', '没有可以撤销的处置。');
    const event: NewEvent = { type: 'finding.undo', case: input.case, data: { of: last.id } };
    const written = parts.journal.append(actorOf(session), [event], read.data.graph.heads);
    // What is undone may be in another document than the one on the screen; one that was taken out has nothing to show.
    const document = documentIn(read.data.facts, numberOf(last))?.number ?? MAIN_TEXT;
    return written.ok ? caseDelta(parts, input.case, session.person, read.data, document) : written;
  },
  'unread.confirm': (parts, input, session) => {
    const read = allowedNow(parts, session, input.case, 'decide');
    if (!read.ok) return read;
    const document = documentNow(read.data, input.document);
    if (!document.ok) return document;
    const { scan } = document.data;
    const draft = scan && parts.cases.draft(input.case, scan);
    if (!scan || !draft?.ok) return draft && !draft.ok ? draft : fail('not-now', '还没有检查结果。');
    const numbers = draft.data.unread.flatMap((unread, index) => (unread.part === input.part ? [index] : []));
    if (numbers.length === 0) return fail('part-unknown', '没有这个部分，可能已换了版本。请刷新后再看。');
    const data = { ...namedDocument(input.document), version: scan.body.data.version, parts: writeRanges(numbers) };
    const event: NewEvent = { type: 'unread.confirm', case: input.case, data };
    const written = parts.journal.append(actorOf(session), [event], read.data.graph.heads);
    return written.ok ? caseView(parts, input.case, session.person, input.document) : written;
  },
};

/** Codes: finding-unknown, reason-missing, replacement-missing, too-many. */
function decideEvent(
  parts: DeskParts,
  input: Parsed<'finding.decide'>,
  { facts, graph }: GateResult,
  document: CaseDocument,
): Result<{ readonly event: NewEvent; readonly blobs: readonly NewBlob[] }> {
  const { scan } = document;
  if (!scan) return fail('not-now', '没有处置：还没有检查结果。');
  const found = parts.cases.findings(input.case, document);
  if (!found.ok) return found;
  const numberOf = new Map(found.data.map(({ number, finding }) => [finding.id, number]));
  const numbers = input.findings.map((id) => numberOf.get(id)).filter((number) => number !== undefined);
  if (numbers.length < input.findings.length) return fail('finding-unknown', '有的条目不在当前版本中，没有处置。请刷新后再办。');
  if (NEEDS_REASON.includes(input.decision) && input.reason === '') {
    return fail('reason-missing', '保留、误报和送上级确定要写明理由，没有处置。请填写理由。');
  }
  const stands = input.decision === 'keep' || input.decision === 'false-alarm';
  if (stands && numbers.some((number) => awaitsAnswer(graph, facts, number))) {
    return fail('not-answered', '这处已送上级确定，登记答复后才能改为保留或误报，没有处置。按错了请撤销（Ctrl+Z）。');
  }
  if (input.decision === 'rewrite' && !input.replacement?.trim()) {
    return fail('replacement-missing', '改写要写出改成什么，没有处置。请填写改后的文字。');
  }
  const ranges = writeRanges(numbers);
  if (ranges.length > 14_000) return fail('too-many', '一次处置的条目太分散，没有处置。请分几次办理。');
  const replaces = input.decision === 'rewrite' || input.decision === 'mask';
  const reason = input.reason === '' ? undefined : textBlob(parts.ports, input.case, input.reason);
  const replacement =
    replaces && input.replacement !== undefined ? textBlob(parts.ports, input.case, input.replacement) : undefined;
  const event: NewEvent = {
    type: 'finding.decide',
    case: input.case,
    data: {
      ...namedDocument(input.document),
      version: scan.body.data.version,
      findings: ranges,
      decision: input.decision,
      ...(reason ? { reason: reason.commitment } : {}),
      ...(replacement ? { replacement: replacement.commitment } : {}),
    },
  };
  return ok({ event, blobs: [reason, replacement].filter((blob) => blob !== undefined) });
}
