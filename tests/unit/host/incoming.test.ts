import { mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { incomingFiles } from '../../../host/incoming.ts';
import { parcels } from '../../../host/parcels.ts';
import { temporaryFolder } from './temporary.ts';

const LONG_AGO = new Date('2026-09-01T08:00:00Z');
/** Written some time ago, so that nobody is still at it. */
function put(folder: string, name: string, text: string | Uint8Array, at = LONG_AGO): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  utimesSync(path, at, at);
  return path;
}
function places() {
  const root = temporaryFolder();
  const [drafts, settings, store] = ['drafts', 'watched', 'store'].map((name) => join(root, name)) as [string, string, string];
  for (const folder of [drafts, store]) mkdirSync(folder);
  return { root, drafts, settings, store };
}
const names = (files: readonly { readonly name: string }[] | undefined) => files?.map(({ name }) => name);

test('a watched folder proposes what is new in it, once, and again when it changed', () => {
  const { drafts, settings } = places();
  put(drafts, '旧通知.txt', '早就在');
  const before = incomingFiles(settings, []);
  expect(before.watched('p-1')).toBeUndefined();
  expect(before.watch('p-1', drafts)).toEqual({ ok: true, data: null });
  expect(before.watched('p-1')).toEqual({ folder: drafts, files: [] });
  before.close();

  put(drafts, '公告.txt', '警报试鸣');
  put(drafts, '~$公告.docx', '锁');
  mkdirSync(join(drafts, '子文件夹'));
  const after = incomingFiles(settings, []);
  const proposed = after.watched('p-1')?.files ?? [];
  expect(proposed).toEqual([{ id: expect.any(String), name: '公告.txt', size: 12, changed: LONG_AGO.getTime() }]);
  expect(after.watched('p-2')).toBeUndefined();
  after.settle(
    'p-1',
    proposed.map(({ id }) => id),
  );
  expect(after.watched('p-1')?.files).toEqual([]);
  after.close();

  put(drafts, '公告.txt', '警报试鸣改期');
  const later = incomingFiles(settings, []);
  expect(names(later.watched('p-1')?.files)).toEqual(['公告.txt']);
  later.close();
  expect(readFileSync(join(settings, readdirSync(settings)[0] ?? ''), 'utf8')).not.toContain('公告');
});

test('a file that is still being written is not proposed yet', () => {
  const { drafts, settings } = places();
  let time = LONG_AGO.getTime() + 1_500;
  const files = incomingFiles(settings, [], () => time);
  files.watch('p-1', drafts);
  put(drafts, '公告.txt', '警报');
  expect(files.watched('p-1')?.files).toEqual([]);
  time += 1_000;
  expect(names(files.watched('p-1')?.files)).toEqual(['公告.txt']);
  files.close();
});

test('a folder of the program, one on the network, and none at all are refused; one that goes away says so', () => {
  const { root, drafts, settings, store } = places();
  mkdirSync(join(store, 'logs'));
  const files = incomingFiles(settings, [store]);
  const refusals = [store, join(store, 'logs'), join(root, 'nowhere'), '//server/share'].map((folder) => {
    const answer = files.watch('p-1', folder);
    return answer.ok ? 'ok' : answer.error.code;
  });
  expect(refusals).toEqual(['folder-own', 'folder-own', 'place-missing', 'place-missing']);
  files.watch('p-1', drafts);
  files.close();
  renameSync(drafts, `${drafts}-2`);
  const again = incomingFiles(settings, [store]);
  expect(again.watched('p-1')).toEqual({ folder: drafts, files: [], problem: expect.stringContaining('打不开') });
  expect(again.stopWatching('p-1')).toEqual({ ok: true, data: null });
  expect(again.watched('p-1')).toBeUndefined();
  again.close();
});

test('a package between workstations is told by its content, whatever it is called; in a watched folder nothing is read', async () => {
  const { drafts, settings } = places();
  const parts = new Map(['manifest.json', 'roster.jsonl', 'events.jsonl'].map((name) => [name, Buffer.from(`${name}\n`)]));
  const packed = parcels.pack(parts);
  const renamed = put(drafts, '会议通知.docx', packed);
  const draft = put(drafts, '数据包.xspkg', '警报试鸣');
  const other = put(drafts, '其他压缩包.zip', parcels.pack(new Map([['manifest.json', Buffer.from('{}')]])));
  const files = incomingFiles(settings, []);
  files.watch('p-1', drafts);
  put(drafts, '新来的.xspkg', packed);
  files.give([renamed, draft, other]);
  expect(files.given().map(({ name, package: parcel }) => [name, parcel])).toEqual([
    ['会议通知.docx', true],
    ['数据包.xspkg', undefined],
    ['其他压缩包.zip', undefined],
  ]);
  expect(files.watched('p-1')?.files.map(({ name, package: parcel }) => [name, parcel])).toEqual([['新来的.xspkg', undefined]]);
  files.close();
});

test('what the system hands over waits once, is read as it was shown, and goes when it is taken', async () => {
  const { root, drafts, settings } = places();
  const path = put(drafts, '公告.txt', '警报试鸣');
  const files = incomingFiles(settings, []);
  files.give([path, path, drafts, join(root, 'nowhere.docx')]);
  files.give([path]);
  const [file, ...others] = files.given();
  expect([file?.name, others]).toEqual(['公告.txt', []]);
  const id = file?.id ?? '';
  expect(await files.read('p-1', id)).toEqual({ ok: true, data: { name: '公告.txt', bytes: Buffer.from('警报试鸣') } });
  put(drafts, '公告.txt', '改过了的内容');
  expect(await files.read('p-1', id)).toMatchObject({ ok: false, error: { code: 'incoming-gone' } });
  expect(await files.read('p-1', 'other')).toMatchObject({ ok: false, error: { code: 'incoming-gone' } });
  files.settle('p-1', [id]);
  expect(files.given()).toEqual([]);
  files.close();
});
