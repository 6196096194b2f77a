/** The newest versions checked again: the drafts as they were read, or the stored bytes of one read in an encoding chosen by hand. */
import { type Draft, ENCODINGS, type Encoding, fail, ok, type Result, type ScanResult } from '../model/index.ts';
import type { JobControl, NewBlob } from '../ports.ts';
import type { EventOf } from '../workflow/case-facts.ts';
import { type CaseDocument, documentIn, newestOf } from '../workflow/documents.ts';
import { allowedNow } from './allowed-now.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { documentNow } from './document-now.ts';
import { actorOf, type Numbering, numbering, refuseMarked, scanEvent, withStopped } from './examine.ts';
import type { NewEvent } from './journal-writer.ts';
import { jsonBlob } from './new-blob.ts';

/** A document whose bytes are read anew, in an encoding that a person chose. */
export interface ReadAnew {
  readonly document: number;
  readonly encoding: Encoding;
}

/**
 * Scans all documents with today's rules; a mark that they know stops the matter. With `anew` the stored bytes of one document are
 * read anew and it alone is scanned: findings are made anew, decisions carry over by fingerprint, what was vouched for as unread is
 * asked again. Codes: not-now, document-gone, marked, changed-meanwhile, no-encoding, encoding-unfit, those of the reader and the scanner.
 */
export async function rescan(
  parts: DeskParts,
  session: OpenSession,
  caseId: string,
  job: JobControl,
  anew?: ReadAnew,
): Promise<Result<null>> {
  const before = allowedNow(parts, session, caseId, 'decide');
  if (!before.ok) return before;
  const named = anew ? documentNow(before.data, anew.document) : undefined;
  if (named && !named.ok) return named;
  const documents = named ? [named.data] : before.data.facts.documents;
  const scanned: Scanned[] = [];
  for (const document of documents) {
    const one = await scanAgain(parts, session, caseId, document, job, anew?.encoding);
    if (!one.ok) return one;
    scanned.push(one.data);
  }
  const now = allowedNow(parts, session, caseId, 'decide');
  if (!now.ok) return now;
  const { facts, graph } = now.data;
  if (!scanned.every(({ document, scan }) => isSameReading(scan, documentIn(facts, document)?.scan)))
    return fail('changed-meanwhile', '检查期间有了新版本，请重新检查。');
  const numbers = numbering(parts.cases, caseId);
  const made = scanned.map((one) => eventOf(parts, caseId, one, numbers, anew?.encoding));
  const written = parts.journal.append(
    actorOf(session),
    made.map(({ event }) => event),
    graph.heads,
    made.flatMap(({ blobs }) => blobs),
  );
  return written.ok ? ok(null) : written;
}

interface Scanned {
  readonly document: number;
  /** The scan before. */
  readonly scan: EventOf<'scan.done'>;
  readonly known: Draft;
  readonly seen: Draft;
  readonly found: ScanResult;
}

async function scanAgain(
  parts: DeskParts,
  session: OpenSession,
  caseId: string,
  document: CaseDocument,
  job: JobControl,
  encoding?: Encoding,
): Promise<Result<Scanned>> {
  const { number, scan } = document;
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
  const seen = withStopped(draft.data, scanned.data);
  return ok({ document: number, scan, known: known.data, seen, found: scanned.data });
}

function eventOf(
  { ports, cases }: DeskParts,
  caseId: string,
  { document, scan, known, seen, found }: Scanned,
  numbers: Numbering,
  encoding?: Encoding,
): { readonly event: NewEvent; readonly blobs: readonly NewBlob[] } {
  const fresh = JSON.stringify(seen) === JSON.stringify(known) ? undefined : jsonBlob(ports, caseId, seen);
  const draft = fresh?.commitment ?? scan.body.data.draft;
  const of = { document, version: scan.body.data.version, draft, ...(encoding && { encoding }) };
  const done = scanEvent(ports, cases, caseId, { draft: seen, scan: found }, of, numbers);
  return { event: done.event, blobs: fresh ? [fresh, ...done.blobs] : done.blobs };
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
