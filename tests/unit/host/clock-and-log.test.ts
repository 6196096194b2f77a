import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localTime, systemClock } from '../../../host/clock.ts';
import { type LogLine, openLogger } from '../../../host/logger.ts';
import { systemRandom } from '../../../host/random.ts';
import { temporaryFolder } from './temporary.ts';

test('wall time is written with its offset and means the same moment', () => {
  const date = new Date('2026-11-21T01:02:03Z');
  expect(localTime(date)).toMatch(/^2026-11-2[01]T\d\d:\d\d:03[+-]\d\d:\d\d$/);
  expect(new Date(localTime(date)).getTime()).toBe(date.getTime());
});

test('the monotonic clock goes forward in whole milliseconds within one boot', async () => {
  const clock = systemClock();
  const before = clock.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const after = clock.now();
  expect(after.mono - before.mono).toBeGreaterThanOrEqual(15);
  expect([Number.isSafeInteger(after.mono), after.boot, after.boot.length]).toEqual([true, before.boot, 16]);
});

test('random bytes have the length asked for and differ', () => {
  const [a, b] = [systemRandom.bytes(16), systemRandom.bytes(16)];
  expect([a.length, Buffer.from(a).equals(b)]).toEqual([16, false]);
});

test('a log line holds nothing but the allowed fields', () => {
  const folder = join(temporaryFolder(), 'logs');
  const smuggled = { code: 'ok', call: 'case.import', ms: 12.6, title: '某某工程', path: '/home/某' } as LogLine;
  openLogger(folder).write(smuggled);
  openLogger(folder).write({ code: '标题 某某工程', call: 'a b' });
  const lines = readFileSync(join(folder, 'xianshen.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    { at: expect.any(String), code: 'ok', call: 'case.import', ms: 13 },
    { at: expect.any(String), code: 'other', call: 'other' },
  ]);
  expect(statSync(join(folder, 'xianshen.log')).mode & 0o777).toBe(0o600);
});
