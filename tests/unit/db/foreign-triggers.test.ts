/** Somebody with sqlite3 who adds to the file what the fingerprint of the schema might not see. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { appendSome, eventAfter, opened, rosterEntry, temporaryFolder } from './journal-fixture.ts';

const swallow = (name: string, table: string) =>
  `CREATE TRIGGER "${name}" BEFORE INSERT ON ${table} BEGIN SELECT RAISE(IGNORE); END`;
function inFile(folder: string, sql: string): void {
  const db = new Sqlite(join(folder, 'store', 'journal.db'));
  db.exec(sql);
  db.close();
}

test.each([
  ['a trigger named like a table of statistics', swallow('sqliteXstat1', 'event')],
  ['a view named like one', 'CREATE VIEW "sqlite-stat_1" AS SELECT * FROM blob'],
])('%s leaves the journal readable only', (_, sql) => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 2);
  store.close();
  inFile(folder, sql);
  expect(opened(folder).readOnly).toContain('账本的结构与先审的规定不符');
});

test('a trigger added while the program runs swallows nothing: the act is denied, and the file may only be read from then on', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 2);
  inFile(folder, `${swallow('quiet', 'event')}; ${swallow('quiet_roster', 'roster')}`);
  const before = store.head();
  const written = store.append([eventAfter(before)], []);
  const entered = store.appendRoster([rosterEntry('赵某')]);
  expect([written.ok ? 'ok' : written.error.code, entered.ok ? 'ok' : entered.error.code, store.head()]).toEqual([
    'store-read-only',
    'store-read-only',
    before,
  ]);
  expect(store.readOnly).toContain('账本的结构与先审的规定不符');
});

test('after contents were destroyed and the file rewritten, it is written to as before', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 2);
  const shredded = store.shred([eventAfter(store.head(), 'blob.shred')], [], []);
  expect([shredded.ok, store.append([eventAfter(store.head())], []).ok, store.readOnly]).toEqual([true, true, undefined]);
});
