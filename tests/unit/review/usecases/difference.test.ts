import { expect, test } from 'vitest';
import { base64, nextJob, PIN, readyCase, SAMPLE, signedCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const addVersion = async (bench: TestDesk, caseId: string, text: string): Promise<void> => {
  await bench.as('drafter');
  await bench.call('case.addVersion', { job: nextJob(), case: caseId, file: { name: '改稿.txt', base64: base64(text) } });
};

test('against the version that was returned, paragraph by paragraph, with the findings that are new', async () => {
  const bench = await testDesk();
  const caseId = await readyCase(bench);
  await bench.signAs('drafter', caseId);
  await bench.as('head');
  const returned = await bench.call('chain.return', { case: caseId, reason: '请改', pin: PIN });
  await addVersion(bench, caseId, '警报试鸣公告（修改）\n全区共设警报点位128处。\n另设警报点位9处。\n图：示意图.jpg');
  const { at, ...difference } = await bench.call('case.difference', { case: caseId });
  expect(at).toBe(returned.timeline.at(-1)?.at);
  expect(difference).toEqual({
    against: 'returned',
    from: 1,
    to: 2,
    by: '赵某乙',
    inserted: 1,
    deleted: 1,
    changed: 1,
    freshFindings: 1,
    left: 0,
    paragraphs: [
      {
        kind: 'changed',
        label: '第1段',
        visible: true,
        runs: [
          { kind: 'same', text: '警报试鸣公告' },
          { kind: 'inserted', text: '（修改）' },
        ],
      },
      { kind: 'deleted', label: '第3段', visible: true, runs: [{ kind: 'deleted', text: '联系人电话13900000011。' }] },
      { kind: 'inserted', label: '第3段', visible: true, runs: [{ kind: 'inserted', text: '另设警报点位9处。' }] },
    ],
  });
});

test('against what was signed when a signed file is replaced, and against the version before when nobody signed', async () => {
  const bench = await testDesk();
  const signed = await signedCase(bench);
  await addVersion(bench, signed, `${SAMPLE}\n末段。`);
  const unsigned = await bench.import('工作动态第一稿。', '另一件.txt');
  const nothing = await bench.call('case.difference', { case: unsigned });
  await addVersion(bench, unsigned, '工作动态第二稿。');
  const results = [];
  for (const caseId of [signed, unsigned]) {
    const { against, from, to, by, inserted, changed } = await bench.call('case.difference', { case: caseId });
    results.push([against, from, to, by, inserted, changed]);
  }
  expect(results).toEqual([
    ['signed', 1, 2, '王某丁', 1, 0],
    ['previous', 1, 2, '', 0, 1],
  ]);
  expect([nothing.against, nothing.paragraphs]).toEqual(['none', []]);
});
