import type { Deadline } from '../contract.ts';
import { addDays, CALENDAR, type Calendar, workingDaysBetween } from './working-days.ts';

/** 条例 26: to be disclosed within 20 working days of the day the information was made or changed. */
export const DISCLOSURE_DAYS = 20;

/** Deadlines worked out already: the cases of a ledger share few dates. */
const known = new WeakMap<Calendar, Map<string, Deadline>>();
const MOST_KNOWN = 2000;

/**
 * Deadline of a matter; the day after `from` is day 1 (2026-09-01 + 20 = 2026-09-29). `today` is the day to count from, or the
 * day it was published. One working day overdue is the least that can be said once the last day has passed.
 */
export function deadline(from: string, today: string, days = DISCLOSURE_DAYS, calendar: Calendar = CALENDAR): Deadline {
  const ofCalendar = known.get(calendar) ?? new Map<string, Deadline>();
  known.set(calendar, ofCalendar);
  const name = `${from} ${today} ${days}`;
  const found = ofCalendar.get(name) ?? counted(from, today, days, calendar);
  if (ofCalendar.size >= MOST_KNOWN) ofCalendar.clear();
  ofCalendar.set(name, found);
  return found;
}

function counted(from: string, today: string, days: number, calendar: Calendar): Deadline {
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
