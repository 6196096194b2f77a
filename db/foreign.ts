/** Writing what a package brings, and reading what contradicted. */
import type { Database } from 'better-sqlite3';
import type { Crypto, StoredEvent } from '../review/ports.ts';
import { bytesOfHex, type EventRow, eventOf, rowOf } from './event-row.ts';
import { insertEvents } from './events.ts';
import { statement } from './statement.ts';

const COLUMNS = 'hash, ws, inc, seq, prev, case_id, type, body, key_id, sig';

export interface NewRow {
  readonly row: EventRow;
  readonly fork: boolean;
}

/** Rows of new events; undefined when one of them is malformed. */
export function rowsOf(
  crypto: Crypto,
  news: readonly { readonly event: StoredEvent; readonly fork: boolean }[],
): readonly NewRow[] | undefined {
  const rows = news.flatMap(({ event, fork }) => {
    const row = rowOf(crypto, event);
    return row ? [{ row, fork }] : [];
  });
  return rows.length === news.length ? rows : undefined;
}

/** In the given order; the triggers hold every line of numbers together. */
export function insertNews(db: Database, rows: readonly NewRow[]): void {
  insertEvents(
    db,
    rows.filter(({ fork }) => !fork).map(({ row }) => row),
  );
  const insert = db.prepare<[Uint8Array, string, number, number, Uint8Array, string, string, Uint8Array, string, Uint8Array]>(
    `INSERT INTO fork(${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { row, fork } of rows)
    if (fork) insert.run(row.hash, row.ws, row.inc, row.seq, row.prev, row.case_id, row.type, row.body, row.key_id, row.sig);
}

export const forkCount = (db: Database): number => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM fork').get()?.n ?? 0;

export const hasFork = (db: Database, id: string): boolean =>
  statement<[Uint8Array]>(db, 'SELECT 1 FROM fork WHERE hash = ?').get(bytesOfHex(id)) !== undefined;

export const forksOf = (db: Database): readonly StoredEvent[] =>
  db.prepare<[], EventRow>(`SELECT ${COLUMNS} FROM fork ORDER BY position`).all().map(eventOf);

/** See `Store.forkedCases`: of both sides of a fork nobody can say which is true, so both count. */
export const forkedCasesOf = (db: Database): readonly string[] =>
  statement<[], string>(
    db,
    `WITH begins AS (
         SELECT fork.ws, fork.inc, min(fork.seq) AS seq FROM fork
         JOIN event ON event.ws = fork.ws AND event.inc = fork.inc AND event.seq = fork.seq
         GROUP BY fork.ws, fork.inc
       )
       SELECT case_id FROM fork WHERE case_id <> '-'
       UNION
       SELECT event.case_id FROM event JOIN begins ON event.ws = begins.ws AND event.inc = begins.inc AND event.seq >= begins.seq
       WHERE event.case_id <> '-'
       ORDER BY 1`,
  )
    .pluck()
    .all() as readonly string[];
