import { describe, expect, test } from 'vitest';
import type { Input } from '../../../../review/contract.ts';
import { monthsIn, periodOf, within } from '../../../../review/workflow/period.ts';
import { modelOf, officeYear } from '../support/office-year.ts';
import { testDesk } from '../support/test-desk.ts';

describe('periods', () => {
  test('months, quarters and years have their first and last day; anything else names none', () => {
    const days = (id: string) => [periodOf(id)?.from, periodOf(id)?.to, periodOf(id)?.name];
    expect([days('2024-02'), days('2026-Q4'), days('2026'), days('2026-13'), days('2026-Q0'), days('26')]).toEqual([
      ['2024-02-01', '2024-02-29', '2024年2月'],
      ['2026-10-01', '2026-12-31', '2026年第4季度'],
      ['2026-01-01', '2026-12-31', '2026年'],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    const quarter = periodOf('2026-Q3');
    if (!quarter) throw new Error('no quarter');
    expect([
      monthsIn(quarter),
      within(quarter, '2026-09-30T23:59:59+08:00'),
      within(quarter, '2026-10-01'),
      within(quarter, ''),
    ]).toEqual([['2026-07', '2026-08', '2026-09'], true, false, false]);
  });
});

describe('statistics', () => {
  test('count every finding once in its case, by category and rule, and both kinds of mistake', async () => {
    const bench = await testDesk();
    await officeYear(bench);
    await bench.as('auditor');
    const view = await bench.call('statistics.view', { period: '2026' });
    const none = { treated: 0, escalated: 0, undecided: 0 };
    const each = { ...none, findings: 3, cases: 3, kept: 2, falseAlarms: 1 };
    expect(view).toMatchObject({
      period: { id: '2026', name: '2026年' },
      total: { registered: 4, published: 1, overdue: 1, refused: 1, returnedCases: 1, falseAlarms: 2 },
      steps: [
        { step: 'draft', acts: 3 },
        { step: 'head', acts: 3 },
        { step: 'secrecy', acts: 2 },
        { step: 'approve', acts: 2 },
      ],
      mistakes: { decided: 6, falseAlarms: 2, foundCases: 2, missedCases: 1 },
    });
    expect(view.months.filter(({ registered }) => registered > 0)).toEqual([
      { month: '2026-11', registered: 4, agreed: 1, treated: 0, refused: 1 },
    ]);
    expect(view.rules.map(({ rule, title: _, category: __, ...rest }) => [rule, rest])).toEqual([
      ['T-PHONE', each],
      ['T-SITES', each],
    ]);
    expect(view.categories.reduce((sum, { findings }) => sum + findings, 0)).toBe(6);
  });

  test('behind every figure stand exactly the cases that it counts', async () => {
    const bench = await testDesk();
    await officeYear(bench);
    await bench.as('leader');
    const view = await bench.call('statistics.view', { period: '2026' });
    const behind = async (of: Input<'statistics.cases'>['of']) => {
      const cases = await bench.call('statistics.cases', { period: '2026', of });
      expect(new Set(cases).size).toBe(cases.length);
      return cases.length;
    };
    for (const { month, ...figures } of view.months)
      for (const outcome of ['agreed', 'treated', 'refused'] as const)
        expect(await behind({ by: 'month', month, outcome })).toBe(figures[outcome]);
    for (const { department, registered } of view.departments)
      expect(await behind({ by: 'department', department })).toBe(registered);
    for (const { category, cases } of view.categories) expect(await behind({ by: 'category', category })).toBe(cases);
    for (const { rule, cases } of view.rules) expect(await behind({ by: 'rule', rule })).toBe(cases);
    expect(await behind({ by: 'rule', rule: 'T-NOBODY' })).toBe(0);
  });

  test('the exported model is what the screen shows, and a period without records is all zeros', async () => {
    const bench = await testDesk();
    await officeYear(bench);
    await bench.as('leader');
    const model = modelOf<{ view: unknown }>(await bench.call('export.make', { kind: 'statistics', period: '2026-11' }));
    expect(model.view).toEqual(await bench.call('statistics.view', { period: '2026-11' }));
    const before = await bench.call('statistics.view', { period: '2025' });
    expect([before.total.registered, before.rules, before.mistakes.decided, before.months.length]).toEqual([0, [], 0, 12]);
    expect(await bench.code('statistics.view', { period: '2026-Q9' })).toBe('bad-input');
  });
});
