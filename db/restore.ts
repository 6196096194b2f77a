/** Putting a verified copy in the place of a journal that can only be read, and the first events after it. */
import { ZERO_ID } from '../review/chain/pae.ts';
import { ok, type Result } from '../review/model/index.ts';
import type { Head, NewBlob, Restoring, StoredEvent } from '../review/ports.ts';
import { readAnchor } from './anchor.ts';
import { insertBlobs } from './blobs.ts';
import { openRestored } from './checked-open.ts';
import { rowOf } from './event-row.ts';
import { hasEvent, headOf, insertEvents } from './events.ts';
import type { Writing } from './journal-writes.ts';
import { type Candidate, putInPlace } from './recovery.ts';
import { ANSWERS } from './store-answers.ts';

/** The copy that was chosen, and when. */
export interface Chosen {
  readonly candidate: Candidate;
  readonly at: string;
}

/** See `Store.restore`; only the process that holds the lock may call it. */
export function restoreFrom(
  writing: Writing,
  { candidate, at }: Chosen,
  build: (restoring: Restoring) => Result<readonly StoredEvent[]>,
  blobs: readonly NewBlob[],
): Result<Head> {
  const { file } = writing;
  const anchor = readAnchor(file.request);
  file.release();
  const placed = putInPlace(file.request.path, candidate, file.request, at);
  const opened = placed.ok ? openRestored(file.request) : placed;
  if (!opened.ok) {
    file.reopen();
    return opened;
  }
  file.take(opened.data);
  const known = typeof anchor === 'string' ? undefined : anchor;
  const from = headOf(file.db, file.ws);
  const inc = Math.max(from.inc, known?.inc ?? 0) + 1;
  const events = build({
    head: { ws: file.ws, inc, seq: 0, id: ZERO_ID },
    from,
    ...(known ? { lost: { ws: known.ws, inc: known.inc, seq: known.seq, id: known.id } } : {}),
  });
  const written = events.ok ? goOn(writing, events.data, blobs) : events;
  if (written.ok) file.trust();
  else file.reopen();
  return written;
}

/** The first events after a restore, and the anchor that follows them. */
function goOn({ file, cipher }: Writing, events: readonly StoredEvent[], blobs: readonly NewBlob[]): Result<Head> {
  const rows = events.flatMap((event) => rowOf(file.request.crypto, event) ?? []);
  if (rows.length === 0 || rows.length !== events.length) return ANSWERS.refused;
  const last = events.at(-1)?.id ?? '';
  const written = file.commit(
    (db) => {
      insertEvents(db, rows);
      insertBlobs(db, cipher, blobs);
      return ok(null);
    },
    (db) => hasEvent(db, last),
  );
  return written.ok ? ok(file.read((db) => headOf(db, file.ws))) : written;
}
