/** 附件: documents that go out with the main text under one number, one chain of signatures and one release. */
import { fromBase64 } from '../chain/base64.ts';
import { toHex } from '../chain/hex.ts';
import type { ImportOutcome } from '../contract.ts';
import { fail, MOST_ATTACHMENTS, ok, type Result } from '../model/index.ts';
import type { JobControl } from '../ports.ts';
import { eventsOf } from '../workflow/case-facts.ts';
import { documentLabel, numberOf } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { allowedNow } from './allowed-now.ts';
import { caseView } from './case-view.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { documentNow } from './document-now.ts';
import { actorOf, type Examined, examine, importedAs, numbering, refuseMarked, versionEvents } from './examine.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';

export const attachments: Feature<'attachment.add' | 'attachment.remove' | 'attachment.order'> = {
  'attachment.add': (parts, input, session) =>
    parts.jobs.run(input.job, async (job): Promise<Result<ImportOutcome>> => {
      const before = allowedNow(parts, session, input.case, 'attach');
      if (!before.ok) return before;
      const bytes = fromBase64(input.file.base64);
      if (!bytes) return fail('file-damaged', '文件在传递中损坏，没有加入。请重新选择文件。');
      const known = repeatedIn(before.data, input.case, toHex(parts.ports.crypto.sha256(bytes)));
      if (known) return ok(known);
      const examined = await examine(parts.ports, input.file.name, bytes, job);
      return examined.ok ? attach(parts, session, input.case, examined.data) : examined;
    }),
  'attachment.remove': (parts, input, session) => {
    const read = allowedNow(parts, session, input.case, 'attach');
    if (!read.ok) return read;
    const document = documentNow(read.data, input.document);
    if (!document.ok) return document;
    const reason = textBlob(parts.ports, input.case, input.reason);
    const data = { document: input.document, reason: reason.commitment };
    const event: NewEvent = { type: 'doc.remove', case: input.case, data };
    const written = parts.journal.append(actorOf(session), [event], read.data.graph.heads, [reason]);
    return written.ok ? caseView(parts, input.case, session.person) : written;
  },
  'attachment.order': (parts, input, session) => {
    const read = allowedNow(parts, session, input.case, 'attach');
    if (!read.ok) return read;
    const standing = read.data.facts.documents.slice(1).map(({ number }) => number);
    const same = input.documents.toSorted((a, b) => a - b).join() === standing.toSorted((a, b) => a - b).join();
    if (!same) return fail('changed-meanwhile', '没有改动顺序：附件刚有增减。请刷新后再排。');
    if (input.documents.join() === standing.join()) return caseView(parts, input.case, session.person);
    const event: NewEvent = { type: 'doc.order', case: input.case, data: { documents: [...input.documents] } };
    const written = parts.journal.append(actorOf(session), [event], read.data.graph.heads);
    return written.ok ? caseView(parts, input.case, session.person) : written;
  },
};

/** The document of the case that already holds these bytes, in whatever version. One that was taken out may come again. */
export function repeatedIn({ facts }: GateResult, caseId: string, sha256: string): ImportOutcome | undefined {
  const place = facts.documents.findIndex(({ versions }) => versions.some(({ body }) => body.data.sha256 === sha256));
  if (place < 0) return undefined;
  const message = `这个文件与本件的${documentLabel(place)}是同一文件，没有重复加入。内容改过的，请作为那份文件的新版本导入。`;
  return { outcome: 'duplicate', case: caseId, number: facts.create?.body.data.number ?? '', message };
}

function attach(parts: DeskParts, session: OpenSession, caseId: string, examined: Examined): Result<ImportOutcome> {
  if (examined.scan.refusal) return refuseMarked(parts, session, examined.scan.refusal);
  // Reading took a while: the case may have moved on, or the same file may have come in.
  const now = allowedNow(parts, session, caseId, 'attach');
  if (!now.ok) return now;
  const { facts, graph } = now.data;
  const known = repeatedIn(now.data, caseId, examined.sha256);
  if (known) return ok(known);
  if (facts.documents.length > MOST_ATTACHMENTS) return tooMany();
  // Numbers of attachments that were taken out, or lost in a conflict, are not given again.
  const document = eventsOf(graph.ordered, 'doc.add').reduce((last, event) => Math.max(last, numberOf(event)), 0) + 1;
  const as = { document, version: 1, origin: 'given' } as const;
  const { events, blobs } = versionEvents(parts, caseId, examined, as, numbering(parts.cases, caseId));
  const written = parts.journal.append(actorOf(session), events, graph.heads, blobs);
  return written.ok ? ok(importedAs(caseId, [examined])) : written;
}

const tooMany = (): Result<never> => fail('too-many-attachments', `没有加入：一件最多${MOST_ATTACHMENTS}个附件。请分件送审。`);

/** Letters of base64 of all attachments together: 200 MB, as for a single file. */
const MOST_TOGETHER = 280_000_000;
const tooLarge = (): Result<never> =>
  fail('too-large-together', '附件合计超过200MB，整件没有登记。请先登记正文和部分附件，其余在审查台按 A 逐个加入。');

/** Files that were handed in together. */
interface Given {
  readonly name: string;
  readonly base64: string;
}
export interface Whole {
  /** The main text first; absent when the matter was turned away. */
  readonly examined?: readonly Examined[];
  /** Outcome of a document with a mark. */
  readonly turnedAway?: ImportOutcome;
}

/**
 * Reads and scans the attachments of a matter that is being registered, one after another; a mark in any of them turns the whole matter
 * away. Errors name the attachment. Codes: file-damaged, attachment-repeated, those of `examine`.
 */
export async function examineAttachments(
  parts: DeskParts,
  session: OpenSession,
  main: Examined,
  files: readonly Given[],
  job: JobControl,
): Promise<Result<Whole>> {
  const all = [main];
  if (files.reduce((sum, { base64 }) => sum + base64.length, 0) > MOST_TOGETHER) return tooLarge();
  for (const [at, { name, base64 }] of files.entries()) {
    const label = documentLabel(at + 1);
    const named = `${label}（${name}）`;
    const bytes = fromBase64(base64);
    if (!bytes) return fail('file-damaged', `${named}在传递中损坏，整件没有登记。请重新选择文件。`);
    const told: JobControl = { signal: job.signal, progress: (phase, ratio) => job.progress(`${label} ${phase}`, ratio) };
    const one = await examine(parts.ports, name, bytes, told);
    if (!one.ok)
      return one.error.code === 'cancelled' ? one : fail(one.error.code, `${named}：${one.error.message}整件没有登记。`);
    if (one.data.scan.refusal) {
      const refused = refuseMarked(parts, session, one.data.scan.refusal);
      if (!refused.ok) return refused;
      // The label alone: what the file is called may itself say what it holds, and this line goes into summaries.
      const { data } = refused;
      return ok({ turnedAway: 'message' in data ? { ...data, message: `${label}：${data.message}整件没有登记。` } : data });
    }
    const twin = all.findIndex(({ sha256 }) => sha256 === one.data.sha256);
    if (twin >= 0)
      return fail('attachment-repeated', `${named}与${documentLabel(twin)}是同一文件，整件没有登记。请去掉重复的一份。`);
    all.push(one.data);
  }
  return ok({ examined: all });
}
