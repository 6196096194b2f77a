import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { verifyBackup } from '../../../db/backup.ts';
import { connect } from '../../../db/connection.ts';
import { APPLICATION_ID, migrate, schemaText } from '../../../db/migrate.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openStore } from '../../../db/open.ts';
import { crypto, sha256Hex } from '../../../host/crypto.ts';
import { appendSome, opened, optionsIn, temporaryFolder, textBlob } from './journal-fixture.ts';

const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
const journal = (folder: string) => join(folder, 'store', 'journal.db');
const FIRST = MIGRATIONS.slice(0, 1);

/** Changes the closed file with plain SQLite, as another program would. */
function meddle(folder: string, sql: string): void {
  const db = new Sqlite(journal(folder));
  db.exec(sql);
  db.close();
}

test('migrations are numbered from 1 without gaps, and their files are named after them', () => {
  expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  const files = readdirSync(join(import.meta.dirname, '../../../db/migrations')).filter((name) => name !== 'index.ts');
  expect(files.sort()).toEqual(MIGRATIONS.map(({ version, title }) => `${String(version).padStart(4, '0')}-${title}.ts`));
});

test('a schema that was published never changes', () => {
  const digests = MIGRATIONS.map((_, i) => {
    const db = new Sqlite(':memory:');
    migrate(db, MIGRATIONS.slice(0, i + 1));
    return sha256Hex(Buffer.from(schemaText(db)));
  });
  expect(digests).toMatchInlineSnapshot(`
    [
      "1f954127fed63903635275f6d739968ce9ec5e7c69c8c0160b61dd0f27b9eee7",
      "751f1882af8902f93d0c2f8761b874c52c0eccc9210c83ee4982f26d21b51704",
      "0246246eed765a630c312f730edc62a1c3467e067f4131a1c3decd9662207265",
      "82d528ec13204a5102fb0ffa4ad6ccf79c55fbd22a7bdacf1e78b8b842071faf",
    ]
  `);
});

test('an older file is copied, then brought up to date, and its events stay byte for byte', () => {
  const folder = temporaryFolder();
  const old = opened(folder, { migrations: FIRST });
  const events = appendSome(old, 3);
  old.close();
  const store = opened(folder);
  expect(store.readOnly).toBeUndefined();
  expect(store.events().map((event) => event.id)).toEqual(events.map((event) => event.id));
  const copies = readdirSync(join(folder, 'store', 'backups')).filter((name) => name.startsWith('before-migration-v1-'));
  expect(copies.length).toBe(1);
  const copy = verifyBackup(join(folder, 'store', 'backups', copies[0] ?? ''), crypto);
  expect(copy.ok && copy.data.head).toEqual(store.head());
  const blob = textBlob('c-1', '甲');
  appendSome(store, 1);
  expect(code(store.blob('c-1', blob.commitment))).toBe('blob-missing');
});

test('a migration that fails leaves the file exactly as it was', () => {
  const folder = temporaryFolder();
  const old = opened(folder, { migrations: FIRST });
  appendSome(old, 2);
  old.close();
  const broken = [...FIRST, { version: 2, title: 'broken', sql: 'CREATE TABLE half(a); CREATE TABLE half(a);' }];
  expect(() => {
    const db = connect(journal(folder), { readOnly: false });
    try {
      migrate(db, broken);
    } finally {
      db.close();
    }
  }).toThrow('already exists');
  const db = new Sqlite(journal(folder), { readonly: true });
  expect([db.pragma('user_version', { simple: true }), schemaText(db).includes('half')]).toEqual([1, false]);
  db.close();
  expect(opened(folder).readOnly).toBeUndefined();
});

test('without a verified copy an older file is not migrated', () => {
  const folder = temporaryFolder();
  const old = opened(folder, { migrations: FIRST });
  appendSome(old, 2);
  old.close();
  writeFileSync(join(folder, 'blocked'), 'a file where the folder should be');
  const store = opened(folder, { backupFolders: [join(folder, 'blocked')] });
  expect([store.readOnly, store.head().seq]).toEqual([expect.stringContaining('没有升级'), 2]);
});

test('a file from a newer program may be read but not written', () => {
  const folder = temporaryFolder();
  const newer = {
    version: MIGRATIONS.length + 1,
    title: 'future',
    sql: 'CREATE TABLE future(a) STRICT;'.replace('(a)', '(a TEXT)'),
  };
  const store = opened(folder, { migrations: [...MIGRATIONS, newer] });
  appendSome(store, 2);
  store.close();
  const today = opened(folder);
  expect([today.readOnly, today.head().seq]).toEqual([expect.stringContaining('更新版本'), 2]);
});

test.each([
  ['a dropped trigger', 'DROP TRIGGER event_no_delete'],
  ['an added trigger', 'CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM blob; END'],
  ['an added index', 'CREATE INDEX i ON event(type)'],
  ['a foreign application id', 'PRAGMA application_id = 1'],
])('a file with %s may be read but not written', (_, sql) => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 1);
  store.close();
  meddle(folder, sql);
  const again = opened(folder);
  expect([again.readOnly, again.head().seq]).toEqual([expect.stringContaining('结构'), 1]);
});

test('a file that is another database, or none, is left alone', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'store'));
  meddle(folder, 'CREATE TABLE notes(a); INSERT INTO notes VALUES (1)');
  expect(code(openStore(optionsIn(folder)))).toBe('store-damaged');
  const db = new Sqlite(journal(folder), { readonly: true });
  expect(db.prepare('SELECT a FROM notes').all()).toEqual([{ a: 1 }]);
  expect(db.pragma('application_id', { simple: true })).not.toBe(APPLICATION_ID);
  db.close();
});

test('a first start that was killed before the schema was there is taken up again', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'store'));
  connect(journal(folder), { readOnly: false }).close();
  expect(opened(folder).readOnly).toBeUndefined();
});

test('a first start that lost its power over the very first page is taken up again', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'store'));
  connect(journal(folder), { readOnly: false }).close();
  // The roll-back journal of a file that was empty before: magic, no pages, a nonce, size 0, sectors of 512, pages of 4096.
  const hot = Buffer.alloc(512);
  Buffer.from('d9d505f920a163d7', 'hex').copy(hot);
  hot.writeUInt32BE(512, 20);
  hot.writeUInt32BE(4096, 24);
  writeFileSync(`${journal(folder)}-journal`, hot);
  const store = opened(folder);
  appendSome(store, 2);
  expect([store.readOnly, store.head().seq, store.check()]).toEqual([undefined, 2, undefined]);
});

test('a journal of another workstation may only be read', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 1);
  store.close();
  expect(opened(folder, { ws: 'ws-another' }).readOnly).toContain('另一台工作站');
});
