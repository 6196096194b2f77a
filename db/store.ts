import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { readBody } from '../review/chain/event.ts';
import { ZERO_ID } from '../review/chain/pae.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { Brought, Clock, Envelope, Head, NewBlob, RestorePoint, Restoring, Store, StoredEvent } from '../review/ports.ts';
import { anchorOf, readAnchor, writeAnchor } from './anchor.ts';
import { type Backup, backUp, newestCopyEnds, removeOlderCopies } from './backup.ts';
import { type BlobCipher, blobIn, blobsOfCase, caseOfFileIn, deleteBlobs, insertBlobs, matchesCommitment } from './blobs.ts';
import { type ChainBreak, firstBreak } from './chain-walk.ts';
import { type OpenRequest, openChecked, openRestored } from './checked-open.ts';
import { type EventRow, rowOf } from './event-row.ts';
import {
  caseIdsIn,
  countByType,
  eventsOf,
  eventsSince,
  hasEvent,
  headOf,
  idsSince,
  insertEvents,
  newestFirst,
  newestOf,
} from './events.ts';
import { forkedCasesOf, forksOf, insertNews, type NewRow, rowsOf } from './foreign.ts';
import { type Candidate, candidates, putInPlace } from './recovery.ts';
import { insertRoster, rosterHead, rosterOf } from './roster.ts';
import { faultOf } from './sqlite-faults.ts';
import type { WriterLock } from './writer-lock.ts';

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

/** Reading failed although the file was opened again: the caller must stop the call, nothing was changed. */
export class StoreUnavailable extends Error {
  readonly code = 'store-unavailable';
}

export interface StoreParts {
  readonly request: OpenRequest;
  readonly cipher: BlobCipher;
  readonly clock: Clock;
  /** Asked at each backup: a second place may have been chosen meanwhile. */
  readonly backupFolders: () => readonly string[];
  readonly lock: WriterLock | undefined;
}

const NOT_DONE = '这一步没有记录，之前的记录都在。';
const ANSWERS = {
  moved: fail('store-head-moved', `账本在此期间有了新的记录，${NOT_DONE}请刷新后再办理一次。`),
  refused: fail(
    'store-refused',
    `账本拒绝了这条记录，因为它与账本不衔接或不合规定，${NOT_DONE}请重新打开先审；再次出现请联系系统管理员。`,
  ),
  busy: fail('store-busy', `账本正被其他程序占用，${NOT_DONE}请稍候再办理一次。`),
  full: fail('store-full', `磁盘空间不足，${NOT_DONE}请腾出空间后再办理一次。`),
  broken: fail('store-not-recorded', `写入账本时磁盘出错，已重新打开账本核对：${NOT_DONE}请检查磁盘后再办理一次。`),
  anchor: fail('store-anchor', `锚点文件夹不能写入，${NOT_DONE}请检查锚点文件夹所在的磁盘后再办理一次。`),
} as const;
const RESTORE = {
  notDue: fail('restore-not-due', '账本没有需要恢复的问题，没有恢复，也没有改动任何文件。'),
  missing: fail('restore-missing', '选中的备份已不在或核对不符，没有恢复，也没有改动任何文件。请刷新后重新选择。'),
} as const;
const UNKNOWN =
  '写入账本时磁盘出错，现在无法确认这一步是否已记录。之前的记录没有改动。请不要重复办理，先检查磁盘并重新打开先审，以届时显示的记录为准。';

const CLOSED = '账本已经关闭，这一步没有记录，之前的记录都在。请重新打开先审后再办理。';
const CLOSED_BADLY = '关闭账本时磁盘出错，备份没有完成。已有的记录都在。请检查磁盘后重新打开先审，再备份一次。';

export class SqliteJournal implements JournalStore {
  readonly #parts: StoreParts;
  #db: Database;
  #readOnly: string | undefined;
  #closed = false;
  /** The anchor lags behind the journal: its last write failed. */
  #anchorLags = false;

  constructor(parts: StoreParts, db: Database, readOnly: string | undefined) {
    this.#parts = parts;
    this.#db = db;
    this.#readOnly = readOnly;
  }

  get readOnly(): string | undefined {
    return this.#closed ? CLOSED : this.#readOnly;
  }

  head(): Head {
    return this.#read((db) => headOf(db, this.#ws));
  }

  events(caseId?: string): readonly StoredEvent[] {
    return this.#read((db) => eventsOf(db, caseId));
  }

  since(seq: number): readonly StoredEvent[] {
    return this.#read((db) => eventsSince(db, headOf(db, this.#ws), seq));
  }

  idsSince(seq: number): readonly string[] {
    return this.#read((db) => idsSince(db, headOf(db, this.#ws), seq));
  }

  newestOf(type: string): StoredEvent | undefined {
    return this.#read((db) => newestOf(db, headOf(db, this.#ws), type));
  }

  blob(caseId: string, commitment: string): Result<{ readonly bytes: Uint8Array; readonly salt: Uint8Array }> {
    return this.#read((db) => blobIn(db, { cipher: this.#parts.cipher, crypto: this.#parts.request.crypto }, caseId, commitment));
  }

  newestFirst(asked: Parameters<Store['newestFirst']>[0]): ReturnType<Store['newestFirst']> {
    return this.#read((db) => newestFirst(db, asked));
  }

  countByType(): Readonly<Record<string, number>> {
    return this.#read(countByType);
  }

  blobsOf(caseId: string): readonly string[] {
    return this.#read((db) => blobsOfCase(db, caseId));
  }

  forks(): readonly StoredEvent[] {
    return this.#read(forksOf);
  }

  forkedCases(): readonly string[] {
    return this.#read(forkedCasesOf);
  }

  roster(): readonly Envelope[] {
    return this.#read(rosterOf);
  }

  caseIds(opening: 'case.create' | 'request.receive' = 'case.create'): readonly string[] {
    return this.#read((db) => caseIdsIn(db, opening));
  }

  caseOfFile(sha256: string): string | undefined {
    return this.#read((db) => caseOfFileIn(db, sha256));
  }

  check(): ChainBreak | undefined {
    return this.#read((db) => firstBreak(db, this.#parts.request.crypto));
  }

  shred(events: readonly StoredEvent[], caseId: string, commitments: readonly string[], blobs: readonly NewBlob[]): Result<Head> {
    const written = this.#appendWith(events, blobs, (db) => deleteBlobs(db, caseId, commitments));
    // secure_delete has overwritten the rows; the log and freed pages are rewritten too, so that nothing of them is left.
    if (written.ok) this.#rewriteFile();
    return written;
  }

  /** What fails here leaves the contents destroyed all the same: their keys are overwritten. */
  #rewriteFile(): void {
    try {
      if (this.tidy()) this.#db.exec('VACUUM');
      this.tidy();
    } catch (error) {
      if (!faultOf(error)) throw error;
      this.#reopen();
    }
  }

  rewriteCopies(): Result<number> {
    const { backupFolders } = this.#parts;
    const made = this.backup();
    if (!made.ok) return made;
    for (const folder of backupFolders()) removeOlderCopies(folder, this.#parts.clock.now().at.slice(0, 10));
    return ok(made.data.length);
  }

  append(events: readonly StoredEvent[], blobs: readonly NewBlob[]): Result<Head> {
    return this.#appendWith(events, blobs, () => undefined);
  }

  #appendWith(
    events: readonly StoredEvent[],
    blobs: readonly NewBlob[],
    also: (db: Database) => void,
    first: (db: Database) => Result<null> = () => ok(null),
  ): Result<Head> {
    if (this.readOnly) return fail('store-read-only', this.readOnly);
    const rows: EventRow[] = [];
    for (const event of events) {
      const row = rowOf(this.#parts.request.crypto, event);
      if (row?.ws !== this.#ws) return ANSWERS.refused;
      rows.push(row);
    }
    if (!blobs.every((blob) => matchesCommitment(this.#parts.request.crypto, blob.commitment, blob.salt, blob.bytes)))
      return ANSWERS.refused;
    const last = events.at(-1);
    if (!last) return ok(this.head());
    const written = this.#commit(
      (db) => {
        const head = headOf(db, this.#ws);
        const next = rows[0];
        if (next?.seq !== head.seq + 1 || Buffer.from(next.prev).toString('hex') !== head.id) return ANSWERS.moved;
        const before = first(db);
        if (!before.ok) return before;
        insertEvents(db, rows);
        insertBlobs(db, this.#parts.cipher, blobs);
        also(db);
        return ok(null);
      },
      (db) => hasEvent(db, last.id),
    );
    return written.ok ? ok(this.head()) : written;
  }

  merge(events: readonly StoredEvent[], { roster, news, blobs }: Brought): Result<Head> {
    const { crypto, ws } = this.#parts.request;
    const rows = rowsOf(crypto, news);
    if (!rows || !blobs.every((blob) => matchesCommitment(crypto, blob.commitment, blob.salt, blob.bytes)))
      return ANSWERS.refused;
    const shredded = shreddedIn(rows);
    const written = this.#appendWith(
      events,
      [],
      (db) => {
        insertRoster(db, crypto, roster);
        for (const [caseId, commitments] of shredded) deleteBlobs(db, caseId, commitments);
      },
      (db) => {
        const own = headOf(db, ws).inc;
        // Own lost events come back below the present incarnation; above it they would be somebody else's word for this journal.
        if (rows.some(({ row, fork }) => !fork && row.ws === ws && row.inc >= own)) return ANSWERS.refused;
        insertNews(db, rows);
        insertBlobs(db, this.#parts.cipher, blobs);
        return ok(null);
      },
    );
    if (written.ok && shredded.length > 0) this.#rewriteFile();
    return written;
  }

  appendRoster(entries: readonly Envelope[]): Result<null> {
    if (this.readOnly) return fail('store-read-only', this.readOnly);
    const before = this.#read(rosterHead).count;
    return this.#commit(
      (db) => {
        insertRoster(db, this.#parts.request.crypto, entries);
        return ok(null);
      },
      (db) => rosterHead(db).count === before + entries.length,
    );
  }

  restorePoints(): readonly RestorePoint[] {
    return this.#mayRestore ? this.#candidates() : [];
  }

  restore(
    point: string,
    build: (restoring: Restoring) => Result<readonly StoredEvent[]>,
    blobs: readonly NewBlob[],
  ): Result<Head> {
    const { request, clock } = this.#parts;
    if (!this.#mayRestore) return RESTORE.notDue;
    const candidate = this.#candidates().find(({ id }) => id === point);
    if (!candidate) return RESTORE.missing;
    const anchor = readAnchor(request);
    this.#db.close();
    const placed = putInPlace(request.path, candidate, request, clock.now().at);
    const opened = placed.ok ? openRestored(request) : placed;
    if (!opened.ok) {
      this.#reopen();
      return opened;
    }
    this.#db = opened.data;
    const known = typeof anchor === 'string' ? undefined : anchor;
    const from = headOf(this.#db, this.#ws);
    const inc = Math.max(from.inc, known?.inc ?? 0) + 1;
    const events = build({
      head: { ws: this.#ws, inc, seq: 0, id: ZERO_ID },
      from,
      ...(known ? { lost: { ws: known.ws, inc: known.inc, seq: known.seq, id: known.id } } : {}),
    });
    const written = events.ok ? this.#goOn(events.data, blobs) : events;
    if (written.ok) this.#readOnly = undefined;
    else this.#reopen();
    return written;
  }

  /** The first events after a restore, and the anchor that follows them. */
  #goOn(events: readonly StoredEvent[], blobs: readonly NewBlob[]): Result<Head> {
    const rows = events.flatMap((event) => rowOf(this.#parts.request.crypto, event) ?? []);
    if (rows.length === 0 || rows.length !== events.length) return ANSWERS.refused;
    const last = events.at(-1)?.id ?? '';
    const written = this.#commit(
      (db) => {
        insertEvents(db, rows);
        insertBlobs(db, this.#parts.cipher, blobs);
        return ok(null);
      },
      (db) => hasEvent(db, last),
    );
    return written.ok ? ok(this.head()) : written;
  }

  /** Only the process that holds the lock may put another file in place. */
  get #mayRestore(): boolean {
    return !this.#closed && this.#readOnly !== undefined && this.#parts.lock !== undefined;
  }

  #candidates(): readonly Candidate[] {
    const { request, backupFolders } = this.#parts;
    return candidates(request.path, backupFolders(), request);
  }

  backup(): Result<readonly Backup[]> {
    const { clock, backupFolders, request } = this.#parts;
    // A store that is not trusted must not replace the good copy of the same day.
    if (this.readOnly) return fail('store-read-only', this.readOnly);
    return backUp(this.#db, backupFolders(), clock.now().at.slice(0, 10), request.crypto);
  }

  tidy(): boolean {
    if (this.#closed || !this.#db.open || this.#db.readonly) return false;
    try {
      this.#db.pragma('wal_checkpoint(TRUNCATE)');
      return true;
    } catch (error) {
      if (!faultOf(error)) throw error;
      // Nothing is lost, the log still holds it; but the connection is not to be trusted further.
      this.#reopen();
      return false;
    }
  }

  close(): Result<null> {
    if (this.#closed) return ok(null);
    try {
      const outcome = this.#readOnly === undefined && this.#hasNewEvents() ? this.backup() : ok([]);
      this.tidy();
      return outcome.ok ? ok(null) : outcome;
    } catch (error) {
      if (faultOf(error)) return fail('backup-failed', CLOSED_BADLY);
      throw error;
    } finally {
      this.#closed = true;
      this.#db.close();
      this.#parts.lock?.release();
    }
  }

  get #ws(): string {
    return this.#parts.request.ws;
  }

  #hasNewEvents(): boolean {
    const head = this.head();
    const roster = rosterHead(this.#db);
    if (head.seq === 0 && roster.count === 0) return false;
    return this.#parts.backupFolders().some((folder) => {
      const ends = newestCopyEnds(folder);
      return ends?.event !== head.id || ends.roster !== roster.id;
    });
  }

  /** One IMMEDIATE transaction, durable when this returns ok; then the anchor. `recorded` tells after a fault whether it went in. */
  #commit(write: (db: Database) => Result<null>, recorded: (db: Database) => boolean): Result<null> {
    if (this.#anchorLags && !this.#advanceAnchor()) return ANSWERS.anchor;
    let answer: Result<null>;
    try {
      const run = this.#db.transaction(() => write(this.#db));
      answer = run.immediate();
    } catch (error) {
      answer = this.#afterFault(error, recorded);
    }
    if (answer.ok) this.#advanceAnchor();
    return answer;
  }

  /** Signoff-design 4.8: never go on with the same connection; open again, look, and say whether it is recorded. */
  #afterFault(error: unknown, recorded: (db: Database) => boolean): Result<null> {
    const fault = faultOf(error);
    if (!fault) throw error;
    if (fault === 'refused' || fault === 'busy') return ANSWERS[fault];
    if (!this.#reopen()) return fail('store-unknown', UNKNOWN);
    if (this.#read(recorded)) return ok(null);
    return ANSWERS[fault];
  }

  #reopen(): boolean {
    this.#db.close();
    const opened = openChecked(this.#parts.request);
    if (!opened.ok) {
      this.#readOnly = UNKNOWN;
      return false;
    }
    this.#db = opened.data.db;
    this.#readOnly = opened.data.readOnly;
    return true;
  }

  #advanceAnchor(): boolean {
    const { anchorFolder } = this.#parts.request;
    try {
      writeAnchor(anchorFolder, anchorOf(this.#db, this.#ws), this.#parts.request.signer);
      this.#anchorLags = false;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      // The event is durable, so the act stands; the next one waits until the anchor can be written again.
      this.#anchorLags = true;
    }
    return !this.#anchorLags;
  }

  /** One damaged reading may be a fault of the cable, not of the file: open again and read once more. */
  #read<T>(query: (db: Database) => T): T {
    if (this.#closed) throw new StoreUnavailable('journal was closed');
    try {
      if (this.#db.open) return query(this.#db);
    } catch (error) {
      if (!faultOf(error)) throw error;
    }
    if (!this.#reopen()) throw new StoreUnavailable('journal cannot be read');
    return query(this.#db);
  }
}

/** Contents that new events say were destroyed, by case. */
function shreddedIn(rows: readonly NewRow[]): readonly (readonly [string, readonly string[]])[] {
  return rows.flatMap(({ row, fork }) => {
    if (fork || row.type !== 'blob.shred') return [];
    const body = readBody(row.body);
    return body.ok && body.data.type === 'blob.shred' ? [[row.case_id, body.data.data.blobs] as const] : [];
  });
}

export const journalPath = (folder: string): string => join(folder, 'journal.db');
