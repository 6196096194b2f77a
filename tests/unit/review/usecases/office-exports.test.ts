import { describe, expect, test } from 'vitest';
import type { LedgerModel } from '../../../../review/artefacts.ts';
import type { AssessmentModel } from '../../../../review/usecases/exports/assessment.ts';
import type { CatalogueModel } from '../../../../review/usecases/exports/catalogue.ts';
import type { MonthSummaryModel } from '../../../../review/usecases/exports/month-summary.ts';
import type { TrailModel } from '../../../../review/usecases/exports/trail.ts';
import { modelOf, officeYear } from '../support/office-year.ts';
import { testDesk } from '../support/test-desk.ts';

const EMPTY_MONTH = { month: '2026年10月', rows: [], silent: ['指挥通信处'], settled: {} };

describe('what the office hands in', () => {
  test('the monthly table names what was published; a month without anything is a nil report that names every 处室', async () => {
    const bench = await testDesk();
    await officeYear(bench);
    await bench.as('reviewer');
    const month = async (period: string) =>
      modelOf<MonthSummaryModel>(await bench.call('export.make', { kind: 'month-summary', period }));
    expect(await month('2026-10')).toMatchObject(EMPTY_MONTH);
    expect(await month('2026-11')).toMatchObject({
      office: '云溪市人民防空办公室',
      month: '2026年11月',
      rows: [
        {
          title: '关于警报试鸣的公告',
          department: '指挥通信处',
          channels: ['website'],
          publishedOn: '2026-11-21',
          drafter: '张某甲',
          reviewer: '李某丙',
          leader: '王某丁',
          takenDown: false,
        },
      ],
      silent: [],
      settled: { 同意公开: 1, 不予公开: 1 },
    });
    expect([
      await bench.code('export.make', { kind: 'month-summary', period: '2026' }),
      await bench.code('export.make', { kind: 'month-summary', period: '2026-13' }),
      await bench.code('export.make', { kind: 'assessment', period: '2026-Q5' }),
    ]).toEqual(['bad-input', 'bad-input', 'bad-input']);
  });

  test('the assessment counts what was late, returned and a false alarm, and names those matters by number alone', async () => {
    const bench = await testDesk();
    await officeYear(bench);
    await bench.as('auditor');
    const file = await bench.call('export.make', { kind: 'assessment', period: '2026-Q4' });
    const row = {
      registered: 4,
      published: 1,
      onTime: 1,
      overdue: 1,
      refused: 1,
      withdrawn: 0,
      returnedCases: 1,
      returns: 1,
      reviewDays: 0,
      reviewed: 2,
      decided: 6,
      falseAlarms: 2,
      takenDown: 0,
    };
    const matter = { department: '指挥通信处', drafter: '张某甲', doneOn: '', takenDown: false };
    expect(modelOf<AssessmentModel>(file)).toMatchObject({
      period: '2026年第4季度',
      rows: [{ department: '指挥通信处', ...row }],
      total: { department: '合计', ...row },
      matters: [
        { ...matter, number: 'XS-2026-002', dueOn: '2026-12-14', overdue: false, returns: 1 },
        { ...matter, number: 'XS-2026-004', dueOn: '2026-09-29', overdue: true, returns: 0 },
      ],
    });
    for (const title of ['公告', '通报', '安排', '培训']) expect(JSON.stringify(modelOf(file))).not.toContain(title);
    expect(
      modelOf<AssessmentModel>(await bench.call('export.make', { kind: 'assessment', period: '2026-Q1' })).total,
    ).toMatchObject({
      registered: 0,
      overdue: 0,
    });
  });

  test('catalogue and reading-room list hold what is public, and nothing else', async () => {
    const bench = await testDesk();
    await officeYear(bench);
    await bench.as('drafter');
    const rows = [
      {
        number: 'XS-2026-001',
        title: '关于警报试鸣的公告',
        documentNumber: '云人防〔2026〕5号',
        department: '指挥通信处',
        createdOn: '2026-11-16',
        publishedOn: '2026-11-21',
        publications: [{ channel: 'website', address: 'www.example.invalid/5.html', on: '2026-11-21', by: '李某丙' }],
      },
    ];
    const list = async (kind: 'catalogue' | 'reading-room', period: string) =>
      modelOf<CatalogueModel>(await bench.call('export.make', { kind, period })).rows;
    expect([
      await list('catalogue', '2026'),
      await list('reading-room', '2026-11'),
      await list('catalogue', '2025'),
      await list('reading-room', '2026-10'),
    ]).toEqual([rows, rows, [], []]);
  });

  test('the trail of a release names who signed, what was let stand and why; before a release there is none', async () => {
    const bench = await testDesk();
    const { published, returned } = await officeYear(bench);
    await bench.as('leader');
    expect(await bench.code('export.make', { kind: 'trail', case: returned })).toBe('not-now');
    const model = modelOf<TrailModel>(await bench.call('export.make', { kind: 'trail', case: published }));
    expect(model).toMatchObject({
      releasedBy: '李某丙',
      record: { number: 'XS-2026-001', conclusion: '同意公开', overdue: false },
      kept: [{ decision: '保留', findings: 2, reason: '已经公布', by: '张某甲' }],
      versions: [{ number: 1, fileName: '公告.txt' }],
    });
    expect(model.steps.map(({ name, signatures }) => [name, signatures.map(({ by, counts }) => [by, counts])])).toEqual([
      ['拟稿人', [['张某甲', true]]],
      ['处室负责人', [['赵某乙', true]]],
      ['保密审查员', [['李某丙', true]]],
      ['分管领导', [['王某丁', true]]],
    ]);
    expect(model.timeline.map(({ what }) => what)).toEqual(
      bench.store.events(published).map(({ type }) => expect.stringMatching(type === 'release' ? /^放行$/ : /./)),
    );
    await bench.as('drafter');
    expect(await bench.code('export.make', { kind: 'trail', case: published })).toBe('not-permitted');
  });

  test('the ledger is exported as the list was narrowed; masked it does not repeat the words looked for', async () => {
    const bench = await testDesk();
    await officeYear(bench);
    await bench.as('reviewer');
    const filter = { search: 'jbsm' };
    const masked = modelOf<LedgerModel>(await bench.call('export.make', { kind: 'ledger', filter }));
    const full = modelOf<LedgerModel>(await bench.call('export.make', { kind: 'ledger', filter, full: { reason: '年度归档' } }));
    const refused = modelOf<LedgerModel>(await bench.call('export.make', { kind: 'ledger', filter: { state: 'refused' } }));
    const phones = modelOf<LedgerModel>(
      await bench.call('export.make', { kind: 'ledger', filter: { category: 'personal-contact' } }),
    );
    const seen = await bench.call('statistics.categories', {});
    expect(phones.rows.length).toBe(Object.values(seen).filter((categories) => categories.includes('personal-contact')).length);
    const shown = (model: LedgerModel) => [model.narrowed, model.rows.map(({ row }) => row.number)];
    expect([shown(masked), shown(full), shown(refused)]).toEqual([
      ['搜索“（略）”', ['XS-2026-001']],
      ['搜索“jbsm”', ['XS-2026-001']],
      ['状态 不予公开', ['XS-2026-003']],
    ]);
  });
});
