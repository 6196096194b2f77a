/** The newest version checked again: the draft as it was read, or its stored bytes read in an encoding chosen by hand. */
import { type Draft, ENCODINGS, type Encoding, fail, ok, type Result } from '../model/index.ts';
import type { JobControl } from '../ports.ts';
import type { EventOf } from '../workflow/case-facts.ts';
import { type CaseDocument, newestOf } from '../workflow/documents.ts';
import { allowedNow } from './allowed-now.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { actorOf, refuseMarked, scanEvent, withStopped } from './examine.ts';
import { jsonBlob } from './new-blob.ts';

/**
 * Scans with today's rules; a mark that they know stops the matter. With `encoding` the stored bytes are read anew first: findings
 * are made anew, decisions carry over by fingerprint, what was vouched for as unread is asked again. Codes: not-now, marked,
 * changed-meanwhile, no-encoding, encoding-unfit, those of the reader and the scanner.
 */
export async function rescan(
  parts: DeskParts,
  session: OpenSession,
  caseId: string,
  job: JobControl,
  encoding?: Encoding,
): Promise<Result<null>> {
  const before = allowedNow(parts, session, caseId, 'decide');
  if (!before.ok) return before;
  const document = before.data.facts.main;
  const { scan } = document;
  if (!scan) return fail('not-now', '没有办理：还没有可检查的版本。');
  const known = parts.cases.draft(caseId, scan);
  if (!known.ok) return known;
  const draft = encoding ? await readAnew(parts, caseId, document, known.data, encoding, job) : known;
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
  if (!isSameReading(scan, now.data.facts.main.scan)) return fail('changed-meanwhile', '检查期间有了新版本，请重新检查。');
  const seen = withStopped(draft.data, scanned.data);
  const fresh = JSON.stringify(seen) === JSON.stringify(known.data) ? undefined : jsonBlob(parts.ports, caseId, seen);
  const { version } = scan.body.data;
  const of = { version, draft: fresh?.commitment ?? scan.body.data.draft, ...(encoding && { encoding }) };
  const done = scanEvent(parts.ports, parts.cases, caseId, { draft: seen, scan: scanned.data }, of);
  const blobs = fresh ? [fresh, ...done.blobs] : done.blobs;
  const written = parts.journal.append(actorOf(session), [done.event], now.data.graph.heads, blobs);
  return written.ok ? ok(null) : written;
}

const isSameReading = (one: EventOf<'scan.done'>, other: EventOf<'scan.done'> | undefined): boolean =>
  one.body.data.version === other?.body.data.version && one.body.data.draft === other.body.data.draft;

const unfit = (encoding: Encoding) =>
  fail(
    'encoding-unfit',
    `没有改动：按${ENCODINGS[encoding]}读不出文字。请换一种编码，或用原来的软件另存为UTF-8后作为新版本导入。`,
  );

/** How a clean copy was made is known from its making, not from its bytes. */
const KEPT_WARNING = 'clean-copy-record';

async function readAnew(
  { ports, cases }: DeskParts,
  caseId: string,
  document: CaseDocument,
  known: Draft,
  encoding: Encoding,
  job: JobControl,
): Promise<Result<Draft>> {
  if (known.source.encoding === undefined)
    return fail('no-encoding', '没有重新读取：这种格式的编码由文件自己写明，不需要也不能改选。');
  const bytes = cases.bytes(caseId, newestOf(document)?.sha256 ?? '');
  if (!bytes.ok) return bytes;
  job.progress('正在重新读取');
  const { name, size, sha256 } = known.source;
  const read = await ports.reader.read(name, bytes.data, job, encoding);
  if (job.signal.aborted) return fail('cancelled', '已取消，没有改动。');
  if (!read.ok) return read.error.code === 'not-text' ? unfit(encoding) : read;
  const kept = known.warnings.filter(({ code }) => code === KEPT_WARNING);
  return ok({
    ...read.data,
    source: { ...read.data.source, name, size, sha256 },
    warnings: [...read.data.warnings, ...kept],
  });
}
