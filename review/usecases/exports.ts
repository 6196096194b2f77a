import type { ChangeListModel, LogModel } from '../artefacts.ts';
import { toBase64 } from '../chain/base64.ts';
import { checkpoints, sealCheckpoint } from '../chain/checkpoint.ts';
import { readJournal } from '../chain/journal.ts';
import type { ExportedFile, Parsed } from '../contract.ts';
import { DECISIONS, fail, ok, type Result } from '../model/index.ts';
import type { GateResult } from '../workflow/gate.ts';
import { EXPORT_PERMISSIONS } from '../workflow/permissions.ts';
import { replacementFor } from './case-view.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { actorOf } from './examine.ts';
import { formModel } from './form-model.ts';
import type { Feature } from './handler.ts';
import { ledgerModel } from './ledger-model.ts';
import { textBlob } from './new-blob.ts';
import { freshlyJudged, releaseBytes } from './release.ts';

type ExportInput = Parsed<'export.make'>;

export const exporting: Feature<'export.make'> = {
  'export.make': async (parts, input, session) => {
    const { role } = session.person;
    const asked = input.full && input.kind === 'ledger' ? 'full-ledger' : input.kind;
    if (!EXPORT_PERMISSIONS[asked]?.includes(role)) return fail('not-permitted', '您的角色不能导出这一项，没有导出。');
    if (input.kind === 'log') return exportLog(parts);
    if (input.kind === 'ledger') return exportLedger(parts, input, session);
    if (input.case === undefined) return fail('bad-input', '没有指明是哪一件，没有导出。');
    if (input.kind === 'release-file') return exportRelease(parts, input.case, session);
    const read = parts.cases.read(input.case);
    if (!read.ok) return read;
    if (input.kind === 'change-list') {
      const list = changeListModel(parts, input.case, read.data);
      return list.ok ? parts.ports.exporters.changeList(list.data) : list;
    }
    const form = formModel(parts, input.case, read.data);
    return form.ok ? parts.ports.exporters.form(form.data) : form;
  },
};

/** A checkpoint of its own comes first, so that the journal says that the log went out. */
async function exportLog(parts: DeskParts): Promise<Result<ExportedFile>> {
  const mark = parts.readOnly() === undefined ? parts.journal.checkpoint('export') : ok(null);
  return mark.ok ? parts.ports.exporters.log(logModel(parts)) : mark;
}

/** The log with a seal over its end, so that cutting off the tail shows. */
function logModel(parts: DeskParts): LogModel {
  const { store, keys, crypto } = parts.ports;
  const stored = store.events();
  const { events } = readJournal(parts.crypto, parts.refreshRoster(), stored);
  const end = checkpoints(crypto, events).get(events.length);
  return { roster: store.roster(), events: stored, ...(end ? { seal: sealCheckpoint(keys.workstation(), end) } : {}) };
}

/** A full ledger is recorded before it is handed out; masked is the default. */
async function exportLedger(parts: DeskParts, input: ExportInput, session: OpenSession): Promise<Result<ExportedFile>> {
  if (!input.full) return parts.ports.exporters.ledger(ledgerModel(parts, true));
  const refused = readOnlyRefusal(parts);
  if (refused) return refused;
  const reason = textBlob(parts.ports, '-', input.full.reason);
  const written = parts.journal.append(
    actorOf(session),
    [{ type: 'export.full', case: '-', data: { what: 'ledger', reason: reason.commitment } }],
    [],
    [reason],
  );
  return written.ok ? parts.ports.exporters.ledger(ledgerModel(parts, false)) : written;
}

const MIMES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  pdf: 'application/pdf',
};

/** The only door through which a release file leaves: gate read anew, bytes hashed anew, hand-out recorded. */
function exportRelease(parts: DeskParts, caseId: string, session: OpenSession): Result<ExportedFile> {
  const refused = readOnlyRefusal(parts);
  if (refused) return refused;
  const fresh = freshlyJudged(parts, caseId);
  if (!fresh.ok) return fresh;
  const { release, graph, facts } = fresh.data;
  if (!release) return fail('gate-closed', `不能导出发布稿：${fresh.data.whyNot.join('；') || '还没有放行'}。`);
  const bytes = releaseBytes(parts, caseId, fresh.data);
  if (!bytes.ok) return bytes;
  const { version, sha256, format } = bytes.data;
  if (sha256 !== release.body.data.sha256) return fail('gate-closed', '不能导出发布稿：文件与放行的不是同一文件。');
  const written = parts.journal.append(
    actorOf(session),
    [{ type: 'export.file', case: caseId, data: { version, sha256 } }],
    graph.heads,
  );
  if (!written.ok) return written;
  const number = facts.create?.body.data.number ?? caseId;
  return ok({
    name: `${number}-发布稿.${format}`,
    mime: MIMES[format] ?? 'application/octet-stream',
    base64: toBase64(bytes.data.bytes),
  });
}

function readOnlyRefusal(parts: DeskParts): Result<never> | undefined {
  const reason = parts.readOnly();
  return reason === undefined ? undefined : fail('store-read-only', reason);
}

/** Findings of the newest version with their decisions, for the person who edits the draft by hand. */
function changeListModel(parts: DeskParts, caseId: string, { facts }: GateResult): Result<ChangeListModel> {
  if (!facts.scan) return fail('not-now', '还没有检查结果，没有导出。');
  const draft = parts.cases.draft(caseId, facts.scan);
  const content = parts.cases.content(caseId, facts.scan);
  if (!draft.ok) return draft;
  if (!content.ok) return content;
  return ok({
    number: facts.create?.body.data.number ?? '',
    fileName: parts.cases.text(caseId, facts.documents.at(-1)?.body.data.name),
    items: content.data.findings.map(({ number, finding }) => {
      const decided = facts.decisions.get(number);
      const given = decided?.replacement === undefined ? {} : { replacement: parts.cases.text(caseId, decided.replacement) };
      return {
        where: draft.data.pieces[finding.piece]?.where.label ?? '',
        text: finding.text,
        decision: decided ? DECISIONS[decided.kind] : '未处置',
        replacement: decided ? (replacementFor(finding, { kind: decided.kind, ...given }) ?? '') : finding.suggestion,
        reason: decided?.reason === undefined ? finding.reason : parts.cases.text(caseId, decided.reason),
      };
    }),
  });
}
