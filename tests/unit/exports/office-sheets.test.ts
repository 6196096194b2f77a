import { expect, test } from 'vitest';
import { ANNUAL_CELLS } from '../../../review/model/index.ts';
import { officeYear, realFile } from '../review/support/office-year.ts';
import { testDesk } from '../review/support/test-desk.ts';
import { fieldsOf, OFFICE, openedByOffice } from './opened-by-office.ts';

const zeros = Object.fromEntries([...ANNUAL_CELLS.keys()].map((cell) => [cell, 0]));

test.runIf(OFFICE)('LibreOffice reads in the sheets what the signed events say', { timeout: 400_000 }, async () => {
  const bench = await testDesk();
  const { published } = await officeYear(bench);
  await bench.as('leader');
  const left = {
    'request.received.natural': 7,
    'request.received.sum': 7,
    'request.granted.natural': 7,
    'request.granted.sum': 7,
  };
  const cells = { ...zeros, ...left, 'request.total.natural': 7, 'request.total.sum': 7, 'active.fee.amount': 12.5 };
  await bench.call('annual.save', { year: 2025, cells, parts: { problems: '培训还不够经常。' } });
  const read = openedByOffice([
    await realFile(bench, { kind: 'annual-report', period: '2025' }),
    await realFile(bench, { kind: 'annual-report', period: '2026' }),
    await realFile(bench, { kind: 'month-summary', period: '2026-11' }),
    await realFile(bench, { kind: 'month-summary', period: '2026-10' }),
    await realFile(bench, { kind: 'assessment', period: '2026' }),
    await realFile(bench, { kind: 'catalogue', period: '2026' }),
    await realFile(bench, { kind: 'statistics', period: '2026' }),
    await realFile(bench, { kind: 'ledger' }),
    await realFile(bench, { kind: 'reading-room', period: '2026-11' }),
    await realFile(bench, { kind: 'trail', case: published }),
  ]);
  expect([...read.keys()].sort()).toEqual(
    [
      '主动公开目录-2026年-主动公开目录',
      '处室考核表-2026年-考核表',
      '处室考核表-2026年-超期退回明细',
      '审查登记台账-2026-11-21-脱敏-审查登记台账',
      '月度汇总表-2026年10月-零报告-月度汇总表',
      '月度汇总表-2026年11月-月度汇总表',
      ...['各月', '各处室', '疑点类别', '规则', '各步骤用时'].map((sheet) => `统计表-2026年-${sheet}`),
      '2025年度报告',
      '2026年度报告-草稿',
      '查阅点送交清单-2026年11月',
      'XS-2026-001-责任追溯单',
    ].sort(),
  );
  expect(fieldsOf(read.get('月度汇总表-2026年11月-月度汇总表'), '1')).toEqual([
    '1',
    '关于警报试鸣的公告',
    '指挥通信处',
    '政府网站',
    '2026-11-21',
    '张某甲',
    '李某丙',
    '王某丁',
    '',
  ]);
  const nil = read.get('月度汇总表-2026年10月-零报告-月度汇总表');
  expect(fieldsOf(nil, '1')?.slice(0, 3)).toEqual(['1', '本月无公开内容', '指挥通信处']);
  expect(nil).toContain('零报告：2026年10月本单位各处室均无公开内容。');
  const line = ['4', '1', '1', '50%', '1', '1', '0', '1', '1', '25%', '0', '6', '2', '0'];
  const assessed = read.get('处室考核表-2026年-考核表');
  expect([fieldsOf(assessed, '指挥通信处'), fieldsOf(assessed, '合计')]).toEqual([
    ['指挥通信处', ...line],
    ['合计', ...line],
  ]);
  const detail = read.get('处室考核表-2026年-超期退回明细');
  expect([fieldsOf(detail, 'XS-2026-002'), fieldsOf(detail, 'XS-2026-004')]).toEqual([
    ['XS-2026-002', '指挥通信处', '张某甲', '2026-12-14', '', '', '1', ''],
    ['XS-2026-004', '指挥通信处', '张某甲', '2026-09-29', '', '是', '0', ''],
  ]);
  expect(fieldsOf(read.get('主动公开目录-2026年-主动公开目录'), '1')?.slice(1, 8)).toEqual([
    'XS-2026-001',
    '关于警报试鸣的公告',
    '云人防〔2026〕5号',
    '指挥通信处',
    '2026-11-16',
    '2026-11-21',
    '政府网站',
  ]);
  const figures = await bench.call('statistics.view', { period: '2026' });
  for (const { rule, title, findings, cases, falseAlarms } of figures.rules) {
    const line = fieldsOf(read.get('统计表-2026年-规则'), rule) ?? [];
    expect([line[1], line[3], line[4], line[7]]).toEqual([title, String(findings), String(cases), String(falseAlarms)]);
  }
  expect(fieldsOf(read.get('统计表-2026年-各月'), '2026-11')).toEqual(['2026-11', '4', '1', '0', '1']);
  expect(read.get('统计表-2026年-各月')).toContain('（2÷6）');
  const rows = (read.get('审查登记台账-2026-11-21-脱敏-审查登记台账') ?? '').split('\n').filter((text) => /^\d+,XS-/.test(text));
  expect(rows.length).toBe(bench.store.caseIds().length);
  expect(read.get('查阅点送交清单-2026年11月')).toContain('关于警报试鸣的公告');
  const trail = read.get('XS-2026-001-责任追溯单') ?? '';
  for (const words of ['信息公开责任追溯单', '放行人', '李某丙', '保留', '已经公布', '送审登记', '放行', '发布登记'])
    expect(trail).toContain(words);
  const report = read.get('2025年度报告') ?? '';
  for (const words of ['2025年政府信息公开工作年度报告', '（一）予以公开', '培训还不够经常。', '12.5', '结果维持'])
    expect(report).toContain(words);
  expect(report.split('\n').filter((line) => line.trim() === '7').length).toBe(6);
  expect(report).not.toContain('草稿');
  expect(read.get('2026年度报告-草稿')).toContain('表二 规章 本年制发件数没有填。没有的填0。');
});
