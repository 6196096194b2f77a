import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from '../../../db/open.ts';
import { appendSome, opened, optionsIn, rosterEntry, temporaryFolder } from './journal-fixture.ts';

const TRIGGERS = ['event_no_update', 'event_no_delete', 'event_at_end', 'event_follows_head', 'roster_no_update'];

/** Changes rows of a closed journal with the triggers taken off and put back, so that the schema looks untouched. */
function tampered(sql: string) {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 5);
  store.appendRoster([rosterEntry('赵某'), rosterEntry('钱某')]);
  store.close();
  const db = new Sqlite(join(folder, 'store', 'journal.db'));
  const find = db.prepare<[string], { sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?');
  const texts = TRIGGERS.map((name) => find.get(name)?.sql ?? '');
  for (const name of TRIGGERS) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const text of texts) db.exec(text);
  db.close();
  return opened(folder);
}

test.each([
  ['a changed body', "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'c-1', 'c-2') AS BLOB) WHERE seq = 3", '第 3 条'],
  ['a changed case column', "UPDATE event SET case_id = 'c-2' WHERE seq = 2", '第 2 条'],
  ['a changed type column', "UPDATE event SET type = 'release' WHERE seq = 4", '第 4 条'],
  ['a changed predecessor column', 'UPDATE event SET prev = randomblob(32) WHERE seq = 4', '第 4 条'],
  ['a changed hash', 'UPDATE event SET hash = randomblob(32) WHERE seq = 4', '第 4 条'],
  ['a row removed from the middle', 'DELETE FROM event WHERE seq = 3', '第 4 条'],
  ['the first row removed', 'DELETE FROM event WHERE seq = 1', '旧的备份|第 2 条'],
  ['the last row removed', 'DELETE FROM event WHERE seq = 5', '旧的备份'],
  [
    'two rows swapped',
    'UPDATE event SET position = CASE position WHEN 2 THEN 103 ELSE 102 END WHERE position IN (2, 3); UPDATE event SET position = position - 100 WHERE position > 100',
    '第 3 条',
  ],
  ['a changed roster entry', "UPDATE roster SET body = CAST('{}' AS BLOB) WHERE position = 1", '名册'],
])('%s is found at the next start', (_, sql, where) => {
  const store = tampered(sql);
  expect(store.readOnly).toMatch(new RegExp(where));
});

test('a file overwritten with rubbish is not opened and not touched', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 5);
  store.close();
  const path = join(folder, 'store', 'journal.db');
  const rubbish = Buffer.alloc(readFileSync(path).length, 0x5a);
  writeFileSync(path, rubbish);
  const shown = opened(folder);
  expect([shown.readOnly, shown.head().seq, readFileSync(path).equals(rubbish)]).toEqual([
    expect.stringContaining('现在看到的是备份的内容'),
    5,
    true,
  ]);
  shown.close();
  rmSync(join(folder, 'store', 'backups'), { recursive: true });
  const again = openStore(optionsIn(folder));
  expect([again.ok, readFileSync(path).equals(rubbish)]).toEqual([false, true]);
});
