/** Queries on the roster log. */
import type { Database } from 'better-sqlite3';
import { idOf, ZERO_ID } from '../review/chain/pae.ts';
import type { Crypto, Envelope } from '../review/ports.ts';
import { bytesOfHex, hexOf } from './event-row.ts';

interface RosterRow {
  readonly hash: Uint8Array;
  readonly payload_type: string;
  readonly body: Uint8Array;
  readonly key_id: string;
  readonly sig: Uint8Array;
}
const COLUMNS = 'hash, payload_type, body, key_id, sig';
const envelopeOf = (row: RosterRow): Envelope => ({
  payloadType: row.payload_type,
  body: row.body,
  key: row.key_id,
  signature: row.sig,
});

export const rosterOf = (db: Database): readonly Envelope[] =>
  db.prepare<[], RosterRow>(`SELECT ${COLUMNS} FROM roster ORDER BY position`).all().map(envelopeOf);

export function insertRoster(db: Database, crypto: Crypto, entries: readonly Envelope[]): void {
  const insert = db.prepare<[Uint8Array, string, Uint8Array, string, Uint8Array]>(
    `INSERT INTO roster(${COLUMNS}) VALUES (?, ?, ?, ?, ?)`,
  );
  for (const entry of entries)
    insert.run(
      bytesOfHex(idOf(crypto, entry.payloadType, entry.body)),
      entry.payloadType,
      entry.body,
      entry.key,
      entry.signature,
    );
}

/** How long the roster log is and the id of its last entry (64 zeros when empty). */
export function rosterHead(db: Database): { readonly count: number; readonly id: string } {
  const row = db
    .prepare<[], { position: number; hash: Uint8Array }>('SELECT position, hash FROM roster ORDER BY position DESC')
    .get();
  return row ? { count: row.position, id: hexOf(row.hash) } : { count: 0, id: ZERO_ID };
}

export function rosterIdAt(db: Database, count: number): string | undefined {
  if (count === 0) return ZERO_ID;
  const row = db.prepare<[number], { hash: Uint8Array }>('SELECT hash FROM roster WHERE position = ?').get(count);
  return row && hexOf(row.hash);
}

/** Whether every entry still has the hash it was stored with, in unbroken order. */
export function rosterAgrees(db: Database, crypto: Crypto): boolean {
  const rows = db
    .prepare<[], RosterRow & { position: number }>(`SELECT position, ${COLUMNS} FROM roster ORDER BY position`)
    .all();
  return rows.every((row, i) => row.position === i + 1 && idOf(crypto, row.payload_type, row.body) === hexOf(row.hash));
}
