import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parcels } from '../../../../host/parcels.ts';
import { testDesk } from '../support/test-desk.ts';

test('who hands nothing in takes a package that was handed over, and no draft', async () => {
  const bench = await testDesk();
  const parts = ['manifest.json', 'roster.jsonl'].map((name) => [name, Buffer.from(name)] as const);
  const [draft, parcel] = [join(bench.folder, '公告.txt'), join(bench.folder, '公告.docx')];
  writeFileSync(draft, '警报试鸣');
  writeFileSync(parcel, parcels.pack(new Map(parts)));
  await bench.call('incoming.give', { paths: [draft, parcel] });
  await bench.as('reviewer');
  const { given } = await bench.call('incoming.list', {});
  expect(given.map((file) => [file.name, file.package])).toEqual([
    ['公告.txt', undefined],
    ['公告.docx', true],
  ]);
  const [notTheirs = '', theirs = ''] = given.map(({ id }) => id);
  expect(await bench.code('incoming.read', { id: notTheirs })).toBe('not-now');
  expect((await bench.call('incoming.read', { id: theirs })).name).toBe('公告.docx');
  await bench.as('drafter');
  expect((await bench.call('incoming.read', { id: notTheirs })).name).toBe('公告.txt');
});
