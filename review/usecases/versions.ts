import { fromBase64 } from '../chain/base64.ts';
import { toHex } from '../chain/hex.ts';
import type { ImportOutcome } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import { newestOf } from '../workflow/documents.ts';
import { allowedNow } from './allowed-now.ts';
import { caseView } from './case-view.ts';
import { cleanCopyOf } from './clean-copy.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { actorOf, type Examined, examine, importedAs, refuseMarked, versionEvents } from './examine.ts';
import type { Feature } from './handler.ts';
import { duplicateOf } from './import.ts';
import { rescan } from './rescan.ts';

export const versions: Feature<'case.addVersion' | 'case.cleanCopy' | 'case.rescan'> = {
  'case.addVersion': (parts, input, session) =>
    parts.jobs.run(input.job, async (job): Promise<Result<ImportOutcome>> => {
      const allowed = allowedNow(parts, session, input.case, 'addVersion');
      if (!allowed.ok) return allowed;
      const bytes = fromBase64(input.file.base64);
      if (!bytes) return fail('file-damaged', '文件在传递中损坏，没有加入。请重新选择文件。');
      const known = duplicateOf(parts, toHex(parts.ports.crypto.sha256(bytes)));
      if (known) return ok(known);
      const examined = await examine(parts.ports, input.file.name, bytes, job);
      return examined.ok ? addVersion(parts, session, input.case, examined.data, 'given') : examined;
    }),
  'case.cleanCopy': (parts, input, session) =>
    parts.jobs.run(input.job, async (job): Promise<Result<ImportOutcome>> => {
      const allowed = allowedNow(parts, session, input.case, 'cleanCopy');
      if (!allowed.ok) return allowed;
      const subject = allowed.data.subject;
      const examined = await cleanCopyOf(parts, input.case, allowed.data, allowed.data.facts.main, job);
      if (!examined.ok) return examined;
      const now = parts.cases.read(input.case);
      if (!now.ok) return now;
      if (now.data.subject !== subject) return fail('changed-meanwhile', '生成期间处置有改动，脱敏稿没有加入。请重新生成。');
      return addVersion(parts, session, input.case, examined.data, 'clean-copy');
    }),
  'case.rescan': (parts, input, session) =>
    parts.jobs.run(input.job, async (job) => {
      const written = await rescan(parts, session, input.case, job, input.encoding);
      return written.ok ? caseView(parts, input.case, session.person) : written;
    }),
};

function addVersion(
  parts: DeskParts,
  session: OpenSession,
  caseId: string,
  examined: Examined,
  origin: 'given' | 'clean-copy',
): Result<ImportOutcome> {
  if (examined.scan.refusal) return refuseMarked(parts, session, examined.scan.refusal);
  // Reading took a while: the case may have moved on, or the same file may have come in.
  const now = allowedNow(parts, session, caseId, 'addVersion');
  if (!now.ok) return now;
  const known = duplicateOf(parts, examined.sha256);
  if (known) return ok(known);
  const version = (newestOf(now.data.facts.main)?.version ?? 0) + 1;
  const { events, blobs } = versionEvents(parts, caseId, examined, { version, origin });
  const written = parts.journal.append(actorOf(session), events, now.data.graph.heads, blobs);
  return written.ok ? ok(importedAs(caseId, examined)) : written;
}
