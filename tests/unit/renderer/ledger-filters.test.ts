import { describe, expect, it } from 'vitest';
import { filterOf, ledgerRows, NO_FILTER, newestFirst } from '../../../renderer/screens/ledger/filters.ts';
import { periodsFor } from '../../../renderer/screens/ledger/periods.ts';
import type { CaseRow } from '../../../review/contract.ts';
import { row as finished } from '../exports/models.ts';

const row = (number: string, title: string, more: Partial<CaseRow> = {}): CaseRow => ({
  ...finished,
  id: number,
  number,
  title,
  ...more,
});
const ROWS = [
  row('XS-2026-002', '工程抽查通报', {
    department: '工程处',
    drafter: '周二',
    state: 'deciding',
    updatedAt: '2026-10-08T09:00:00+08:00',
  }),
  row('XS-2026-1000', '关于警报试鸣的公告'),
  row('XS-2025-999', '培训通知'),
];
const numbers = (search: string) => ledgerRows(ROWS, { ...NO_FILTER, search }).map(({ number }) => number.slice(3));

describe('search in the ledger', () => {
  it('finds words of two characters, numbers, people, and titles by the initials of their pinyin', () => {
    expect([
      numbers('警报'),
      numbers('抽查 周二'),
      numbers('2025-999'),
      numbers('jbsm'),
      numbers('GCC'),
      numbers('zhangy'),
    ]).toEqual([['2026-1000'], ['2026-002'], ['2025-999'], ['2026-1000'], ['2026-002'], []]);
  });

  it('does not take a single letter for an initial', () => {
    expect([numbers('g'), numbers('gc')]).toEqual([[], ['2026-002']]);
  });
});

describe('filters of the ledger', () => {
  it('come together, and what is left open is not asked for', () => {
    const fields = { state: 'deciding', department: '工程处', category: '', month: '2026-10', search: ' ' } as const;
    expect([
      filterOf(fields),
      filterOf(NO_FILTER),
      ledgerRows(ROWS, fields).length,
      ledgerRows(ROWS, { ...fields, month: '2026-09' }),
    ]).toEqual([{ state: 'deciding', department: '工程处', month: '2026-10' }, undefined, 1, []]);
  });

  it('narrow to a category by what was found in each case', () => {
    const categories = { 'XS-2026-002': ['project-location', 'personal-contact'] } as const;
    const of = (category: 'personal-contact' | 'personal-id') =>
      ledgerRows(ROWS, { ...NO_FILTER, category }, categories).map(({ number }) => number);
    expect([of('personal-contact'), of('personal-id'), ledgerRows(ROWS, { ...NO_FILTER, category: 'personal-contact' })]).toEqual(
      [['XS-2026-002'], [], []],
    );
  });

  it('lists the newest number first, also past a thousand', () => {
    expect(newestFirst(ROWS).map(({ number }) => number)).toEqual(['XS-2026-1000', 'XS-2026-002', 'XS-2025-999']);
  });
});

describe('periods of an export', () => {
  const ids = (needs: Parameters<typeof periodsFor>[0], months: readonly string[] = []) =>
    periodsFor(needs, '2026-02-05', months).map(([id]) => id);

  it('begin with the present one and reach back a year, further where there are records', () => {
    expect(ids('month').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect([ids('month').length, ids('month', ['2026-02', '2024-06']).at(-1)]).toEqual([13, '2024-06']);
    expect([ids('year'), ids('nothing')]).toEqual([['2026', '2025', '2024'], []]);
    expect(
      periodsFor('period', '2026-02-05', [])
        .slice(0, 5)
        .map(([, name]) => name),
    ).toEqual(['2026年', '2025年', '2024年', '2026年第1季度', '2025年第4季度']);
  });
});
