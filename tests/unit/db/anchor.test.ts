import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anchorPath, writeAnchor } from '../../../db/anchor.ts';
import { openStore } from '../../../db/open.ts';
import { appendSome, eventAfter, opened, optionsIn, rosterEntry, signer, temporaryFolder, WS } from './journal-fixture.ts';

const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
const anchorIn = (folder: string) => anchorPath(join(folder, 'anchor'), WS);

/** A folder with a copy of the database after 2 events, and a journal that went on to 4. */
function withOldCopy(folder: string): string {
  const store = opened(folder);
  appendSome(store, 2);
  store.close();
  const old = join(folder, 'old.db');
  cpSync(join(folder, 'store', 'journal.db'), old);
  const later = opened(folder);
  appendSome(later, 2);
  later.close();
  return old;
}

test('the anchor names the head after every commit', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  const seen: unknown[] = [];
  for (let i = 0; i < 3; i += 1) {
    appendSome(store, 1);
    const { ws, inc, seq, id } = JSON.parse(readFileSync(anchorIn(folder), 'utf8'));
    seen.push({ ws, inc, seq, id });
    expect(seen.at(-1)).toEqual(store.head());
  }
  store.appendRoster([rosterEntry('赵某')]);
  expect(JSON.parse(readFileSync(anchorIn(folder), 'utf8')).roster.count).toBe(1);
});

test('an older copy of the database may be read but not written', () => {
  const folder = temporaryFolder();
  cpSync(withOldCopy(folder), join(folder, 'store', 'journal.db'));
  const store = opened(folder);
  expect([store.head().seq, store.readOnly]).toEqual([2, expect.stringContaining('旧的备份')]);
  expect(code(store.append([eventAfter(store.head())], []))).toBe('store-read-only');
  store.close();
  expect(JSON.parse(readFileSync(anchorIn(folder), 'utf8')).seq).toBe(4);
});

test('a forked journal of the same length is blocked', () => {
  const folder = temporaryFolder();
  const old = withOldCopy(folder);
  const fork = temporaryFolder();
  mkdirSync(join(fork, 'store'));
  cpSync(old, join(fork, 'store', 'journal.db'));
  writeFileSync(join(fork, 'placeholder'), '');
  mkdirSync(join(fork, 'anchor'));
  cpSync(anchorIn(folder), anchorIn(fork));
  const anchor = JSON.parse(readFileSync(anchorIn(fork), 'utf8'));
  const forged = { ...anchor, seq: 2, id: 'a'.repeat(64) };
  // Without the workstation's key the anchor cannot be set back; even with it the forked journal does not hold that head.
  writeFileSync(anchorIn(fork), JSON.stringify(forged));
  expect(opened(fork).readOnly).toContain('锚点文件');
  const { sig: _, ...unsigned } = forged;
  writeAnchor(join(fork, 'anchor'), unsigned, signer);
  expect(opened(fork).readOnly).toContain('旧的备份');
});

test('a database that extends the anchor is normal and the anchor is advanced', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 1);
  const behind = readFileSync(anchorIn(folder));
  appendSome(store, 2);
  store.close();
  writeFileSync(anchorIn(folder), behind);
  const again = opened(folder);
  expect([again.readOnly, JSON.parse(readFileSync(anchorIn(folder), 'utf8')).id]).toEqual([undefined, again.head().id]);
});

test.each([
  ['missing', (path: string) => rmSync(path)],
  ['not an anchor', (path: string) => writeFileSync(path, '{"v":1}')],
  ['of another workstation', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(WS, 'ws-zzz'))],
])('a journal with entries whose anchor is %s may only be read', (_, spoil) => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 1);
  store.close();
  spoil(anchorIn(folder));
  expect(opened(folder).readOnly).toContain('锚点');
});

test('a lost database is not replaced by an empty one', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 1);
  store.close();
  rmSync(join(folder, 'store', 'journal.db'));
  // The copy of the day is there to look at, and to go on from.
  const shown = opened(folder);
  expect([shown.head().seq, shown.readOnly, existsSync(join(folder, 'store', 'journal.db'))]).toEqual([
    1,
    expect.stringContaining('现在看到的是备份的内容'),
    false,
  ]);
  shown.close();
  rmSync(join(folder, 'store', 'backups'), { recursive: true });
  expect([code(openStore(optionsIn(folder))), existsSync(join(folder, 'store', 'journal.db'))]).toEqual(['store-missing', false]);
});

test('when journal and anchor are both gone, nothing is begun anew over the copies that are there', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 2);
  store.close();
  rmSync(join(folder, 'store', 'journal.db'));
  rmSync(join(folder, 'anchor'), { recursive: true });
  const shown = opened(folder);
  expect([shown.head().seq, shown.readOnly, existsSync(join(folder, 'store', 'journal.db'))]).toEqual([
    2,
    expect.stringMatching(/^账本文件和锚点都不在原处.*现在看到的是备份的内容/),
    false,
  ]);
  expect(shown.restorePoints().length).toBe(1);
});

test('a roster that was cut back is blocked, and a place to go on from says how much of it is missing', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  store.appendRoster([rosterEntry('赵某')]);
  store.close();
  cpSync(join(folder, 'store', 'journal.db'), join(folder, 'old.db'));
  const later = opened(folder);
  later.appendRoster([rosterEntry('钱某')]);
  later.close();
  cpSync(join(folder, 'old.db'), join(folder, 'store', 'journal.db'));
  const cut = opened(folder);
  expect(cut.readOnly).toContain('旧的备份');
  const points = cut.restorePoints().map(({ id, whole, rosterLost }) => ({ id: id.replace(/^0.*/, 'copy'), whole, rosterLost }));
  expect(points).toEqual([
    { id: 'copy', whole: true, rosterLost: 0 },
    { id: 'present', whole: false, rosterLost: 1 },
  ]);
});

test('when the anchor cannot be written the act stands and the next one waits', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 1);
  rmSync(join(folder, 'anchor'), { recursive: true });
  writeFileSync(join(folder, 'anchor'), 'a file where the folder was');
  expect(code(store.append([eventAfter(store.head())], []))).toBe('ok');
  expect(code(store.append([eventAfter(store.head())], []))).toBe('store-anchor');
  expect(store.head().seq).toBe(2);
  rmSync(join(folder, 'anchor'));
  expect(code(store.append([eventAfter(store.head())], []))).toBe('ok');
  expect(JSON.parse(readFileSync(anchorIn(folder), 'utf8')).seq).toBe(3);
});

test('private files and folders are for this user only', async () => {
  const { statSync } = await import('node:fs');
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  appendSome(opened(folder), 1);
  const mode = (path: string) => statSync(path).mode & 0o777;
  expect([mode(join(folder, 'store')), mode(join(folder, 'anchor')), mode(anchorIn(folder))]).toEqual([0o700, 0o700, 0o600]);
});
