import type { Database, Statement } from 'better-sqlite3';

const known = new WeakMap<Database, Map<string, Statement>>();

/**
 * A statement prepared once for each connection: a list of 5,000 cases asks the same few questions for each. Only for fixed SQL that
 * is read to its end at once (`get`, `all`, `run`): a statement that is being iterated cannot be asked again. Who plucks, always plucks.
 */
export function statement<Parameters extends unknown[], Row = unknown>(db: Database, sql: string): Statement<Parameters, Row> {
  const ofThis = known.get(db) ?? new Map<string, Statement>();
  known.set(db, ofThis);
  const prepared = ofThis.get(sql) ?? db.prepare(sql);
  ofThis.set(sql, prepared);
  return prepared as Statement<Parameters, Row>;
}
