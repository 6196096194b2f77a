import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { JournalStore } from '../../db/store.ts';
import { eventAfter, fileBlob, opened, optionsIn, temporaryFolder, WS } from '../unit/db/journal-fixture.ts';

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const SMALL = mkdtempSync(join(tmpdir(), 'xianshen-small-'));
/** A disk of two megabytes where this user may mount one; everywhere a file that may not grow. */
const mounted = process.platform === 'linux' && run('mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', SMALL);
afterAll(() => {
  if (mounted) run('umount', SMALL);
  rmSync(SMALL, { recursive: true, force: true });
});

const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : (result.error?.code ?? ''));

/** Appends events with 30 kB of content until the answer is not ok; gives the acknowledged ids and the last answer. */
function fill(store: JournalStore) {
  const ids: string[] = [];
  for (let i = 0; i < 500; i += 1) {
    const event = eventAfter(store.head(), i === 0 ? 'case.create' : 'doc.add');
    const answer = store.append([event], [fileBlob('c-1', `${i} `.repeat(10_000))]);
    if (!answer.ok) return { ids, answer };
    ids.push(event.id);
  }
  throw new Error('the disk was never full');
}
const idsOf = (store: JournalStore) => store.events().map((event) => event.id);

test('a journal that may not grow says that the disk is full, keeps everything, and goes on when there is room', () => {
  const folder = temporaryFolder();
  const store = opened(folder, { maxPages: 300 });
  const { ids, answer } = fill(store);
  expect([code(answer), answer.ok ? '' : answer.error.message]).toEqual(['store-full', expect.stringContaining('没有记录')]);
  expect([idsOf(store), store.check(), store.readOnly]).toEqual([ids, undefined, undefined]);
  store.close();
  const roomy = opened(folder);
  const next = eventAfter(roomy.head());
  expect([code(roomy.append([next], [])), idsOf(roomy), roomy.check()]).toEqual(['ok', [...ids, next.id], undefined]);
});

test('when nobody can say whether an act was recorded, the answer says so, and the journal is read again when it can be', () => {
  const folder = temporaryFolder();
  const store = opened(folder, { maxPages: 300 });
  const { ids } = fill(store);
  const anchor = join(folder, 'anchor', `${WS}.anchor.json`);
  renameSync(anchor, `${anchor}.away`);
  mkdirSync(anchor);
  const answer = store.append([eventAfter(store.head())], [fileBlob('c-1', 'x'.repeat(60_000))]);
  expect([code(answer), answer.ok ? '' : answer.error.message]).toEqual([
    'store-unknown',
    expect.stringContaining('请不要重复办理'),
  ]);
  expect(() => store.events()).toThrow('cannot be read');
  rmdirSync(anchor);
  renameSync(`${anchor}.away`, anchor);
  expect([idsOf(store), store.check()]).toEqual([ids, undefined]);
});

/** Only root may mount; the first test holds everywhere. */
const disks = mounted ? ['a small disk'] : [];
test.each(disks)('%s: the answer is clear, nothing acknowledged is lost, and the same process goes on when space returns', () => {
  const folder = join(SMALL, 'journal');
  mkdirSync(folder);
  const elsewhere = temporaryFolder();
  const store = opened(folder, { anchorFolder: join(elsewhere, 'anchor'), backupFolders: [join(elsewhere, 'backups')] });
  const filler = join(SMALL, 'filler');
  writeFileSync(filler, Buffer.alloc(700_000, 1));
  const { ids, answer } = fill(store);
  expect(code(answer)).toBe('store-full');
  expect([idsOf(store), store.check()]).toEqual([ids, undefined]);
  const small = eventAfter(store.head());
  const again = code(store.append([small], [fileBlob('c-1', 'x'.repeat(60_000))]));
  expect(again).toBe('store-full');
  rmSync(filler);
  const next = eventAfter(store.head());
  expect([code(store.append([next], [])), store.readOnly, store.check()]).toEqual(['ok', undefined, undefined]);
  expect(idsOf(store)).toEqual([...ids, next.id]);
  expect(code(store.close())).toBe('ok');
  expect(idsOf(opened(folder, { anchorFolder: join(elsewhere, 'anchor'), backupFolders: [] }))).toEqual([...ids, next.id]);
});

test.each(disks)('%s that turned read-only: the answer is clear, nothing is changed, and all is there afterwards', () => {
  const folder = join(SMALL, 'read-only');
  mkdirSync(folder);
  const store = opened(folder, { backupFolders: [] });
  const first = eventAfter(store.head(), 'case.create');
  expect(code(store.append([first], []))).toBe('ok');
  store.close();
  onTestFinished(() => void run('mount', '-o', 'remount,rw', SMALL));
  expect(run('mount', '-o', 'remount,ro', SMALL)).toBe(true);
  const answer = openStore(optionsIn(folder));
  expect([code(answer), answer.ok ? '' : answer.error.message]).toEqual([
    'store-cannot-open',
    expect.stringContaining('没有改动'),
  ]);
  expect(run('mount', '-o', 'remount,rw', SMALL)).toBe(true);
  const again = opened(folder, { backupFolders: [] });
  expect([again.readOnly, idsOf(again)]).toEqual([undefined, [first.id]]);
});
