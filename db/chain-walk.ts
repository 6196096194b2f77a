import type { Database } from 'better-sqlite3';
import type { Crypto } from '../review/ports.ts';
import { hexOf, rowAgrees } from './event-row.ts';
import { lastPosition, ownerOf, walkRows } from './events.ts';
import { rosterAgrees } from './roster.ts';

/** Where a walk along the journal met the first thing that cannot be. */
export interface ChainBreak {
  readonly seq: number;
  readonly what: 'changed' | 'gap' | 'roster';
}

/**
 * Walks the journal (only the newest `last` events when given): every row must carry the hash of its body and say what its body
 * says, and the own events must be numbered without gap, each naming the one before. Signatures are judged by review/chain.
 */
export function firstBreak(db: Database, crypto: Crypto, last?: number): ChainBreak | undefined {
  const own = ownerOf(db);
  const partial = last !== undefined && lastPosition(db) > last;
  let before: { readonly inc: number; readonly seq: number; readonly id: string } | undefined;
  for (const row of walkRows(db, last)) {
    if (!rowAgrees(crypto, row)) return { seq: row.seq, what: 'changed' };
    if (row.ws !== own) continue;
    const starts = row.seq === 1 && (before === undefined || row.inc > before.inc);
    const follows = before !== undefined && row.inc === before.inc && row.seq === before.seq + 1 && hexOf(row.prev) === before.id;
    // The first row of a partial walk has nothing to follow.
    if (!starts && !follows && !(before === undefined && partial)) return { seq: row.seq, what: 'gap' };
    before = { inc: row.inc, seq: row.seq, id: hexOf(row.hash) };
  }
  return rosterAgrees(db, crypto) ? undefined : { seq: before?.seq ?? 0, what: 'roster' };
}
