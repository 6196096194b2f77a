import { expect, test } from 'vitest';
import { testDesk } from '../support/test-desk.ts';

test('slips of the pen are shown with their place, and change no count, no state and no record', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const caseId = await bench.import('试鸣公告\n定于2月30日试鸣,请市民做到失密。');
  const before = [await bench.view(caseId), bench.store.head()];
  expect(await bench.call('case.proofread', { case: caseId })).toMatchObject([
    {
      check: 'reversal',
      where: '第2段',
      text: '做到失密',
      suggestion: '做到不失密',
      before: '定于2月30日试鸣,请市民',
      after: '。',
    },
    { check: 'date', where: '第2段', text: '2月30日', suggestion: '', before: '定于', after: '试鸣,请市民做到失密。' },
    { check: 'width', where: '第2段', text: ',', suggestion: '，' },
  ]);
  expect([await bench.view(caseId), bench.store.head()]).toEqual(before);
  expect((await bench.view(caseId)).row.counts).toMatchObject({ total: 0, decided: 0 });
  await bench.as('auditor');
  expect(await bench.code('case.proofread', { case: caseId })).toBe('not-permitted');
});
