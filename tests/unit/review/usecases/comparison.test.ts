import { expect, test } from 'vitest';
import { nextJob, SAMPLE, testDesk } from '../support/test-desk.ts';

test('a clean copy stands beside the version it was made from, with its record', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const caseId = await bench.import(SAMPLE);
  expect(await bench.call('case.comparison', { case: caseId })).toMatchObject({ from: 0, to: 0, rows: [] });
  const { findings } = await bench.view(caseId);
  const ids = findings.map(({ id }) => id);
  await bench.call('finding.decide', { case: caseId, findings: ids, decision: 'mask' });
  await bench.call('case.cleanCopy', { job: nextJob(), case: caseId });
  await bench.as('head');
  const { rows, record, ...facts } = await bench.call('case.comparison', { case: caseId });
  expect(facts).toEqual({ from: 1, to: 2, origin: 'clean-copy', changed: 2, deleted: 0, inserted: 0, left: 0, dropped: [] });
  expect(record).toContain('替换2处');
  const after = rows.map((row) => (row.kind === 'folded' ? '' : row.after.map(({ text }) => text).join('')));
  expect(after).toEqual(['警报试鸣公告', '全区共设若干警报点位。', '联系人电话（电话略）。']);
});
