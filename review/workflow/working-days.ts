/** Working days over civil dates (YYYY-MM-DD texts, never instants: a deadline has no time zone). */
import { HOLIDAY_YEARS, type HolidayYear } from './holidays.ts';

export interface Calendar {
  isWorkingDay(date: string): boolean;
  /** Whether an announced table covers the day; elsewhere Monday to Friday is a guess (推算). */
  covers(date: string): boolean;
  /** Last covered day. */
  readonly until: string;
}

export function calendarOf(years: readonly HolidayYear[]): Calendar {
  const off = new Set<string>();
  for (const [first, last] of years.flatMap((year) => year.off)) {
    for (let date = first; date <= last; date = addDays(date, 1)) off.add(date);
  }
  const work = new Set(years.flatMap((year) => year.work));
  const covered = new Set(years.map((year) => year.year));
  const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
  return {
    isWorkingDay: (date) => work.has(date) || (!off.has(date) && weekday(date) !== 0 && weekday(date) !== 6),
    covers: (date) => covered.has(Number(date.slice(0, 4))),
    until: `${Math.max(...covered)}-12-31`,
  };
}

/** The table that ships. */
export const CALENDAR: Calendar = calendarOf(HOLIDAY_YEARS);

/** Civil date `days` later (earlier when negative). */
export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const CHINA = '+08:00';

/**
 * Civil date of an instant in China, where the law counts days: turning the zone of a workstation, which raises no flag, must not bring a
 * day back. `at` is an ISO text with offset; nothing comes of nothing.
 */
export function dateOf(at: string): string {
  if (at === '' || at.endsWith(CHINA)) return at.slice(0, 10);
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** True for a date that exists (2026-02-30 does not). */
export function isCivilDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) && addDays(date, 0) === date;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar = CALENDAR): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (calendar.isWorkingDay(date)) count++;
  return count;
}
