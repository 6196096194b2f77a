import { toHex } from '../chain/hex.ts';
import { quarantineOf } from '../chain/quarantine.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { JobControl } from '../ports.ts';
import { type DocumentFile, documentName, filesOf, newestOf } from '../workflow/documents.ts';
import { type GateResult, gate, settingsNow } from '../workflow/gate.ts';
import { isCivilDate } from '../workflow/working-days.ts';
import { allowedNow } from './allowed-now.ts';
import { caseView } from './case-view.ts';
import { asJob, checkedJournal } from './checked-journal.ts';
import { signerForAct } from './confirm-pin.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import { actorOf } from './examine.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';

export const release: Feature<'release.register' | 'publish.record'> = {
  'release.register': async (parts, input, session) => {
    const before = allowedNow(parts, session, input.case, 'release');
    if (!before.ok) return fail('gate-closed', before.error.message);
    const signer = await signerForAct(parts, session, input.pin);
    if (!signer.ok) return signer;
    const fresh = await asJob(parts, input.job, (control) => freshlyJudged(parts, input.case, control));
    if (!fresh.ok) return fresh;
    if (fresh.data.state !== 'releasable') return fail('gate-closed', `不能放行：${fresh.data.whyNot.join('；')}。`);
    const files = releaseFiles(parts, input.case, fresh.data);
    if (!files.ok) return files;
    const [main, ...rest] = filesOf(fresh.data.facts);
    if (!main) return NO_FILE;
    const { version, sha256 } = main;
    const attachments = rest.length > 0 ? { attachments: rest.map((file) => ({ ...file })) } : {};
    const data = { subject: fresh.data.subject, version, sha256, ...attachments, signs: [...fresh.data.countedSigns] };
    const event: NewEvent = { type: 'release', case: input.case, data };
    const actor = { p: session.person.id, role: session.person.role, signer: signer.data };
    const written = parts.journal.append(actor, [event], fresh.data.graph.heads);
    return written.ok ? caseView(parts, input.case, session.person) : written;
  },
  'publish.record': (parts, input, session) => {
    const read = allowedNow(parts, session, input.case, 'publish');
    if (!read.ok) return read;
    const released = dateOf(read.data.release?.body.at ?? '');
    const today = dateOf(parts.ports.clock.now().at);
    if (!isCivilDate(input.publishedOn) || input.publishedOn < released || input.publishedOn > today) {
      return fail('date-invalid', `发布日期应在放行日${released}与今天之间，没有登记。请核对。`);
    }
    const address = textBlob(parts.ports, input.case, input.address);
    const data = { channel: input.channel, address: address.commitment, on: input.publishedOn };
    const event: NewEvent = { type: 'publish.record', case: input.case, data };
    const written = parts.journal.append(actorOf(session), [event], read.data.graph.heads, [address]);
    return written.ok ? caseView(parts, input.case, session.person) : written;
  },
};

/**
 * The gate over everything read anew: roster and whole journal from the store, nothing remembered but which signatures were
 * already found good. Other calls go on meanwhile; what they wrote is in the answer. Codes: journal-broken, case-missing, cancelled.
 */
export async function freshlyJudged(parts: DeskParts, caseId: string, control: JobControl): Promise<Result<GateResult>> {
  const { ports, crypto } = parts;
  const checked = await checkedJournal(parts, control);
  if (!checked.ok) return checked;
  parts.cases.forget();
  const { stored, journal, roster } = checked.data;
  if (journal.problems.length > 0 || roster.problems.length > 0) {
    return fail(
      'journal-broken',
      '日志核验没有通过，停止放行和导出发布稿。已有的记录没有改动，请打开日志核验查看位置并联系系统管理员。',
    );
  }
  // Rows of other cases that were moved here by their column would otherwise go unseen.
  const moved = stored.some(
    (row, index) => row.id !== journal.events[index]?.id || row.caseId !== journal.events[index]?.body.case,
  );
  const { flagged } = quarantineOf(crypto, journal.events, roster);
  const events = journal.events.filter((event) => event.body.case === caseId).map(flagged);
  if (events.length === 0) return fail('case-missing', '没有这一件，可能编号有误。请刷新列表。');
  const presentRules = ports.scanner.identity.digest;
  return ok(
    gate({
      crypto,
      caseId,
      events,
      presentRules,
      damaged: moved || ports.store.forkedCases().includes(caseId),
      ...settingsNow(roster.now),
    }),
  );
}

/** A file that goes out. */
export interface ReleaseFile extends DocumentFile {
  /** As it was handed in; a clean copy's as the copier named it. */
  readonly name: string;
  readonly format: string;
  readonly bytes: Uint8Array;
}

const NO_FILE = fail('not-now', '还没有文件。');

/** The bytes of the newest version of every document in order, hashed again. Codes: blob-missing, blob-damaged. */
export function releaseFiles(parts: DeskParts, caseId: string, { facts }: GateResult): Result<readonly ReleaseFile[]> {
  const files: ReleaseFile[] = [];
  for (const document of facts.documents) {
    const newest = newestOf(document);
    if (!newest) return NO_FILE;
    const { version, sha256, format } = newest;
    const bytes = parts.cases.bytes(caseId, sha256);
    if (!bytes.ok) return bytes;
    if (toHex(parts.ports.crypto.sha256(bytes.data)) !== sha256) {
      const which = documentName(facts, document.number);
      return fail('blob-damaged', `保存的发布稿${which}与签批的不是同一文件，不能放行。请联系系统管理员从备份恢复。`);
    }
    const name = parts.cases.text(caseId, newest.name);
    files.push({ document: document.number, version, sha256, name, format, bytes: bytes.data });
  }
  return ok(files);
}
