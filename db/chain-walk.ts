import type { Database } from 'better-sqlite3';
import { readBody } from '../review/chain/event.ts';
import { importProblems, importsIn } from '../review/chain/import-witness.ts';
import type { Crypto } from '../review/ports.ts';
import { hexOf, rowAgrees } from './event-row.ts';
import { hasEvent, headOf, lastPosition, ownerOf, walkRows } from './events.ts';
import { forkCount, hasFork } from './foreign.ts';
import { rosterAgrees } from './roster.ts';

/** Where a walk along the journal met the first thing that cannot be. */
export interface ChainBreak {
  readonly seq: number;
  readonly what: 'changed' | 'gap' | 'import' | 'roster';
}

/**
 * Walks the journal (only the newest `last` events when given): every row must carry the hash of its body and say what its body
 * says, the events of each workstation and incarnation must be numbered without gap, each naming the one before, and what imports
 * brought must be there. Signatures are judged by review/chain.
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
  return missingImport(db) ?? (rosterAgrees(db, crypto) ? undefined : { seq: 0, what: 'roster' });
}

/** The first import whose events or forks are there no more; all imports are looked at, few as they are. */
function missingImport(db: Database): ChainBreak | undefined {
  const bodies = db
    .prepare<[], Uint8Array>("SELECT body FROM event WHERE case_id = '-' AND type = 'pkg.import' ORDER BY position")
    .pluck()
    .all() as Uint8Array[];
  const imports = importsIn(
    bodies.flatMap((bytes) => {
      const body = readBody(bytes);
      return body.ok ? body.data : [];
    }),
  );
  // A file from before packages has no table of forks.
  if (imports.length === 0) return undefined;
  const held = { has: (id: string) => hasEvent(db, id) || hasFork(db, id), forks: forkCount(db) };
  const [problem] = importProblems(imports, headOf(db, ownerOf(db) ?? ''), held);
  return problem && { seq: problem.seq, what: 'import' };
}
