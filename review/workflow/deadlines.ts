import type { Deadline } from '../contract.ts';
import { addDays, CALENDAR, type Calendar, workingDaysBetween } from './working-days.ts';

/** 条例 26: to be disclosed within 20 working days of the day the information was made or changed. */
export const DISCLOSURE_DAYS = 20;

/**
 * Deadline of a matter; the day after `from` is day 1 (2026-09-01 + 20 = 2026-09-29). `today` is the day to count from, or the
 * day it was published. One working day overdue is the least that can be said once the last day has passed.
 */
export function deadline(from: string, today: string, days = DISCLOSURE_DAYS, calendar: Calendar = CALENDAR): Deadline {
  let on = from;
  for (let left = days; left > 0; ) {
    on = addDays(on, 1);
    if (calendar.isWorkingDay(on)) left--;
  }
  const left = today <= on ? workingDaysBetween(today, on, calendar) : -Math.max(1, workingDaysBetween(on, today, calendar));
  const first = today < from ? today : from;
  const last = today > on ? today : on;
  return { on, left, estimated: !calendar.covers(first) || !calendar.covers(last) };
}
