import { expect, test } from 'vitest';
import { BUNDLED_SAMPLE, base64, importInput, nextJob, PIN, testDesk } from '../support/test-desk.ts';

test('the bundled sample is numbered apart, marked, and in no ledger', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const file = await bench.call('sample.file', {});
  expect(file).toEqual({ name: '示例.txt', base64: base64(BUNDLED_SAMPLE) });
  const outcome = await bench.call('case.import', { ...importInput(''), file, sample: true });
  const real = await bench.import('工作动态一则。');
  const rows = await bench.call('case.list', {});
  expect(rows.map(({ number, sample }) => [number, sample])).toEqual([
    ['SL-2026-001', true],
    ['XS-2026-001', undefined],
  ]);
  await bench.as('reviewer');
  for (const full of [{}, { full: { reason: '年度归档' } }]) {
    const ledger = await bench.call('export.make', { kind: 'ledger', ...full });
    const { rows: listed } = JSON.parse(Buffer.from(ledger.base64, 'base64').toString()) as {
      rows: { row: { number: string } }[];
    };
    expect(listed.map(({ row }) => row.number)).toEqual(['XS-2026-001']);
  }
  expect([outcome.outcome, real]).toEqual(['imported', rows[1]?.id]);
});

test('nothing but the sample’s own bytes may stay out of the ledger under its name', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const { file } = importInput('正式稿件。', '示例.txt');
  expect(await bench.code('case.import', { ...importInput(''), file, sample: true })).toBe('sample-differs');
  const sample = await bench.call('sample.file', {});
  const outcome = await bench.call('case.import', { ...importInput(''), file: sample, sample: true });
  const caseId = outcome.outcome === 'imported' ? outcome.case : '';
  expect(await bench.code('case.addVersion', { job: nextJob(), case: caseId, file })).toBe('not-now');
});

test('the reason of a return stands in no ledger', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const caseId = await bench.import('工作动态一则。');
  await bench.signAs('drafter', caseId);
  await bench.as('head');
  await bench.call('chain.return', { case: caseId, reason: '删去鹭汀坳一句', pin: PIN });
  const ledger = await bench.call('export.make', { kind: 'ledger' });
  expect(Buffer.from(ledger.base64, 'base64').toString()).not.toContain('鹭汀坳');
});
