import { describe, expect, test } from 'vitest';
import { deadline } from '../../../../review/workflow/deadlines.ts';
import { HOLIDAY_YEARS } from '../../../../review/workflow/holidays.ts';
import { nextNumber, workstationCode } from '../../../../review/workflow/numbering.ts';
import { addDays, CALENDAR, daysBetween, isCivilDate, workingDaysBetween } from '../../../../review/workflow/working-days.ts';

describe('twenty working days', () => {
  test.each([
    // from, today, last day, days left, estimated
    ['2026-09-01', '2026-09-01', '2026-09-29', 20, false],
    ['2026-09-01', '2026-09-14', '2026-09-29', 11, false],
    ['2026-09-01', '2026-09-28', '2026-09-29', 1, false],
    ['2026-09-01', '2026-09-29', '2026-09-29', 0, false],
    ['2026-09-01', '2026-09-30', '2026-09-29', -1, false],
    ['2026-09-01', '2026-10-01', '2026-09-29', -1, false],
    ['2026-09-01', '2026-10-08', '2026-09-29', -2, false],
    // A Saturday that passes before anybody works again is still overdue.
    ['2026-10-16', '2026-11-14', '2026-11-13', -1, false],
    // Over the spring festival of 2026 with its two working Saturdays.
    ['2026-02-10', '2026-02-10', '2026-03-16', 20, false],
    // Over the longest holiday of 2025 with working Sunday and Saturday.
    ['2025-09-25', '2025-09-25', '2025-10-29', 20, false],
    ['2024-01-26', '2024-01-26', '2024-02-28', 20, false],
    // Counted from a day off: the next working day is day 1.
    ['2026-11-21', '2026-11-21', '2026-12-18', 20, false],
    // Into a year without a table, and from one.
    ['2026-12-15', '2026-12-15', '2027-01-12', 20, true],
    ['2023-12-20', '2023-12-20', '2024-01-18', 20, true],
  ])('from %s, seen on %s: until %s, %i left', (from, today, on, left, estimated) => {
    expect(deadline(from, today)).toEqual({ on, left, estimated });
  });
});

describe('the holiday table', () => {
  test('every make-up day is a Saturday or Sunday, every period lies in its year, and the numbers are those announced', () => {
    const weekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    for (const { year, off, work } of HOLIDAY_YEARS) {
      expect(work.filter((date) => !weekend(date) || !date.startsWith(`${year}`))).toEqual([]);
      expect(off.flat().filter((date) => !date.startsWith(`${year}`))).toEqual([]);
    }
    const daysOff = HOLIDAY_YEARS.map(({ off }) => off.reduce((sum, [first, last]) => sum + daysBetween(first, last) + 1, 0));
    expect(daysOff).toEqual([1 + 8 + 3 + 5 + 1 + 3 + 7, 1 + 8 + 3 + 5 + 3 + 8, 3 + 9 + 3 + 5 + 3 + 3 + 7]);
  });
  test('the years have the known numbers of working days', () => {
    const inYear = (year: number) => workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`);
    expect([2024, 2025, 2026].map(inYear)).toEqual([251, 248, 248]);
    expect(CALENDAR.until).toBe('2026-12-31');
  });
});

test('civil dates', () => {
  expect([addDays('2026-02-28', 1), addDays('2024-02-28', 1), addDays('2026-01-01', -1)]).toEqual([
    '2026-03-01',
    '2024-02-29',
    '2025-12-31',
  ]);
  expect(['2026-02-29', '2026-13-01', '2026-1-1', '', '2024-02-29'].map(isCivilDate)).toEqual([false, false, false, false, true]);
});

test('numbers go up within a year and begin again in the next', () => {
  expect(nextNumber([], '2026-11-21')).toBe('XS-2026-001');
  expect(nextNumber(['XS-2026-009', 'XS-2025-117', ''], '2026-11-21')).toBe('XS-2026-010');
  expect(nextNumber(['XS-2026-999'], '2026-12-01')).toBe('XS-2026-1000');
});

test('workstations number apart: the first as ever, the next with a letter that everybody gives them', () => {
  const ids = Array.from({ length: 600 }, (_, i) => `ws-${i}`);
  const codes = ids.map((id) => workstationCode(ids, id));
  expect([codes[0], codes[1], codes[7], codes[8], codes[23], codes[24], codes[25], codes[48]]).toEqual([
    '',
    'B',
    'H',
    'J',
    'Z',
    'AA',
    'AB',
    'BA',
  ]);
  expect([new Set(codes).size, workstationCode(ids, 'ws-unknown')]).toEqual([600, '']);
  const taken = ['XS-2026-009', 'XS-2026-B003', 'XS-2026-BA017'];
  expect(['', 'B', 'BA', 'C'].map((code) => nextNumber(taken, '2026-11-21', 'XS', code))).toEqual([
    'XS-2026-010',
    'XS-2026-B004',
    'XS-2026-BA018',
    'XS-2026-C001',
  ]);
});
