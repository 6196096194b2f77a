/** The one place that says which documents a case has, and what was found in each. Pure. */
import type { ChainEvent } from '../chain/event.ts';
import { FIRST_MARK } from '../chain/kinds/index.ts';
import { readRanges } from '../chain/ranges.ts';
import { type CaseFacts, type EventOf, eventsOf } from './case-facts.ts';
import { type Mark, type MarkFacts, markFacts } from './manual-marks.ts';

/** Number of the main text (正文). */
export const MAIN_TEXT = 0;

/** One document of a case as its events leave it. */
export interface CaseDocument extends MarkFacts {
  readonly number: number;
  /** By version; empty only where nothing was handed in. */
  readonly versions: readonly EventOf<'doc.add'>[];
  /** The newest scan of the newest version. */
  readonly scan: EventOf<'scan.done'> | undefined;
  /** Findings of that scan and marks of people, ascending; numbers are of the whole case. */
  readonly numbers: readonly number[];
  /** Parts of the newest version that a person vouched for. */
  readonly confirmed: ReadonlySet<number>;
}

export interface DocumentFacts extends MarkFacts {
  /** The main text. */
  readonly main: CaseDocument;
  /** All that would be published, in order: the main text, then the attachments. */
  readonly documents: readonly CaseDocument[];
  /** Attachments that were taken out, by number. */
  readonly removed: readonly CaseDocument[];
  /** Findings of all documents that would be published, ascending. */
  readonly numbers: readonly number[];
}

type Precedes = (earlier: string, later: string) => boolean;
/** What events of a document are about: an event without a number speaks of the main text. */
type Of = { readonly body: { readonly data: { readonly document?: number | undefined } } };
export const numberOf = ({ body: { data } }: Of): number => data.document ?? MAIN_TEXT;

/** Folds events of one case, parents before children; `undone` names acts that were taken back. */
export function documentsOf(events: readonly ChainEvent[], undone: ReadonlySet<string>, precedes: Precedes): DocumentFacts {
  const folded = (number: number): CaseDocument => documentOf(events, number, undone, precedes);
  const main = folded(MAIN_TEXT);
  const removed = new Set(eventsOf(events, 'doc.remove').map(numberOf));
  const added = new Set(eventsOf(events, 'doc.add').map(numberOf));
  const numbers = [...added].filter((number) => number !== MAIN_TEXT).sort((a, b) => a - b);
  const order = eventsOf(events, 'doc.order').at(-1)?.body.data.documents ?? [];
  const place = (number: number): number => (order.includes(number) ? order.indexOf(number) : order.length);
  const standing = numbers.filter((number) => !removed.has(number)).toSorted((a, b) => place(a) - place(b));
  const documents = [main, ...standing.map(folded)];
  return {
    main,
    documents,
    removed: numbers.filter((number) => removed.has(number)).map(folded),
    numbers: documents.flatMap((document) => document.numbers).toSorted((a, b) => a - b),
    marks: documents.flatMap(({ marks }) => marks),
    goneMarks: documents.flatMap(({ goneMarks }) => goneMarks),
  };
}

function documentOf(
  events: readonly ChainEvent[],
  number: number,
  undone: ReadonlySet<string>,
  precedes: Precedes,
): CaseDocument {
  const own = <T extends 'doc.add' | 'scan.done' | 'unread.confirm' | 'finding.add'>(type: T): readonly EventOf<T>[] =>
    eventsOf(events, type).filter((event) => numberOf(event as Of) === number);
  const versions = own('doc.add').toSorted((a, b) => a.body.data.version - b.body.data.version);
  const version = versions.at(-1)?.body.data.version;
  const scans = own('scan.done').filter(({ body }) => body.data.version === version);
  const scan = scans.at(-1);
  // Read in another encoding the version has other parts: what was vouched for before says nothing about them.
  const reread = scans.findLast(({ body }) => body.data.encoding);
  const confirms = own('unread.confirm').filter(
    ({ id, body }) => body.data.version === version && (!reread || precedes(reread.id, id)),
  );
  const marks = markFacts(own('finding.add'), scan, undone, precedes);
  return {
    number,
    versions,
    scan,
    ...marks,
    numbers: numbersOf(scan, marks.marks),
    confirmed: new Set(confirms.flatMap((event) => readRanges(event.body.data.parts) ?? [])),
  };
}

function numbersOf(scan: EventOf<'scan.done'> | undefined, marks: readonly Mark[]): readonly number[] {
  const scanned = (readRanges(scan?.body.data.numbers ?? '') ?? []).filter((number) => number < FIRST_MARK);
  const marked = new Set(marks.map(({ body }) => body.data.number));
  return [...scanned, ...[...marked].sort((a, b) => a - b)];
}

/** Numbers of the documents that have a finding of a number; more than one where two workstations did not know of each other. */
export function documentsByFinding(documents: readonly CaseDocument[]): ReadonlyMap<number, readonly number[]> {
  const owners = new Map<number, number[]>();
  for (const { number: document, numbers } of documents)
    for (const number of numbers) {
      const known = owners.get(number);
      if (known) known.push(document);
      else owners.set(number, [document]);
    }
  return owners;
}

/** Findings whose number another document has too: nobody can say which of them a decision means. */
export const sharedNumbers = ({ documents }: DocumentFacts): number =>
  documents.length === 1 ? 0 : [...documentsByFinding(documents).values()].filter((owners) => owners.length > 1).length;

/** A document of the case by its number. */
export const documentIn = ({ documents }: CaseFacts, number: number): CaseDocument | undefined =>
  documents.find((document) => document.number === number);

/** What the newest version is, as its event says it. */
export const newestOf = ({ versions }: CaseDocument): EventOf<'doc.add'>['body']['data'] | undefined =>
  versions.at(-1)?.body.data;

/** A file that goes out: its document, version and lower-case hex SHA-256. */
export interface DocumentFile {
  readonly document: number;
  readonly version: number;
  readonly sha256: string;
}

/** The newest version of every document, in order; the main text first. */
export const filesOf = ({ documents }: DocumentFacts): readonly DocumentFile[] =>
  documents.flatMap((document) => {
    const newest = newestOf(document);
    return newest ? { document: document.number, version: newest.version, sha256: newest.sha256 } : [];
  });

export const isSameFiles = (some: readonly DocumentFile[], others: readonly DocumentFile[]): boolean =>
  some.length === others.length &&
  some.every(({ document, version, sha256 }, at) => {
    const other = others[at];
    return document === other?.document && version === other.version && sha256 === other.sha256;
  });

/** Whether the newest version is another file than the one handed in first. */
export const isChanged = (document: CaseDocument): boolean =>
  newestOf(document)?.sha256 !== document.versions[0]?.body.data.sha256;

/** Parts of the newest version that nobody could read and nobody has vouched for. */
export function unreadLeft({ scan, confirmed }: CaseDocument): number {
  const parts = scan?.body.data.unread ?? 0;
  return parts - [...confirmed].filter((part) => part < parts).length;
}

/** Name of a place among the documents: 正文, 附件1 … */
export const documentLabel = (place: number): string => (place === 0 ? '正文' : `附件${place}`);

/** The label of a document by its number as it stands now; empty where the case never had but one. */
export function documentName({ documents, removed }: DocumentFacts, number = MAIN_TEXT): string {
  if (documents.length + removed.length === 1) return '';
  const place = documents.findIndex((document) => document.number === number);
  return place < 0 ? '去掉的附件' : documentLabel(place);
}

/**
 * What stands against a case document by document, in one sentence; named where there are several. Undefined when nothing does.
 */
export function againstDocuments(
  { documents }: DocumentFacts,
  why: (document: CaseDocument) => string | undefined,
): string | undefined {
  const against = documents.flatMap((document, place) => {
    const words = why(document);
    if (words === undefined) return [];
    return documents.length === 1 ? words : `${documentLabel(place)}${words}`;
  });
  return against.length > 0 ? against.join('；') : undefined;
}
