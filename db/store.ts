import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '../review/model/index.ts';
import type {
  Brought,
  Clock,
  Destroyed,
  Envelope,
  Head,
  NewBlob,
  RestorePoint,
  Restoring,
  Store,
  StoredEvent,
} from '../review/ports.ts';
import { type Backup, backUp, newestCopyEnds, removeOlderCopies } from './backup.ts';
import { type BlobCipher, blobIn, blobsOfCase, caseOfFileIn } from './blobs.ts';
import { type ChainBreak, firstBreak } from './chain-walk.ts';
import type { OpenRequest } from './checked-open.ts';
import { connect } from './connection.ts';
import { caseIdsIn, countByType, eventsOf, eventsSince, headOf, idsSince, newestFirst, newestOf } from './events.ts';
import { forkedCasesOf, forksOf } from './foreign.ts';
import { JournalFile } from './journal-file.ts';
import { append, appendRoster, merge, shred, type Writing } from './journal-writes.ts';
import { type Candidate, candidates } from './recovery.ts';
import { restoreFrom } from './restore.ts';
import { rosterHead, rosterOf } from './roster.ts';
import { faultOf } from './sqlite-faults.ts';
import { CLOSED_BADLY, RESTORE } from './store-answers.ts';
import type { WriterLock } from './writer-lock.ts';

export { StoreUnavailable } from './journal-file.ts';

/** The journal with what only its host does to it. */
export interface JournalStore extends Store {
  /** Verified copies in all backup folders. Codes: backup-failed, store-read-only. */
  backup(): Result<readonly Backup[]>;
  /** Verified copies anew, and the older ones gone: they hold what was destroyed. How many there are. Codes: those of `backup`. */
  rewriteCopies(): Result<number>;
  /** Walks the whole chain; the first thing that cannot be, or undefined. */
  check(): ChainBreak | undefined;
  /** Folds the write-ahead log into the file; false when the disk did not let it, which loses nothing. */
  tidy(): boolean;
  /** Backs up what is new, folds the log, closes, lets the lock go. The answer says whether the backup worked; it is closed in any case. */
  close(): Result<null>;
}

export interface StoreParts {
  readonly request: OpenRequest;
  readonly cipher: BlobCipher;
  readonly clock: Clock;
  /** Asked at each backup: a second place may have been chosen meanwhile. */
  readonly backupFolders: () => readonly string[];
  readonly lock: WriterLock | undefined;
}

/** The store: queries, writes (journal-writes.ts), restores (restore.ts) and copies, all over one file (journal-file.ts). */
export class SqliteJournal implements JournalStore {
  readonly #parts: StoreParts;
  readonly #file: JournalFile;
  readonly #writing: Writing;

  constructor(parts: StoreParts, db: Database, readOnly: string | undefined) {
    this.#parts = parts;
    this.#file = new JournalFile(parts.request, db, readOnly);
    this.#writing = { file: this.#file, cipher: parts.cipher };
  }

  get readOnly(): string | undefined {
    return this.#file.readOnly;
  }

  head(): Head {
    return this.#file.read((db) => headOf(db, this.#file.ws));
  }

  events(caseId?: string): readonly StoredEvent[] {
    return this.#file.read((db) => eventsOf(db, caseId));
  }

  since(seq: number): readonly StoredEvent[] {
    return this.#file.read((db) => eventsSince(db, headOf(db, this.#file.ws), seq));
  }

  idsSince(seq: number): readonly string[] {
    return this.#file.read((db) => idsSince(db, headOf(db, this.#file.ws), seq));
  }

  newestOf(type: string): StoredEvent | undefined {
    return this.#file.read((db) => newestOf(db, headOf(db, this.#file.ws), type));
  }

  blob(caseId: string, commitment: string): Result<{ readonly bytes: Uint8Array; readonly salt: Uint8Array }> {
    const { cipher, request } = this.#parts;
    return this.#file.read((db) => blobIn(db, { cipher, crypto: request.crypto }, caseId, commitment));
  }

  newestFirst(asked: Parameters<Store['newestFirst']>[0]): ReturnType<Store['newestFirst']> {
    return this.#file.read((db) => newestFirst(db, asked));
  }

  countByType(): Readonly<Record<string, number>> {
    return this.#file.read(countByType);
  }

  blobsOf(caseId: string): readonly string[] {
    return this.#file.read((db) => blobsOfCase(db, caseId));
  }

  forks(): readonly StoredEvent[] {
    return this.#file.read(forksOf);
  }

  forkedCases(): readonly string[] {
    return this.#file.read(forkedCasesOf);
  }

  roster(): readonly Envelope[] {
    return this.#file.read(rosterOf);
  }

  caseIds(opening: 'case.create' | 'request.receive' = 'case.create'): readonly string[] {
    return this.#file.read((db) => caseIdsIn(db, opening));
  }

  caseOfFile(sha256: string): string | undefined {
    return this.#file.read((db) => caseOfFileIn(db, sha256));
  }

  check(): ChainBreak | undefined {
    return this.#file.read((db) => firstBreak(db, this.#parts.request.crypto));
  }

  append(events: readonly StoredEvent[], blobs: readonly NewBlob[]): Result<Head> {
    return append(this.#writing, events, blobs);
  }

  shred(events: readonly StoredEvent[], destroyed: readonly Destroyed[], blobs: readonly NewBlob[]): Result<Head> {
    return shred(this.#writing, events, destroyed, blobs);
  }

  merge(events: readonly StoredEvent[], brought: Brought): Result<Head> {
    return merge(this.#writing, events, brought);
  }

  appendRoster(entries: readonly Envelope[]): Result<null> {
    return appendRoster(this.#writing, entries);
  }

  rememberLost(lost: Pick<Head, 'inc' | 'seq' | 'id'>, why: string): void {
    this.#file.rememberLost(lost, why);
  }

  restorePoints(): readonly RestorePoint[] {
    return this.#mayRestore ? this.#candidates() : [];
  }

  readPoint(point: string): ReturnType<Store['readPoint']> {
    if (!this.#mayRestore) return RESTORE.notDue;
    const candidate = this.#candidates().find(({ id }) => id === point);
    if (!candidate) return RESTORE.missing;
    const db = connect(candidate.path, { readOnly: true });
    try {
      return ok({ roster: rosterOf(db), events: eventsOf(db) });
    } finally {
      db.close();
    }
  }

  restore(
    point: string,
    build: (restoring: Restoring) => Result<readonly StoredEvent[]>,
    blobs: readonly NewBlob[],
  ): Result<Head> {
    if (!this.#mayRestore) return RESTORE.notDue;
    const candidate = this.#candidates().find(({ id }) => id === point);
    if (!candidate) return RESTORE.missing;
    return restoreFrom(this.#writing, { candidate, at: this.#parts.clock.now().at }, build, blobs);
  }

  /** Only the process that holds the lock may put another file in place. */
  get #mayRestore(): boolean {
    return !this.#file.closed && this.#file.readOnly !== undefined && this.#parts.lock !== undefined;
  }

  #candidates(): readonly Candidate[] {
    const { request, backupFolders } = this.#parts;
    return candidates(request.path, backupFolders(), request);
  }

  backup(): Result<readonly Backup[]> {
    const { clock, backupFolders, request } = this.#parts;
    // A store that is not trusted must not replace the good copy of the same day.
    if (this.readOnly) return fail('store-read-only', this.readOnly);
    return backUp(this.#file.db, backupFolders(), clock.now().at.slice(0, 10), request.crypto);
  }

  rewriteCopies(): Result<number> {
    const { backupFolders } = this.#parts;
    const made = this.backup();
    if (!made.ok) return made;
    for (const folder of backupFolders()) removeOlderCopies(folder, this.#parts.clock.now().at.slice(0, 10));
    return ok(made.data.length);
  }

  tidy(): boolean {
    return this.#file.tidy();
  }

  close(): Result<null> {
    if (this.#file.closed) return ok(null);
    try {
      const outcome = this.#file.readOnly === undefined && this.#hasNewEvents() ? this.backup() : ok([]);
      this.tidy();
      return outcome.ok ? ok(null) : outcome;
    } catch (error) {
      if (faultOf(error)) return fail('backup-failed', CLOSED_BADLY);
      throw error;
    } finally {
      this.#file.close();
      this.#parts.lock?.release();
    }
  }

  #hasNewEvents(): boolean {
    const head = this.head();
    const roster = rosterHead(this.#file.db);
    if (head.seq === 0 && roster.count === 0) return false;
    return this.#parts.backupFolders().some((folder) => {
      const ends = newestCopyEnds(folder);
      return ends?.event !== head.id || ends.roster !== roster.id;
    });
  }
}

export const journalPath = (folder: string): string => join(folder, 'journal.db');
