import { fromBase64 } from '../chain/base64.ts';
import { toHex } from '../chain/hex.ts';
import type { ActionName, ImportOutcome } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { JobControl } from '../ports.ts';
import type { GateResult } from '../workflow/gate.ts';
import { actionsOf } from './actions.ts';
import { caseView } from './case-view.ts';
import { cleanCopyOf } from './clean-copy.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { actorOf, type Examined, examine, refuseMarked, scanEvent, versionEvents, withStopped } from './examine.ts';
import type { Feature } from './handler.ts';
import { duplicateOf } from './import.ts';
import { jsonBlob } from './new-blob.ts';
import { standingOf } from './standing.ts';

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
      const examined = await cleanCopyOf(parts, input.case, allowed.data, job);
      if (!examined.ok) return examined;
      const now = parts.cases.read(input.case);
      if (!now.ok) return now;
      if (now.data.subject !== subject) return fail('changed-meanwhile', '生成期间处置有改动，脱敏稿没有加入。请重新生成。');
      return addVersion(parts, session, input.case, examined.data, 'clean-copy');
    }),
  'case.rescan': (parts, input, session) =>
    parts.jobs.run(input.job, async (job) => {
      const written = await rescan(parts, session, input.case, job);
      return written.ok ? caseView(parts, input.case, session.person) : written;
    }),
};

/** The case when the person may do this now. Codes: case-missing, not-now. */
export function allowedNow(parts: DeskParts, session: OpenSession, caseId: string, action: ActionName): Result<GateResult> {
  const read = parts.cases.read(caseId);
  if (!read.ok) return read;
  const standing = standingOf(parts, read.data, session.person);
  const { enabled, why } = actionsOf(read.data, session.person, standing)[action];
  return enabled ? read : fail('not-now', `没有办理：${why}。`);
}

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
  const version = (now.data.facts.documents.at(-1)?.body.data.version ?? 0) + 1;
  const { events, blobs } = versionEvents(parts, caseId, examined, { version, origin });
  const written = parts.journal.append(actorOf(session), events, now.data.graph.heads, blobs);
  return written.ok ? ok({ outcome: 'imported', case: caseId, findings: examined.scan.findings.length }) : written;
}

/** Scans the newest version again with today's rules. A mark that today's rules know stops the matter. */
async function rescan(parts: DeskParts, session: OpenSession, caseId: string, job: JobControl): Promise<Result<null>> {
  const before = allowedNow(parts, session, caseId, 'decide');
  if (!before.ok) return before;
  const { scan } = before.data.facts;
  if (!scan) return fail('not-now', '没有办理：还没有可检查的版本。');
  const draft = parts.cases.draft(caseId, scan);
  if (!draft.ok) return draft;
  const scanned = await parts.ports.scanner.scan(draft.data, job);
  if (!scanned.ok) return scanned;
  if (scanned.data.refusal) {
    const refused = refuseMarked(parts, session, scanned.data.refusal);
    if (!refused.ok) return refused;
    return fail('marked', '按现行规则，本件带有密级标志。请立即停止办理，报告保密工作机构，由其按规定处理已登记的内容。');
  }
  const now = allowedNow(parts, session, caseId, 'decide');
  if (!now.ok) return now;
  const { data } = scan.body;
  if (now.data.facts.scan?.body.data.version !== data.version)
    return fail('changed-meanwhile', '检查期间有了新版本，请重新检查。');
  const seen = withStopped(draft.data, scanned.data);
  const fresh = JSON.stringify(seen) === JSON.stringify(draft.data) ? undefined : jsonBlob(parts.ports, caseId, seen);
  const content = { draft: seen, scan: scanned.data };
  const done = scanEvent(parts.ports, parts.cases, caseId, content, data.version, fresh?.commitment ?? data.draft);
  const blobs = fresh ? [fresh, ...done.blobs] : done.blobs;
  const written = parts.journal.append(actorOf(session), [done.event], now.data.graph.heads, blobs);
  return written.ok ? ok(null) : written;
}
