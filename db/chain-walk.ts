import type { Database } from 'better-sqlite3';
import type { Crypto } from '../review/ports.ts';
import { hexOf, rowAgrees } from './event-row.ts';
import { lastPosition, walkRows } from './events.ts';
import { rosterAgrees } from './roster.ts';

/** Where a walk along the journal met the first thing that cannot be. */
export interface ChainBreak {
  readonly seq: number;
  readonly what: 'changed' | 'gap' | 'roster';
}

/**
 * Walks the journal (only the newest `last` events when given): every row must carry the hash of its body and say what its body
 * says, and the events of each workstation and incarnation must be numbered without gap, each naming the one before. Signatures are judged by review/chain.
 */
export function firstBreak(db: Database, crypto: Crypto, last?: number): ChainBreak | undefined {
  const partial = last !== undefined && lastPosition(db) > last;
  const ends = new Map<string, { readonly seq: number; readonly id: string }>();
  for (const row of walkRows(db, last)) {
    if (!rowAgrees(crypto, row)) return { seq: row.seq, what: 'changed' };
    const line = `${row.ws} ${row.inc}`;
    const before = ends.get(line);
    const follows = before !== undefined && row.seq === before.seq + 1 && hexOf(row.prev) === before.id;
    const starts = before === undefined && row.seq === 1;
    // The first row of a line in a partial walk has nothing to follow.
    if (!starts && !follows && !(before === undefined && partial)) return { seq: row.seq, what: 'gap' };
    ends.set(line, { seq: row.seq, id: hexOf(row.hash) });
  }
  return rosterAgrees(db, crypto) ? undefined : { seq: 0, what: 'roster' };
}
