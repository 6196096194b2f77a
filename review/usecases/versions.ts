import { fromBase64 } from '../chain/base64.ts';
import { toHex } from '../chain/hex.ts';
import type { ImportOutcome } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import { MAIN_TEXT, newestOf } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { demandsChange, NOTHING_TO_CHANGE } from './actions.ts';
import { allowedNow } from './allowed-now.ts';
import { repeatedIn } from './attachments.ts';
import { caseView } from './case-view.ts';
import { cleanCopyOf } from './clean-copy.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { documentNow } from './document-now.ts';
import { actorOf, type Examined, examine, importedAs, numbering, refuseMarked, versionEvents } from './examine.ts';
import type { Feature } from './handler.ts';
import { duplicateOf } from './import.ts';
import { rescan } from './rescan.ts';

export const versions: Feature<'case.addVersion' | 'case.cleanCopy' | 'case.rescan'> = {
  'case.addVersion': (parts, input, session) =>
    parts.jobs.run(input.job, async (job): Promise<Result<ImportOutcome>> => {
      const allowed = allowedNow(parts, session, input.case, 'addVersion');
      if (!allowed.ok) return allowed;
      const document = documentNow(allowed.data, input.document);
      if (!document.ok) return document;
      const bytes = fromBase64(input.file.base64);
      if (!bytes) return fail('file-damaged', '文件在传递中损坏，没有加入。请重新选择文件。');
      const known = knownAs(parts, allowed.data, input, toHex(parts.ports.crypto.sha256(bytes)));
      if (known) return ok(known);
      const examined = await examine(parts.ports, input.file.name, bytes, job);
      return examined.ok ? addVersion(parts, session, input, examined.data, 'given') : examined;
    }),
  'case.cleanCopy': (parts, input, session) =>
    parts.jobs.run(input.job, async (job): Promise<Result<ImportOutcome>> => {
      const allowed = allowedNow(parts, session, input.case, 'cleanCopy');
      if (!allowed.ok) return allowed;
      const document = documentNow(allowed.data, input.document);
      if (!document.ok) return document;
      if (!demandsChange(allowed.data.facts, document.data)) return fail('not-now', `没有办理：${NOTHING_TO_CHANGE}。`);
      const subject = allowed.data.subject;
      const { as, blackPictures } = input;
      const wish = { ...(as && { as }), ...(blackPictures && { blackPictures }) };
      const examined = await cleanCopyOf(parts, input.case, allowed.data, document.data, job, wish);
      if (!examined.ok) return examined;
      const now = parts.cases.read(input.case);
      if (!now.ok) return now;
      if (now.data.subject !== subject) return fail('changed-meanwhile', '生成期间处置有改动，脱敏稿没有加入。请重新生成。');
      return addVersion(parts, session, input, examined.data, 'clean-copy');
    }),
  'case.rescan': (parts, input, session) =>
    parts.jobs.run(input.job, async (job) => {
      const { document, encoding } = input;
      const written = await rescan(parts, session, input.case, job, encoding && { document, encoding });
      return written.ok ? caseView(parts, input.case, session.person, document) : written;
    }),
};

interface Place {
  readonly case: string;
  readonly document: number;
}

/** Where the same bytes are already: for the main text in any case, for an attachment in its own. */
const knownAs = (parts: DeskParts, result: GateResult, at: Place, sha256: string): ImportOutcome | undefined =>
  repeatedIn(result, at.case, sha256) ?? (at.document === MAIN_TEXT ? duplicateOf(parts, sha256) : undefined);

function addVersion(
  parts: DeskParts,
  session: OpenSession,
  at: Place,
  examined: Examined,
  origin: 'given' | 'clean-copy',
): Result<ImportOutcome> {
  if (examined.scan.refusal) return refuseMarked(parts, session, examined.scan.refusal);
  // Reading took a while: the case may have moved on, or the same file may have come in.
  const now = allowedNow(parts, session, at.case, 'addVersion');
  if (!now.ok) return now;
  const document = documentNow(now.data, at.document);
  if (!document.ok) return document;
  const known = knownAs(parts, now.data, at, examined.sha256);
  if (known) return ok(known);
  const version = (newestOf(document.data)?.version ?? 0) + 1;
  const as = { document: at.document, version, origin };
  const { events, blobs } = versionEvents(parts, at.case, examined, as, numbering(parts.cases, at.case));
  const written = parts.journal.append(actorOf(session), events, now.data.graph.heads, blobs);
  return written.ok ? ok(importedAs(at.case, [examined])) : written;
}
