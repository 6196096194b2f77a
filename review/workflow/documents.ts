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
  /** All that would be published, in order: the main text first. */
  readonly documents: readonly CaseDocument[];
  /** Findings of all documents, ascending. */
  readonly numbers: readonly number[];
}

type Precedes = (earlier: string, later: string) => boolean;

/** Folds events of one case, parents before children; `undone` names acts that were taken back. */
export function documentsOf(events: readonly ChainEvent[], undone: ReadonlySet<string>, precedes: Precedes): DocumentFacts {
  const main = documentOf(events, MAIN_TEXT, undone, precedes);
  const documents = [main];
  const all = <T>(pick: (document: CaseDocument) => readonly T[]): readonly T[] => documents.flatMap(pick);
  return {
    main,
    documents,
    numbers: all(({ numbers }) => numbers).toSorted((a, b) => a - b),
    marks: all(({ marks }) => marks),
    goneMarks: all(({ goneMarks }) => goneMarks),
  };
}

function documentOf(
  events: readonly ChainEvent[],
  number: number,
  undone: ReadonlySet<string>,
  precedes: Precedes,
): CaseDocument {
  const versions = eventsOf(events, 'doc.add').toSorted((a, b) => a.body.data.version - b.body.data.version);
  const version = versions.at(-1)?.body.data.version;
  const scan = eventsOf(events, 'scan.done').findLast((event) => event.body.data.version === version);
  // Read in another encoding the version has other parts: what was vouched for before says nothing about them.
  const reread = eventsOf(events, 'scan.done').findLast(({ body: { data } }) => data.version === version && data.encoding);
  const confirms = eventsOf(events, 'unread.confirm').filter(
    ({ id, body }) => body.data.version === version && (!reread || precedes(reread.id, id)),
  );
  const marks = markFacts(events, scan, undone, precedes);
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

/** A document of the case by its number. */
export const documentIn = ({ documents }: CaseFacts, number: number): CaseDocument | undefined =>
  documents.find((document) => document.number === number);

/** What the newest version is, as its event says it. */
export const newestOf = ({ versions }: CaseDocument): EventOf<'doc.add'>['body']['data'] | undefined =>
  versions.at(-1)?.body.data;

/** Whether the newest version is another file than the one handed in first. */
export const isChanged = (document: CaseDocument): boolean =>
  newestOf(document)?.sha256 !== document.versions[0]?.body.data.sha256;

/** Parts of the newest version that nobody could read and nobody has vouched for. */
export function unreadLeft({ scan, confirmed }: CaseDocument): number {
  const parts = scan?.body.data.unread ?? 0;
  return parts - [...confirmed].filter((part) => part < parts).length;
}
