import { FIRST_MARK } from '../chain/kinds/index.ts';
import type { Parsed } from '../contract.ts';
import { type Draft, fail, type Result } from '../model/index.ts';
import { type EventOf, eventsOf } from '../workflow/case-facts.ts';
import type { CaseDocument } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { allowedNow } from './allowed-now.ts';
import { caseDelta } from './case-delta.ts';
import type { DeskParts } from './desk-parts.ts';
import { documentNow } from './document-now.ts';
import { actorOf, namedDocument } from './examine.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { MANUAL_RULE } from './mark-findings.ts';
import { textBlob } from './new-blob.ts';

/** 人工标注. Codes: those of `allowedNow`, not-now, changed-meanwhile, mark-place, mark-exists. */
export const marks: Feature<'finding.add'> = {
  'finding.add': (parts, input, session) => {
    const read = allowedNow(parts, session, input.case, 'decide');
    if (!read.ok) return read;
    const document = documentNow(read.data, input.document);
    if (!document.ok) return document;
    const { scan } = document.data;
    if (!scan) return fail('not-now', '没有标注：还没有检查结果。');
    if (scan.body.data.draft !== input.draft)
      return fail('changed-meanwhile', '没有标注：本件已换了版本。请刷新后在新版本上重新选字。');
    const draft = parts.cases.draft(input.case, scan);
    if (!draft.ok) return draft;
    const wrong = placeProblem(draft.data, input) ?? repeated(parts, input, document.data, draft.data);
    if (wrong) return wrong;
    const reason = textBlob(parts.ports, input.case, input.reason);
    const suggestion = input.suggestion === '' ? undefined : textBlob(parts.ports, input.case, input.suggestion);
    const event = markEvent(input, scan, nextNumber(read.data), {
      reason: reason.commitment,
      suggestion: suggestion?.commitment,
    });
    const blobs = [reason, suggestion].filter((blob) => blob !== undefined);
    const written = parts.journal.append(actorOf(session), [event], read.data.graph.heads, blobs);
    return written.ok ? caseDelta(parts, input.case, session.person, read.data, input.document) : written;
  },
};

/** Also marks that were taken back keep their numbers. */
const nextNumber = ({ graph }: GateResult): number =>
  eventsOf(graph.ordered, 'finding.add').reduce((last, { body }) => Math.max(last, body.data.number), FIRST_MARK - 1) + 1;

const LOW = /^[\uDC00-\uDFFF]/;

function placeProblem(draft: Draft, { piece, start, end }: Parsed<'finding.add'>): Result<never> | undefined {
  const text = draft.pieces[piece]?.text ?? '';
  const chosen = text.slice(start, end);
  const whole = !LOW.test(text.slice(start)) && !LOW.test(text.slice(end));
  if (start < end && end <= text.length && chosen.trim() !== '' && whole) return undefined;
  return fail('mark-place', '没有标注：所选的地方没有文字。请在同一段内选中要标注的文字。');
}

function repeated(
  parts: DeskParts,
  { case: caseId, piece, start, end }: Parsed<'finding.add'>,
  document: CaseDocument,
  draft: Draft,
): Result<never> | undefined {
  const found = parts.cases.findings(caseId, document, draft);
  if (!found.ok) return found;
  const same = found.data.some(
    ({ finding: one }) => one.rule === MANUAL_RULE && one.piece === piece && one.start === start && one.end === end,
  );
  return same ? fail('mark-exists', '没有重复标注：这几个字已有人工标注。请在疑点清单中处置。') : undefined;
}

function markEvent(
  { case: caseId, document, category, level, piece, start, end }: Parsed<'finding.add'>,
  { body: { data } }: EventOf<'scan.done'>,
  number: number,
  { reason, suggestion }: { readonly reason: string; readonly suggestion: string | undefined },
): NewEvent {
  const place = { ...namedDocument(document), version: data.version, draft: data.draft, piece, start, end };
  const words = suggestion === undefined ? { reason } : { reason, suggestion };
  return { type: 'finding.add', case: caseId, data: { ...place, number, category, level, ...words } };
}
