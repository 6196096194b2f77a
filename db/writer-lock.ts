import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Held by the one process that writes. */
export interface WriterLock {
  release(): void;
}

/**
 * Takes the lock of a folder, or undefined when another process (or another store in this one) holds it. SQLite's own exclusive
 * lock on an empty file: the operating system drops it at the moment the holder dies, so there is no stale lock to judge by
 * process numbers, on Windows and Linux alike. Throws SQLite's error when the folder cannot be written.
 */
export function takeWriterLock(folder: string): WriterLock | undefined {
  const db = new Sqlite(join(folder, 'writer.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  return {
    release() {
      if (db.open) db.close();
    },
  };
}
