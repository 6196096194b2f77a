/** Queries on the journal. */
import type { Database } from 'better-sqlite3';
import { ZERO_ID } from '../review/chain/pae.ts';
import type { Head, Store, StoredEvent } from '../review/ports.ts';
import { bytesOfHex, type EventRow, eventOf, hexOf } from './event-row.ts';
import { statement } from './statement.ts';

const COLUMNS = 'hash, ws, inc, seq, prev, case_id, type, body, key_id, sig';

/** Workstation this file belongs to; undefined in a file that was just made. */
export const ownerOf = (db: Database): string | undefined =>
  db.prepare<[], { ws: string }>('SELECT ws FROM workstation').get()?.ws;

export const setOwner = (db: Database, ws: string): void => {
  db.prepare<[string]>('INSERT INTO workstation(one, ws) VALUES (1, ?)').run(ws);
};

/** Newest event of a workstation. */
export function headOf(db: Database, ws: string): Head {
  const row = statement<[string], Pick<EventRow, 'inc' | 'seq' | 'hash'>>(
    db,
    'SELECT inc, seq, hash FROM event WHERE ws = ? ORDER BY inc DESC, seq DESC LIMIT 1',
  ).get(ws);
  return row ? { ws, inc: row.inc, seq: row.seq, id: hexOf(row.hash) } : { ws, inc: 1, seq: 0, id: ZERO_ID };
}

export function insertEvents(db: Database, rows: readonly EventRow[]): void {
  const insert = db.prepare<[Uint8Array, string, number, number, Uint8Array, string, string, Uint8Array, string, Uint8Array]>(
    `INSERT INTO event(${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const row of rows)
    insert.run(row.hash, row.ws, row.inc, row.seq, row.prev, row.case_id, row.type, row.body, row.key_id, row.sig);
}

/** Oldest first; of one case when given. */
export function eventsOf(db: Database, caseId?: string): readonly StoredEvent[] {
  const rows =
    caseId === undefined
      ? db.prepare<[], EventRow>(`SELECT ${COLUMNS} FROM event ORDER BY position`).all()
      : statement<[string], EventRow>(db, `SELECT ${COLUMNS} FROM event WHERE case_id = ? ORDER BY position`).all(caseId);
  return rows.map(eventOf);
}

type Journal = Pick<Head, 'ws' | 'inc'>;

/** Events of one journal with a number above `seq`, in order. */
export const eventsSince = (db: Database, { ws, inc }: Journal, seq: number): readonly StoredEvent[] =>
  db
    .prepare<[string, number, number], EventRow>(`SELECT ${COLUMNS} FROM event WHERE ws = ? AND inc = ? AND seq > ? ORDER BY seq`)
    .all(ws, inc, seq)
    .map(eventOf);

/** Ids of one journal with a number above `seq`, in order. */
export const idsSince = (db: Database, { ws, inc }: Journal, seq: number): readonly string[] =>
  db
    .prepare<[string, number, number], Uint8Array>('SELECT hash FROM event WHERE ws = ? AND inc = ? AND seq > ? ORDER BY seq')
    .pluck()
    .all(ws, inc, seq)
    .map((hash) => hexOf(hash as Uint8Array));

/** Newest event of a kind in one journal that belongs to no case. */
export function newestOf(db: Database, { ws, inc }: Journal, type: string): StoredEvent | undefined {
  const row = db
    .prepare<[string, string, number], EventRow>(
      `SELECT ${COLUMNS} FROM event WHERE case_id = '-' AND type = ? AND ws = ? AND inc = ? ORDER BY position DESC LIMIT 1`,
    )
    .get(type, ws, inc);
  return row && eventOf(row);
}

/** Newest first, see `Store.newestFirst`. */
export function newestFirst(
  db: Database,
  { limit, before = Number.MAX_SAFE_INTEGER, types }: Parameters<Store['newestFirst']>[0],
): ReturnType<Store['newestFirst']> {
  const some = types ? `AND type IN (${types.map(() => '?').join(', ')})` : '';
  return db
    .prepare<unknown[], EventRow & { position: number }>(
      `SELECT position, ${COLUMNS} FROM event WHERE position < ? ${some} ORDER BY position DESC LIMIT ?`,
    )
    .all(before, ...(types ?? []), limit)
    .map((row) => ({ position: row.position, event: eventOf(row) }));
}

export const countByType = (db: Database): Readonly<Record<string, number>> =>
  Object.fromEntries(
    db
      .prepare<[], { type: string; n: number }>('SELECT type, count(*) AS n FROM event GROUP BY type')
      .all()
      .map(({ type, n }) => [type, n]),
  );

/** Rows oldest first, one at a time; only the newest `last` when given. */
export const walkRows = (db: Database, last?: number): IterableIterator<EventRow> =>
  db
    .prepare<[number], EventRow>(
      `SELECT ${COLUMNS} FROM event WHERE position > (SELECT coalesce(max(position), 0) FROM event) - ? ORDER BY position`,
    )
    .iterate(last ?? Number.MAX_SAFE_INTEGER);

/** Position of the newest event: how many there are, of all workstations. */
export const lastPosition = (db: Database): number =>
  db.prepare<[], { n: number }>('SELECT coalesce(max(position), 0) AS n FROM event').get()?.n ?? 0;

/** Id of the event at a place, as hex. */
export function idAt(db: Database, ws: string, inc: number, seq: number): string | undefined {
  const row = db
    .prepare<[string, number, number], Pick<EventRow, 'hash'>>('SELECT hash FROM event WHERE ws = ? AND inc = ? AND seq = ?')
    .get(ws, inc, seq);
  return row && hexOf(row.hash);
}

export const hasEvent = (db: Database, id: string): boolean =>
  statement<[Uint8Array]>(db, 'SELECT 1 FROM event WHERE hash = ?').get(bytesOfHex(id)) !== undefined;

/** Cases that an event of the kind opened, in order. */
export const caseIdsIn = (db: Database, opening: string): readonly string[] =>
  db
    .prepare<[string], { case_id: string }>('SELECT case_id FROM event WHERE type = ? ORDER BY position')
    .all(opening)
    .map((row) => row.case_id);
