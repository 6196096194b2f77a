import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { Head } from '../review/ports.ts';
import { anchorOf, writeAnchor } from './anchor.ts';
import { type OpenRequest, openChecked } from './checked-open.ts';
import { schemaCookie } from './migrate.ts';
import { rosterHead } from './roster.ts';
import { faultOf } from './sqlite-faults.ts';
import { ANSWERS, CLOSED, UNKNOWN } from './store-answers.ts';

/** The file took a record without an error and does not have it: rolls the transaction back. */
class NotTaken extends Error {}

/** Reading failed although the file was opened again: the caller must stop the call, nothing was changed. */
export class StoreUnavailable extends Error {
  readonly code = 'store-unavailable';
}

/**
 * The journal's file and its one connection: what is written is durable and anchored when it is acknowledged, and after a fault the
 * connection is never gone on with (signoff-design 4.8).
 */
export class JournalFile {
  readonly request: OpenRequest;
  #db: Database;
  #readOnly: string | undefined;
  #closed = false;
  /** The anchor lags behind the journal: its last write failed. */
  #anchorLags = false;
  /** Of the schema that was judged when the file was opened. */
  #schema: number;

  constructor(request: OpenRequest, db: Database, readOnly: string | undefined) {
    this.request = request;
    this.#db = db;
    this.#readOnly = readOnly;
    this.#schema = schemaCookie(db);
  }

  get ws(): string {
    return this.request.ws;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Chinese sentence when nothing may be written. */
  get readOnly(): string | undefined {
    return this.#closed ? CLOSED : this.#readOnly;
  }

  /** For what goes on with the connection itself: copies, and what is under way in `commit`. */
  get db(): Database {
    return this.#db;
  }

  /** One damaged reading may be a fault of the cable, not of the file: open again and read once more. */
  read<T>(query: (db: Database) => T): T {
    if (this.#closed) throw new StoreUnavailable('journal was closed');
    try {
      if (this.#db.open) return query(this.#db);
    } catch (error) {
      if (!faultOf(error)) throw error;
    }
    if (!this.reopen()) throw new StoreUnavailable('journal cannot be read');
    return query(this.#db);
  }

  /** One IMMEDIATE transaction, durable when this returns ok; then the anchor. `recorded` tells whether it went in. */
  commit(write: (db: Database) => Result<null>, recorded: (db: Database) => boolean): Result<null> {
    if (this.#anchorLags && !this.#advanceAnchor()) return ANSWERS.anchor;
    if (this.#schemaMoved()) {
      const problem = this.reopen() ? this.#readOnly : UNKNOWN;
      if (problem !== undefined) return fail('store-read-only', problem);
    }
    let answer: Result<null>;
    try {
      const run = this.#db.transaction(() => {
        const done = write(this.#db);
        if (done.ok && !recorded(this.#db)) throw new NotTaken();
        return done;
      });
      answer = run.immediate();
    } catch (error) {
      answer = error instanceof NotTaken ? ANSWERS.refused : this.#afterFault(error, recorded);
    }
    if (answer.ok) this.#advanceAnchor();
    return answer;
  }

  /** Another program changed tables or triggers while the file was open: it must be judged anew before anything is written. */
  #schemaMoved(): boolean {
    try {
      return schemaCookie(this.#db) !== this.#schema;
    } catch (error) {
      if (!faultOf(error)) throw error;
      return true;
    }
  }

  /** Signoff-design 4.8: never go on with the same connection; open again, look, and say whether it is recorded. */
  #afterFault(error: unknown, recorded: (db: Database) => boolean): Result<null> {
    const fault = faultOf(error);
    if (!fault) throw error;
    if (fault === 'refused' || fault === 'busy') return ANSWERS[fault];
    if (!this.reopen()) return fail('store-unknown', UNKNOWN);
    if (this.read(recorded)) return ok(null);
    return ANSWERS[fault];
  }

  /** False when the file cannot be opened again: then it can only be looked at. */
  reopen(): boolean {
    this.#db.close();
    const opened = openChecked(this.request);
    if (!opened.ok) {
      this.#readOnly = UNKNOWN;
      return false;
    }
    this.#db = opened.data.db;
    this.#readOnly = opened.data.readOnly;
    this.#schema = schemaCookie(this.#db);
    return true;
  }

  #advanceAnchor(): boolean {
    const { anchorFolder, signer } = this.request;
    try {
      writeAnchor(anchorFolder, anchorOf(this.#db, this.ws), signer);
      this.#anchorLags = false;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      // The event is durable, so the act stands; the next one waits until the anchor can be written again.
      this.#anchorLags = true;
    }
    return !this.#anchorLags;
  }

  /** See `Store.rememberLost`. */
  rememberLost(lost: Pick<Head, 'inc' | 'seq' | 'id'>, why: string): void {
    const { anchorFolder, signer } = this.request;
    try {
      writeAnchor(anchorFolder, { v: 2, ws: this.ws, ...lost, roster: this.read(rosterHead) }, signer);
      this.reopen();
    } catch (error) {
      // Where it cannot be written down it still holds as long as the program runs.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
    this.#readOnly ??= why;
  }

  /** Folds the write-ahead log into the file; false when the disk did not let it, which loses nothing. */
  tidy(): boolean {
    if (this.#closed || !this.#db.open || this.#db.readonly) return false;
    try {
      this.#db.pragma('wal_checkpoint(TRUNCATE)');
      return true;
    } catch (error) {
      if (!faultOf(error)) throw error;
      // Nothing is lost, the log still holds it; but the connection is not to be trusted further.
      this.reopen();
      return false;
    }
  }

  /** Leaves nothing of destroyed contents in the log or in freed pages. What fails here leaves them destroyed all the same: their keys are overwritten. */
  rewrite(): void {
    try {
      if (this.tidy() && !this.#schemaMoved()) {
        this.#db.exec('VACUUM');
        this.#schema = schemaCookie(this.#db);
      }
      this.tidy();
    } catch (error) {
      if (!faultOf(error)) throw error;
      this.reopen();
    }
  }

  /** Lets the connection go, so that another file can be put in its place; `take` or `reopen` must follow. */
  release(): void {
    this.#db.close();
  }

  /** Goes on with the file that was put in place. */
  take(db: Database): void {
    this.#db = db;
    this.#schema = schemaCookie(db);
  }

  /** What was restored may be written to again. */
  trust(): void {
    this.#readOnly = undefined;
  }

  close(): void {
    this.#closed = true;
    this.#db.close();
  }
}
