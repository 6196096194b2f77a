import Sqlite, { type Database } from 'better-sqlite3';

/** What signoff-design 4.2 demands; every value is set and then read back, because SQLite ignores what it cannot do. */
const SETTINGS = {
  synchronous: { set: 'FULL', read: 2 },
  foreign_keys: { set: 'ON', read: 1 },
  // Without it REPLACE deletes rows behind the back of the delete triggers.
  recursive_triggers: { set: 'ON', read: 1 },
  trusted_schema: { set: 'OFF', read: 0 },
  cell_size_check: { set: 'ON', read: 1 },
  secure_delete: { set: 'ON', read: 1 },
  busy_timeout: { set: '2000', read: 2000 },
} as const;

/** Names of the settings that are not what they must be; empty when all hold. A read-only connection cannot set the journal mode. */
export function brokenSettings(db: Database): readonly string[] {
  const broken: string[] = [];
  for (const [name, { read }] of Object.entries(SETTINGS)) if (db.pragma(name, { simple: true }) !== read) broken.push(name);
  if (!db.readonly && db.pragma('journal_mode', { simple: true }) !== 'wal') broken.push('journal_mode');
  return broken;
}

export interface ConnectionOptions {
  readonly readOnly: boolean;
  /** Largest number of pages the file may grow to; tests reach a full disk with it. */
  readonly maxPages?: number;
}

/** Opens a file with all settings on. Throws SQLite's error; broken settings are the caller's to read back and judge. */
export function connect(path: string, options: ConnectionOptions): Database {
  const db = new Sqlite(path, { readonly: options.readOnly, fileMustExist: options.readOnly });
  try {
    if (!options.readOnly) db.pragma('journal_mode = WAL');
    for (const [name, { set }] of Object.entries(SETTINGS)) db.pragma(`${name} = ${set}`);
    if (options.maxPages !== undefined) db.pragma(`max_page_count = ${Math.trunc(options.maxPages)}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
