import type { Database } from 'better-sqlite3';

/** One step of the schema. Files are numbered from 1 without gaps (a test holds them to it). */
export interface Migration {
  readonly version: number;
  readonly title: string;
  readonly sql: string;
}

/** "XIAN": marks our files among all SQLite files. */
export const APPLICATION_ID = 0x58_49_41_4e;

/** Rises with every change of the schema, whoever makes it (also with VACUUM). */
export const schemaCookie = (db: Database): number => Number(db.pragma('schema_version', { simple: true }));

export const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings the schema from its version to the newest, all in one IMMEDIATE transaction with user_version and application_id: after
 * a crash the file is exactly old or exactly new. Throws SQLite's error; the file is then as before.
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const from = versionOf(db);
  const steps = migrations.filter((migration) => migration.version > from);
  const last = steps.at(-1);
  if (!last) return;
  const run = db.transaction(() => {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    for (const step of steps) db.exec(step.sql);
    db.pragma(`user_version = ${last.version}`);
  });
  run.immediate();
}

/**
 * Every table, index, trigger and view with its exact text, as one string, to be compared with the expected one. Nothing is left out, not
 * even by name: a trigger may bear any name, and one that nobody sees can swallow what is recorded.
 */
export function schemaText(db: Database): string {
  const rows = db
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name',
    )
    .all();
  return rows.map((row) => JSON.stringify([row.type, row.name, row.tbl_name, row.sql ?? ''])).join('\n');
}
