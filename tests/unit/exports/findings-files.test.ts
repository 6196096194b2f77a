import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { realFile } from '../review/support/office-year.ts';
import { SAMPLE, testDesk } from '../review/support/test-desk.ts';

const textOf = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');

test('findings leave as a page and as JSON with their decisions, and as SARIF without a word of the draft', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const caseId = await bench.import(SAMPLE, '公告<b>.txt');
  const [first = ''] = (await bench.view(caseId)).findings.map(({ id }) => id);
  await bench.call('finding.decide', { case: caseId, findings: [first], decision: 'keep', reason: '已经<公布>' });
  const [page, json, sarif] = await Promise.all(
    (['findings-page', 'findings-json', 'findings-sarif'] as const).map((kind) => realFile(bench, { kind, case: caseId })),
  );
  expect([page?.name, json?.name, sarif?.name]).toEqual([
    'XS-2026-001-检查结果.html',
    'XS-2026-001-检查结果.json',
    'XS-2026-001-检查结果.sarif',
  ]);
  const html = textOf(page?.base64 ?? '');
  expect([html.includes('<b>'), html.includes('已经&lt;公布&gt;'), /<script|https?:/.test(html)]).toEqual([false, true, false]);
  const read = await readDraft('page.html', new TextEncoder().encode(html));
  const shown = read.ok ? read.data.pieces.map(({ text }) => text).join('\n') : '';
  for (const words of ['警报点位128处', '13900000011', '保留：已经<公布>', '未处置', '内部使用，含原文，不得公开'])
    expect(shown).toContain(words);
  const data = JSON.parse(textOf(json?.base64 ?? ''));
  expect(data.findings.map(({ rule, decision, reason }: Record<string, string>) => [rule, decision, reason])).toEqual([
    ['T-SITES', '保留', '已经<公布>'],
    ['T-PHONE', '未处置', ''],
  ]);
  expect([data.version, data.unread.length]).toEqual([1, 1]);
  const log = textOf(sarif?.base64 ?? '');
  for (const words of ['警报点位', '13900000011', '公告', '公布']) expect(log).not.toContain(words);
  expect(JSON.parse(log).runs[0].results.map(({ ruleId, level }: Record<string, string>) => [ruleId, level])).toEqual([
    ['T-SITES', 'warning'],
    ['T-PHONE', 'error'],
  ]);
});
