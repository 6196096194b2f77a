import { expect, test } from 'vitest';
import { holidayProblems } from '../../../../review/workflow/holiday-problems.ts';
import { HOLIDAY_YEARS } from '../../../../review/workflow/holidays.ts';
import { PIN, testDesk } from '../support/test-desk.ts';

const NEXT = {
  year: 2027,
  notice: '某年部分节假日安排的通知',
  off: [
    ['2027-01-01', '2027-01-03'],
    ['2027-02-05', '2027-02-11'],
  ] as [string, string][],
  work: ['2027-02-14'],
};

test('the tables that ship have nothing wrong with them', () => {
  expect(HOLIDAY_YEARS.flatMap(holidayProblems)).toEqual([]);
});

test('an entered year moves deadlines and takes the mark 推算 away; it survives a restart and stands in the log', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  bench.clock.pass(34 * 24 * 60);
  await bench.as('drafter');
  const request = {
    applicant: 'natural',
    name: '钱某某',
    contact: '略',
    content: '略',
    by: 'web',
    reply: 'mail',
    on: '2026-12-25',
  } as const;
  const before = await bench.call('request.receive', request);
  expect(before.row.deadline).toMatchObject({ on: '2027-01-22', estimated: true });
  const set = await bench.call('calendar.set', { ...NEXT, pin: PIN });
  expect([set.until, set.years[0]?.notice, set.years[0]?.set?.by, set.years[1]?.set]).toEqual([
    '2027-12-31',
    NEXT.notice,
    '张某甲',
    undefined,
  ]);
  expect((await bench.call('app.status', {})).calendarUntil).toBe('2027-12-31');
  const after = await bench.call('request.open', { request: before.row.id });
  // New Year's Day fell on a Friday that had counted.
  expect(after.row.deadline).toMatchObject({ on: '2027-01-25', estimated: false });
  // A correction stands in the place of the year before.
  await bench.call('calendar.set', { ...NEXT, off: [['2027-02-05', '2027-02-11']], pin: PIN });
  expect((await bench.call('request.open', { request: before.row.id })).row.deadline?.on).toBe('2027-01-22');
  const again = bench.again();
  await again.call('session.open', { person: bench.people.drafter, pin: PIN });
  const view = await again.call('calendar.view', {});
  expect(view.ok && view.data.years[0]?.off).toEqual([['2027-02-05', '2027-02-11']]);
  expect((await bench.call('log.verify', {})).valid).toBe(true);
});

test('a table that cannot be right is refused with every reason, before any PIN', async () => {
  const bench = await testDesk();
  await bench.as('reviewer');
  const wrong = await bench.desk.call('calendar.set', {
    year: 2027,
    notice: '通知',
    off: [
      ['2027-01-01', '2027-01-03'],
      ['2027-01-03', '2027-01-05'],
    ],
    work: ['2027-01-02', '2027-01-06', '2028-01-08'],
    pin: 'wrong',
  });
  expect(wrong.ok ? '' : wrong.error.message).toBe(
    '没有登记：放假 2027-01-03：与 2027-01-01 至 2027-01-03 重叠；调休上班 2027-01-02：同一天又列为放假；调休上班 2027-01-06：不是周六或周日；调休上班 2028-01-08：不是2027年的日期。',
  );
  expect((await bench.call('calendar.view', {})).until).toBe('2026-12-31');
});
