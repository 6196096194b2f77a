import type { HolidayYear } from './holidays.ts';
import { addDays, daysBetween, isCivilDate } from './working-days.ts';

/** Longest holiday anybody has announced is nine days; more is a slip of the pen. */
const LONGEST = 12;

const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Chinese sentences: what cannot be right in a year's table of days off and make-up working days; empty when nothing. */
export function holidayProblems({ year, off, work }: Pick<HolidayYear, 'year' | 'off' | 'work'>): readonly string[] {
  const problems: string[] = [];
  // A holiday may begin on the last days of the year before (元旦).
  const near = (date: string): boolean => isCivilDate(date) && date >= `${year - 1}-12-20` && date <= `${year}-12-31`;
  for (const [first, last] of off) {
    if (!near(first) || !near(last)) problems.push(`放假 ${first} 至 ${last}：不是${year}年的日期`);
    else if (last < first) problems.push(`放假 ${first} 至 ${last}：结束早于开始`);
    else if (daysBetween(first, last) >= LONGEST)
      problems.push(`放假 ${first} 至 ${last}：连续${daysBetween(first, last) + 1}天，请核对`);
  }
  if (problems.length > 0) return problems;
  const sorted = off.toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [at, [first]] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before && first <= before[1]) problems.push(`放假 ${first}：与 ${before[0]} 至 ${before[1]} 重叠`);
  }
  const free = new Set(sorted.flatMap(([first, last]) => daysOf(first, last)));
  for (const date of work) {
    if (!near(date)) problems.push(`调休上班 ${date}：不是${year}年的日期`);
    else if (free.has(date)) problems.push(`调休上班 ${date}：同一天又列为放假`);
    else if (![0, 6].includes(weekday(date))) problems.push(`调休上班 ${date}：不是周六或周日`);
  }
  if (new Set(work).size < work.length) problems.push('调休上班有重复的日期');
  return problems;
}

function daysOf(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
