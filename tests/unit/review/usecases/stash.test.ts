import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDesk } from '../support/test-desk.ts';

const TYPED = '关于云溪区某工程的补充说明，尚未写完';

test('a half-filled form comes back to the one who typed it, after a restart too, and to nobody else', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  await bench.call('stash.keep', { place: 'matter:abc', text: TYPED });
  await bench.call('stash.keep', { place: 'leak', text: '其他' });
  expect(await bench.call('stash.read', { place: 'matter:abc' })).toEqual({ text: TYPED });
  expect(await bench.call('stash.read', { place: 'matter:other' })).toEqual({});
  await bench.as('head');
  expect(await bench.call('stash.read', { place: 'matter:abc' })).toEqual({});
  await bench.as('drafter');
  await bench.call('stash.drop', { place: 'leak' });
  expect(await bench.call('stash.read', { place: 'leak' })).toEqual({});
  expect(await bench.call('stash.read', { place: 'matter:abc' })).toEqual({ text: TYPED });
});

test('on the disk it is sealed, goes with the last form, and a month later is forgotten', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  await bench.call('stash.keep', { place: 'matter:abc', text: TYPED });
  const folder = join(bench.folder, 'stash');
  const [name = '', ...others] = readdirSync(folder);
  expect([others, readFileSync(join(folder, name)).includes(Buffer.from(TYPED.slice(0, 4)))]).toEqual([[], false]);
  expect(name).not.toContain(bench.people.drafter);
  bench.clock.pass(31 * 24 * 60);
  await bench.as('drafter');
  expect(await bench.call('stash.read', { place: 'matter:abc' })).toEqual({});
  await bench.call('stash.drop', { place: 'matter:abc' });
  await bench.call('stash.keep', { place: 'leak', text: 'x' });
  await bench.call('stash.drop', { place: 'leak' });
  expect(readdirSync(folder)).toEqual([]);
});
