/** Reads and scans a file, and turns the answer into the events and blobs of a version. */
import { toHex } from '../chain/hex.ts';
import { FIRST_MARK } from '../chain/kinds/index.ts';
import { writeRanges } from '../chain/ranges.ts';
import type { ImportOutcome } from '../contract.ts';
import { type Draft, type Encoding, type Finding, fail, type Level, ok, type Result, type ScanResult } from '../model/index.ts';
import type { JobControl, NewBlob, Ports } from '../ports.ts';
import { documentIn, MAIN_TEXT, numberOf } from '../workflow/documents.ts';
import type { CaseReader, ScanContent } from './case-reader.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { NewEvent } from './journal-writer.ts';
import { marksIn } from './mark-findings.ts';
import { fileBlob, jsonBlob, textBlob } from './new-blob.ts';

export interface Examined {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly draft: Draft;
  readonly scan: ScanResult;
}

const CANCELLED = fail('cancelled', '已取消，没有登记，也没有保存文件。');

/** Codes: those of the reader and the scanner, cancelled. */
export async function examine(ports: Ports, name: string, bytes: Uint8Array, job: JobControl): Promise<Result<Examined>> {
  job.progress('正在读取', 0);
  const read = await ports.reader.read(name, bytes, job);
  if (job.signal.aborted) return CANCELLED;
  if (!read.ok) return read;
  job.progress('正在检查', 0);
  // The reader works in a process that a hostile file may own; what identifies the bytes is computed here.
  const sha256 = toHex(ports.crypto.sha256(bytes));
  const draft = { ...read.data, source: { ...read.data.source, name, size: bytes.length, sha256 } };
  const scan = await ports.scanner.scan(draft, job);
  if (job.signal.aborted) return CANCELLED;
  return scan.ok ? ok({ name, bytes, sha256, draft: withStopped(draft, scan.data), scan: scan.data }) : scan;
}

const STOPPED = 'rule-stopped';

/** What a rule that was stopped would have found is for a person to look for, and to confirm by name before anybody signs. */
export function withStopped(draft: Draft, { stopped = [] }: ScanResult): Draft {
  const read = draft.unread.filter(({ code }) => code !== STOPPED);
  if (stopped.length === 0 && read.length === draft.unread.length) return draft;
  const parts = stopped.map(({ rule, message }) => ({ code: STOPPED, part: `规则 ${rule}`, message }));
  return { ...draft, unread: [...read, ...parts] };
}

const MARKED =
  '文件带有密级标志，已拒收。本机没有保存它的任何内容，只记下了拒收这件事。请不要在本机打开、复制或转发原文件，立即报告保密工作机构，由其按规定清理。';

/** Records that a marked draft was turned away: the rule alone. Nothing else of the file is in the event or anywhere. */
export function refuseMarked(parts: DeskParts, session: OpenSession, mark: Finding): Result<ImportOutcome> {
  const written = parts.journal.append(actorOf(session), [{ type: 'draft.refuse', case: '-', data: { rule: mark.rule } }]);
  return written.ok ? ok({ outcome: 'marked', rule: mark.rule, message: MARKED }) : written;
}

export const actorOf = ({ person, signer }: OpenSession) => ({ p: person.id, role: person.role, signer });

/** How a registration is answered; of all documents that were handed in together. */
export const importedAs = (caseId: string, examined: readonly Examined[]): ImportOutcome => ({
  outcome: 'imported',
  case: caseId,
  findings: examined.reduce((sum, { scan }) => sum + scan.findings.length, 0),
  unread: examined.reduce((sum, { draft }) => sum + draft.unread.length, 0),
});

/** What `document` says in an event: nothing for the main text, as before cases had attachments. */
export const namedDocument = (document: number): { readonly document?: number } => (document === MAIN_TEXT ? {} : { document });

export interface VersionOf {
  readonly document: number;
  readonly version: number;
  readonly origin: 'given' | 'clean-copy';
}

/** The events and blobs of a new version: the document and its scan. */
export function versionEvents(
  { ports, cases }: DeskParts,
  caseId: string,
  examined: Examined,
  as: VersionOf,
  numbering: Numbering,
): { readonly events: readonly NewEvent[]; readonly blobs: readonly NewBlob[] } {
  const file = fileBlob(ports, caseId, examined.bytes);
  const name = textBlob(ports, caseId, examined.name);
  const draft = jsonBlob(ports, caseId, examined.draft);
  const { document, version, origin } = as;
  const scan = scanEvent(ports, cases, caseId, examined, { document, version, draft: draft.commitment }, numbering);
  const added: NewEvent = {
    type: 'doc.add',
    case: caseId,
    data: {
      ...namedDocument(document),
      version,
      sha256: examined.sha256,
      size: examined.bytes.length,
      format: examined.draft.source.format,
      name: name.commitment,
      origin,
    },
  };
  return { events: [added, scan.event], blobs: [file, name, draft, ...scan.blobs] };
}

/** The reading that a scan belongs to; `encoding` says that a person chose how it was read. */
export interface ReadingOf {
  readonly document: number;
  readonly version: number;
  /** Commitment to the draft. */
  readonly draft: string;
  readonly encoding?: Encoding;
}

/** A scan of a version. An unchanged scan keeps its commitment, so signatures stay valid. */
export function scanEvent(
  ports: Ports,
  cases: CaseReader,
  caseId: string,
  { draft, scan }: Pick<Examined, 'draft' | 'scan'>,
  of: ReadingOf,
  numbering: Numbering,
): { readonly event: NewEvent; readonly blobs: readonly NewBlob[] } {
  const scans = cases.scans(caseId, of.document);
  const found = numbering.numbered(of.document, scan.findings);
  const content: ScanContent = {
    ruleSet: scan.ruleSet,
    findings: [...found, ...marksMet(cases, caseId, of.document, draft)],
    ...(scan.known && { known: scan.known }),
  };
  const same = scans.findLast((earlier) => {
    const known = earlier.body.data.draft === of.draft ? cases.content(caseId, earlier) : undefined;
    return known?.ok && JSON.stringify(known.data) === JSON.stringify(content);
  });
  const blob = same ? undefined : jsonBlob(ports, caseId, content);
  const level = (of: Level): number => scan.findings.filter((finding) => finding.level === of).length;
  const event: NewEvent = {
    type: 'scan.done',
    case: caseId,
    data: {
      ...namedDocument(of.document),
      version: of.version,
      draft: of.draft,
      findings: blob?.commitment ?? same?.body.data.findings ?? '',
      numbers: writeRanges(content.findings.map(({ number }) => number)),
      counts: { block: level('block'), review: level('review'), notice: level('notice') },
      unread: draft.unread.length,
      ruleSet: scan.ruleSet.digest,
      ...(of.encoding && { encoding: of.encoding }),
    },
  };
  return { event, blobs: blob ? [blob] : [] };
}

/** Marks of people in a document whose text this draft still, or again, has. */
function marksMet(cases: CaseReader, caseId: string, document: number, draft: Draft): ScanContent['findings'] {
  const read = cases.read(caseId);
  const own = read.ok ? documentIn(read.data.facts, document) : undefined;
  return own ? marksIn(cases, caseId, [...own.marks, ...own.goneMarks], draft) : [];
}

/** Numbers for the findings of one command: it goes on counting from one document to the next. */
export interface Numbering {
  numbered(document: number, findings: readonly Finding[]): ScanContent['findings'];
}

/**
 * Gives each finding its number in the case: the old one where the fingerprint is known in this document, else the next free one.
 * The same fingerprint in another document is another finding: there it stands among other words.
 */
export function numbering(cases: CaseReader, caseId: string): Numbering {
  const known = new Map<string, number>();
  /** Document that has a number; a second one, of another workstation, gets new numbers for its findings. */
  const takenBy = new Map<number, number>();
  const keyOf = (document: number, id: string): string => `${document} ${id}`;
  for (const scan of cases.scans(caseId)) {
    const content = cases.content(caseId, scan);
    for (const { number, finding } of content.ok ? content.data.findings : [])
      if (number < FIRST_MARK && (takenBy.get(number) ?? numberOf(scan)) === numberOf(scan)) {
        takenBy.set(number, numberOf(scan));
        known.set(keyOf(numberOf(scan), finding.id), number);
      }
  }
  let next = [...takenBy.keys()].reduce((last, number) => Math.max(last, number), -1) + 1;
  return {
    numbered: (document, findings) =>
      findings.map((finding) => {
        const number = known.get(keyOf(document, finding.id)) ?? next++;
        known.set(keyOf(document, finding.id), number);
        return { number, finding };
      }),
  };
}
