import { cpSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { copiesToKeep, verifyBackup } from '../../../db/backup.ts';
import { crypto } from '../../../host/crypto.ts';
import type { Clock } from '../../../review/ports.ts';
import { appendSome, eventAfter, opened, rosterEntry, temporaryFolder, textBlob } from './journal-fixture.ts';

const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
const clockAt = (day: string): Clock => ({ now: () => ({ at: `${day}T09:00:00+08:00`, boot: 'b', mono: 0 }) });
const backups = (folder: string) => readdirSync(join(folder, 'store', 'backups')).sort();

test('a copy made on command holds the same journal and opens as a store elsewhere', () => {
  const folder = temporaryFolder();
  const store = opened(folder, { clock: clockAt('2026-11-21') });
  const events = appendSome(store, 3);
  const blob = textBlob('c-1', '示例内容');
  store.append([eventAfter(store.head(), 'doc.add')], [blob]);
  store.appendRoster([rosterEntry('赵某')]);
  const made = store.backup();
  expect(made.ok && made.data.map((copy) => copy.head)).toEqual([store.head()]);
  expect(backups(folder)).toEqual(['journal-2026-11-21.db']);

  const elsewhere = temporaryFolder();
  mkdirSync(join(elsewhere, 'store'));
  cpSync(join(folder, 'store', 'backups', 'journal-2026-11-21.db'), join(elsewhere, 'store', 'journal.db'));
  cpSync(join(folder, 'anchor'), join(elsewhere, 'anchor'), { recursive: true });
  const restored = opened(elsewhere);
  expect([restored.readOnly, restored.head(), restored.check()]).toEqual([undefined, store.head(), undefined]);
  expect(restored.events().map((event) => event.id)).toEqual([...events.map((event) => event.id), store.head().id]);
  expect(restored.blob('c-1', blob.commitment)).toEqual({ ok: true, data: { bytes: blob.bytes, salt: blob.salt } });
  expect(restored.roster().length).toBe(1);
  appendSome(restored, 1);
  expect(restored.head().seq).toBe(5);
});

test('closing backs up when something is new, and only then', () => {
  const folder = temporaryFolder();
  const first = opened(folder, { clock: clockAt('2026-11-20') });
  appendSome(first, 2);
  expect(code(first.close())).toBe('ok');
  opened(folder, { clock: clockAt('2026-11-21') }).close();
  expect(backups(folder)).toEqual(['journal-2026-11-20.db']);
  const third = opened(folder, { clock: clockAt('2026-11-22') });
  appendSome(third, 1);
  third.close();
  expect(backups(folder)).toEqual(['journal-2026-11-20.db', 'journal-2026-11-22.db']);
});

test('an empty journal is not backed up', () => {
  const folder = temporaryFolder();
  opened(folder).close();
  expect(readdirSync(join(folder, 'store'))).not.toContain('backups');
});

test('every backup folder gets its copy', () => {
  const folder = temporaryFolder();
  const targets = ['one', 'two'].map((name) => join(folder, name));
  const store = opened(folder, { backupFolders: targets, clock: clockAt('2026-11-21') });
  appendSome(store, 2);
  store.close();
  expect(targets.map((target) => readdirSync(target))).toEqual([['journal-2026-11-21.db'], ['journal-2026-11-21.db']]);
});

test('a backup that cannot be written says so and the journal goes on', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'blocked'), 'a file where the folder should be');
  const store = opened(folder, { backupFolders: [join(folder, 'blocked')] });
  appendSome(store, 2);
  expect(code(store.backup())).toBe('backup-failed');
  appendSome(store, 1);
  expect(code(store.close())).toBe('backup-failed');
  expect(opened(folder).head().seq).toBe(3);
});

test('a journal that was tampered with does not replace the good copy of the day', () => {
  const folder = temporaryFolder();
  const store = opened(folder, { clock: clockAt('2026-11-21') });
  appendSome(store, 3);
  store.backup();
  const db = new Sqlite(join(folder, 'store', 'journal.db'));
  db.exec('DROP TRIGGER event_no_update');
  db.exec("UPDATE event SET case_id = 'c-2' WHERE seq = 2");
  db.close();
  expect(code(store.backup())).toBe('backup-failed');
  const path = join(folder, 'store', 'backups', 'journal-2026-11-21.db');
  expect([code(verifyBackup(path, crypto)), backups(folder)]).toEqual(['ok', ['journal-2026-11-21.db']]);
});

test.each([
  ['cut short', (path: string) => truncateSync(path, 9000)],
  ['not a database', (path: string) => writeFileSync(path, 'x'.repeat(9000))],
  ['gone', (path: string) => rmSync(path)],
])('a copy that is %s does not verify', (_, spoil) => {
  const folder = temporaryFolder();
  const store = opened(folder, { clock: clockAt('2026-11-21') });
  appendSome(store, 20);
  store.backup();
  const path = join(folder, 'store', 'backups', 'journal-2026-11-21.db');
  spoil(path);
  expect(code(verifyBackup(path, crypto))).toBe('backup-failed');
});

test('seven daily copies and the newest of twelve months are kept', () => {
  const days = Array.from({ length: 800 }, (_, i) => new Date(Date.UTC(2024, 8, 12 + i)).toISOString().slice(0, 10));
  const kept = [
    ...copiesToKeep([...days.map((day) => `journal-${day}.db`), 'before-migration-v1-2024-01-01.db', 'notes.txt']),
  ].sort();
  expect(kept).toEqual(
    [
      ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31'],
      ...['2026-08-31', '2026-09-30', '2026-10-31'],
      ...['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'],
    ].map((day) => `journal-${day}.db`),
  );
});

test('old copies go when a new one is made', () => {
  const folder = temporaryFolder();
  for (let day = 10; day < 20; day += 1) {
    const store = opened(folder, { clock: clockAt(`2026-11-${day}`) });
    appendSome(store, 1);
    store.close();
  }
  expect(backups(folder)).toEqual([13, 14, 15, 16, 17, 18, 19].map((day) => `journal-2026-11-${day}.db`));
});
