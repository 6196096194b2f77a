/** The journal, its contents and what it can be restored from. */
import type { Result } from '../model/index.ts';

/** One signed event or roster entry as it is kept: the exact bytes that were signed. */
export interface Envelope {
  readonly payloadType: string;
  readonly body: Uint8Array;
  readonly key: string;
  readonly signature: Uint8Array;
}
export interface StoredEvent extends Envelope {
  /** Lower-case hex id: SHA-256 over the PAE of type and body. */
  readonly id: string;
  readonly seq: number;
  readonly caseId: string;
  readonly type: string;
}

/** Where a workstation's journal ends. */
export interface Head {
  readonly ws: string;
  readonly inc: number;
  readonly seq: number;
  /** Hex id of the newest event; 64 zeros (and seq 0) for an empty journal. */
  readonly id: string;
}

/** A blob to be written in the same transaction as the event that names it. */
export interface NewBlob {
  /** Lower-case hex commitment the event carries (SHA-256(salt16 || bytes) for text, SHA-256(bytes) for files). */
  readonly commitment: string;
  readonly caseId: string;
  /** 16 bytes for commitments with salt, empty for files. */
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** What a package adds to a store. */
export interface Brought {
  readonly roster: readonly Envelope[];
  /** Each after everything it names. */
  readonly news: readonly { readonly event: StoredEvent; readonly fork: boolean }[];
  readonly blobs: readonly NewBlob[];
  /** Destroyed elsewhere, and so here. */
  readonly destroyed: readonly Destroyed[];
}

/** Contents of one case (or '-') that go for ever, their destruction being recorded. */
export interface Destroyed {
  readonly caseId: string;
  readonly commitments: readonly string[];
}

/** Something to go on from after the journal was set back, cut short or damaged. */
export interface RestorePoint {
  readonly id: string;
  readonly head: Head;
  /** Nothing that the anchor knows of is missing in it. */
  readonly whole: boolean;
  /** Entries of the roster that the anchor knows of and this lacks. */
  readonly rosterLost: number;
}
/** What a restore rests on, for the event that records it. */
export interface Restoring {
  /** The new, empty row of numbers. */
  readonly head: Head;
  /** Newest event that is still there, and the head that the anchor knew. */
  readonly from: Head;
  readonly lost?: Head;
}

/** The journal and what hangs on it. `append` returns only after the commit is durable. */
export interface Store {
  head(): Head;
  /**
   * Appends events in order, with their blobs, in one IMMEDIATE transaction. The first event must follow `head()`: the journal is
   * numbered from 1, and event 1 has 64 zeros as `prev`.
   * Codes: store-head-moved, store-refused (an event is malformed), store-read-only, store-busy, store-full, store-not-recorded
   * (nothing of it was written), store-unknown (nobody can say; the store is read-only until it is opened again).
   */
  append(events: readonly StoredEvent[], blobs: readonly NewBlob[]): Result<Head>;
  /** All events, oldest first; of one case when given. */
  events(caseId?: string): readonly StoredEvent[];
  /** Events of this workstation's present journal with a number above `seq`, in order. */
  since(seq: number): readonly StoredEvent[];
  /** Ids of the same, without their bodies: 100,000 of them take a tenth of a second. */
  idsSince(seq: number): readonly string[];
  /** Newest event of a kind among those of this workstation's present journal that belong to no case. */
  newestOf(type: string): StoredEvent | undefined;
  /** Decrypted blob; code blob-missing when shredded or never there. */
  blob(caseId: string, commitment: string): Result<{ readonly bytes: Uint8Array; readonly salt: Uint8Array }>;
  /** Events of all workstations, newest first, with their place in the store: before a place, of some kinds, so many at most. */
  newestFirst(asked: {
    readonly limit: number;
    readonly before?: number;
    readonly types?: readonly string[];
  }): readonly { readonly position: number; readonly event: StoredEvent }[];
  /** How many events of each kind there are. */
  countByType(): Readonly<Record<string, number>>;
  /** Commitments of the blobs a case (or '-') still has, ascending. */
  blobsOf(caseId: string): readonly string[];
  /**
   * Takes in what a package brings (package-merge.ts), and the own `events` that record it, in one transaction: entries of the roster,
   * events of other workstations (forks apart), their contents; what is destroyed is gone with them.
   * Codes: those of `append`.
   */
  merge(events: readonly StoredEvent[], brought: Brought): Result<Head>;
  /** Events that contradict others of the same workstation and number, and what rests on them: proof, never to be judged. */
  forks(): readonly StoredEvent[];
  /** Cases of which nobody can say which events are true: they stand in a fork, or behind the place where one begins. */
  forkedCases(): readonly string[];
  /** Roster log, oldest first. */
  roster(): readonly Envelope[];
  appendRoster(entries: readonly Envelope[]): Result<null>;
  /** Ids of all cases in order of creation; of register entries of 依申请公开 when asked for those. */
  caseIds(opening?: 'case.create' | 'request.receive'): readonly string[];
  /** Case holding a version with these bytes (hex SHA-256), or undefined. */
  caseOfFile(sha256: string): string | undefined;
  /** Set when writing is not allowed: Chinese sentence why. */
  readonly readOnly?: string;
  /**
   * This journal turned out to be an old copy: `lost` is an event of its own that it does not have, `why` a Chinese sentence. The anchor
   * remembers it, so that from now on, also after a restart, it may only be read and restored.
   */
  rememberLost(lost: Pick<Head, 'inc' | 'seq' | 'id'>, why: string): void;
  /**
   * Destroys blobs whose shredding is recorded in the same act or before: events and deletion in one transaction, then the file is
   * rewritten so that no page keeps a trace. Codes: those of `append`.
   */
  shred(events: readonly StoredEvent[], destroyed: readonly Destroyed[], blobs: readonly NewBlob[]): Result<Head>;
  /** Verified places to go on from, those that lose least first; empty while the journal may be written. */
  restorePoints(): readonly RestorePoint[];
  /** Everything in such a place, for judging its signatures: a file that hangs together may still have been forged. Codes: restore-not-due, restore-missing. */
  readPoint(point: string): Result<{ readonly roster: readonly Envelope[]; readonly events: readonly StoredEvent[] }>;
  /**
   * Puts a place to go on from where the journal is, after a quarantine copy of what was there, and goes on with the events that
   * `build` signs for the new row of numbers. Codes: restore-not-due, restore-missing, restore-failed, restore-refused, those of
   * `append` and of `build`; on failure the store stays read-only and nothing is lost.
   */
  restore(
    point: string,
    build: (restoring: Restoring) => Result<readonly StoredEvent[]>,
    blobs: readonly NewBlob[],
  ): Result<Head>;
}
