import Sqlite from 'better-sqlite3';

/** What an SQLite error means for the act that met it. */
export type FaultKind =
  /** The transaction was refused by a constraint or trigger and rolled back. */
  | 'refused'
  /** Another program holds the file; nothing was written. */
  | 'busy'
  /** Disk full, I/O error, damaged file: the outcome is unknown until the file was opened again (signoff-design 4.8). */
  | 'full'
  | 'broken';

/** Kind of an SQLite error; undefined for every other error, which is a mistake of the program and must not be hidden. */
export function faultOf(error: unknown): FaultKind | undefined {
  if (!(error instanceof Sqlite.SqliteError)) return undefined;
  if (error.code.startsWith('SQLITE_CONSTRAINT')) return 'refused';
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) return 'busy';
  return error.code.startsWith('SQLITE_FULL') ? 'full' : 'broken';
}
