import { expect, test } from 'vitest';
import { submissionSummaryXlsx } from '../../../../exports/submission-summary-xlsx.ts';
import { readDraft } from '../../../../ingest/index.ts';
import type { SubmissionSummaryModel } from '../../../../review/usecases/exports/submission-summary.ts';
import { importInput, SAMPLE, testDesk } from '../support/test-desk.ts';

const REASON = '与XS-2026-001是同一文件';

async function summary(): Promise<SubmissionSummaryModel> {
  const bench = await testDesk();
  await bench.as('drafter');
  const known = await bench.import(SAMPLE);
  const marked = await bench.call('case.import', importInput('机密★10年\n内容', '密件.txt'));
  expect(marked.outcome).toBe('marked');
  const file = await bench.call('export.make', {
    kind: 'submission-summary',
    batch: [
      { name: '甲/公告.txt', outcome: 'imported', case: known, reason: '' },
      { name: '甲/公告（副本）.txt', outcome: 'duplicate', case: known, reason: REASON },
      { name: '密件.txt', outcome: 'marked', reason: '已拒收' },
      { name: '坏.docx', outcome: 'failed', reason: '文件读不出来。' },
    ],
  });
  return JSON.parse(Buffer.from(file.base64, 'base64').toString()) as SubmissionSummaryModel;
}

test('the summary takes numbers, findings and unread parts from the record, and names no marked file', async () => {
  const { rows, unread } = await summary();
  const none = { number: '', findings: 0, unread: 0 };
  expect(rows).toEqual([
    { name: '甲/公告.txt', result: '登记', number: 'XS-2026-001', findings: 2, unread: 1, reason: '' },
    { name: '甲/公告（副本）.txt', result: '重复', number: 'XS-2026-001', findings: 0, unread: 0, reason: REASON },
    { name: '（带密级标志，不列名称）', result: '拒收', ...none, reason: '已拒收' },
    { name: '坏.docx', result: '未能读取', ...none, reason: '文件读不出来。' },
  ]);
  expect(unread).toEqual([{ number: 'XS-2026-001', name: '甲/公告.txt', part: '图：示意图.jpg', message: '图片须人工查看' }]);
});

test('as a workbook it holds a line a file, the sums, and the parts on a sheet of their own', async () => {
  const made = await submissionSummaryXlsx(await summary());
  if (!made.ok) throw new Error(made.error.code);
  const draft = await readDraft(made.data.name, new Uint8Array(Buffer.from(made.data.base64, 'base64')));
  const texts = draft.ok ? draft.data.pieces.map(({ text }) => text) : [];
  expect(texts).toContain('共4个文件：登记1，重复1，拒收1，未能读取1。');
  expect(texts).toContain('图：示意图.jpg');
  expect(texts.filter((text) => text.includes('密件'))).toEqual([]);
});

test('without files there is nothing to sum up, and only who hands in may ask', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  expect(await bench.code('export.make', { kind: 'submission-summary' })).toBe('bad-input');
  await bench.as('leader');
  const batch = [{ name: '坏.docx', outcome: 'failed' as const, reason: '读不出来' }];
  expect(await bench.code('export.make', { kind: 'submission-summary', batch })).toBe('not-permitted');
});
