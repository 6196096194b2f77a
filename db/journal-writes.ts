/** Appending to the journal, with contents beside the events: an act of this workstation, a destruction, what a package brings. */
import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { Brought, Destroyed, Envelope, Head, NewBlob, StoredEvent } from '../review/ports.ts';
import { type BlobCipher, deleteBlobs, insertBlobs, matchesCommitment } from './blobs.ts';
import { type EventRow, rowOf } from './event-row.ts';
import { hasEvent, headOf, insertEvents } from './events.ts';
import { insertNews, rowsOf } from './foreign.ts';
import type { JournalFile } from './journal-file.ts';
import { insertRoster, rosterHead } from './roster.ts';
import { ANSWERS } from './store-answers.ts';

/** The file, and what seals contents in it. */
export interface Writing {
  readonly file: JournalFile;
  readonly cipher: BlobCipher;
}

const headNow = ({ file }: Writing): Head => file.read((db) => headOf(db, file.ws));

/** What else one transaction does, around the events. */
interface Beside {
  readonly first?: (db: Database) => Result<null>;
  readonly also?: (db: Database) => void;
}

/** See `Store.append`. */
export function append(
  writing: Writing,
  events: readonly StoredEvent[],
  blobs: readonly NewBlob[],
  { first = () => ok(null), also = () => undefined }: Beside = {},
): Result<Head> {
  const { file, cipher } = writing;
  const { crypto } = file.request;
  if (file.readOnly) return fail('store-read-only', file.readOnly);
  const rows: EventRow[] = [];
  for (const event of events) {
    const row = rowOf(crypto, event);
    if (row?.ws !== file.ws) return ANSWERS.refused;
    rows.push(row);
  }
  if (!blobs.every((blob) => matchesCommitment(crypto, blob.commitment, blob.salt, blob.bytes))) return ANSWERS.refused;
  const last = events.at(-1);
  if (!last) return ok(headNow(writing));
  const written = file.commit(
    (db) => {
      const head = headOf(db, file.ws);
      const next = rows[0];
      if (next?.seq !== head.seq + 1 || Buffer.from(next.prev).toString('hex') !== head.id) return ANSWERS.moved;
      const before = first(db);
      if (!before.ok) return before;
      insertEvents(db, rows);
      insertBlobs(db, cipher, blobs);
      also(db);
      return ok(null);
    },
    (db) => hasEvent(db, last.id),
  );
  return written.ok ? ok(headNow(writing)) : written;
}

/** See `Store.shred`. */
export function shred(
  writing: Writing,
  events: readonly StoredEvent[],
  destroyed: readonly Destroyed[],
  blobs: readonly NewBlob[],
): Result<Head> {
  const written = append(writing, events, blobs, { also: (db) => destroy(db, destroyed) });
  // secure_delete has overwritten the rows; the log and freed pages are rewritten too, so that nothing of them is left.
  if (written.ok) writing.file.rewrite();
  return written;
}

const destroy = (db: Database, destroyed: readonly Destroyed[]): void => {
  for (const { caseId, commitments } of destroyed) deleteBlobs(db, caseId, commitments);
};

/** See `Store.merge`. */
export function merge(
  writing: Writing,
  events: readonly StoredEvent[],
  { roster, news, blobs, destroyed }: Brought,
): Result<Head> {
  const { file, cipher } = writing;
  const { crypto, ws } = file.request;
  const rows = rowsOf(crypto, news);
  if (!rows || !blobs.every((blob) => matchesCommitment(crypto, blob.commitment, blob.salt, blob.bytes))) return ANSWERS.refused;
  const written = append(writing, events, [], {
    also: (db) => {
      insertRoster(db, crypto, roster);
      destroy(db, destroyed);
    },
    first: (db) => {
      const own = headOf(db, ws).inc;
      // Own lost events come back below the present incarnation; above it they would be somebody else's word for this journal.
      if (rows.some(({ row, fork }) => !fork && row.ws === ws && row.inc >= own)) return ANSWERS.refused;
      insertNews(db, rows);
      insertBlobs(db, cipher, blobs);
      return ok(null);
    },
  });
  if (written.ok && destroyed.length > 0) file.rewrite();
  return written;
}

/** See `Store.appendRoster`. */
export function appendRoster({ file }: Writing, entries: readonly Envelope[]): Result<null> {
  if (file.readOnly) return fail('store-read-only', file.readOnly);
  const before = file.read(rosterHead).count;
  return file.commit(
    (db) => {
      insertRoster(db, file.request.crypto, entries);
      return ok(null);
    },
    (db) => rosterHead(db).count === before + entries.length,
  );
}
