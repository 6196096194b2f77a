import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import { PIN, SAMPLE, signedCase, testDesk } from '../support/test-desk.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('two people clear a case: its contents are nowhere any more, its record stays whole and says so', async () => {
  const bench = await testDesk();
  const caseId = await signedCase(bench, SAMPLE);
  await bench.as('reviewer');
  const kept = bench.store.blobsOf(caseId).length;
  const blob = bench.store.blob(caseId, bench.store.blobsOf(caseId)[0] ?? '');
  expect([kept > 8, blob.ok]).toEqual([true, true]);
  const second = { person: bench.people.secadmin, pin: PIN };
  const input = { number: 'xs-2026-001', reason: '发现涉密内容，按规定清除', pin: PIN, second };
  expect(await bench.code('case.shred', { ...input, number: 'XS-2026-777' })).toBe('case-missing');
  expect(await bench.code('case.shred', { ...input, second: { person: bench.people.reviewer, pin: PIN } })).toBe('second-same');
  const before = bench.store.head().seq;
  const report = await bench.call('case.shred', input);
  expect([report.cleared, bench.store.blobsOf(caseId), report.collect.length]).toEqual([kept, [], 1]);
  expect(bench.store.since(before).map(({ type }) => type)).toEqual(['consent', 'blob.shred', 'checkpoint']);
  expect(await bench.code('case.shred', input)).toBe('shred-nothing');
  const log = Buffer.from((await bench.call('export.make', { kind: 'log' })).base64, 'base64').toString('utf8');
  const verdict = verifyLog(log, crypto);
  expect([verdict.valid, verdict.problems, verdict.cleared[0]?.items]).toEqual([true, [], kept]);
  expect(verdict.lines).toContain(`内容已依规清除：${kept}项，记录本身完整`);
  // The row keys are what the contents were sealed with: no file of the store holds one any more.
  bench.store.tidy();
  const leftovers = filesIn(join(bench.folder, 'store')).filter((path) => readFileSync(path).includes('13900000011'));
  expect(leftovers).toEqual([]);
});
