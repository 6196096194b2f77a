/** Clocks of an application (条例 30-33; workflow.md §1.7). Day 1 is the working day after the day of receipt. */
import type { Deadline } from '../contract.ts';
import type { RequestFacts } from './request-facts.ts';
import { addDays, type Calendar } from './working-days.ts';

export const NOTIFY_DAYS = 7;
export const ANSWER_DAYS = 20;
export const EXTENSION_DAYS = 20;
export const ASK_DAYS = 15;

/** Civil days that do not count: after `from`, up to and including `to`. */
interface Pause {
  readonly from: string;
  readonly to: string;
}

export interface RequestClock {
  /** Last day of the answer; absent while the applicant is to amend, and after it was given. */
  readonly answer?: Deadline;
  /** Last day of 补正告知; absent once it was sent, an answer begun or the week is over. */
  readonly notify?: Deadline;
  /** Last day the applicant has to amend; while that is awaited. */
  readonly amendment?: Deadline;
  /** Day the answer clock counts from. */
  readonly since: string;
  /** Working days that did not count. */
  readonly paused: number;
}

/** Letters stop the clock from the day they arrive to the answer, at most until their 15 working days are over. */
function pausesOf({ asks }: RequestFacts, today: string): readonly Pause[] {
  return asks.map(({ ask, reply }) => {
    const { on, due } = ask.body.data;
    const end = reply?.body.data.on ?? today;
    const [to = due] = [end, due].sort();
    return { from: on, to };
  });
}

const within = (day: string, pauses: readonly Pause[]): boolean => pauses.some(({ from, to }) => from < day && day <= to);

/** All clocks on a civil day. */
export function requestClock(facts: RequestFacts, today: string, calendar: Calendar): RequestClock {
  const received = facts.receive.body.data.on;
  const since = facts.amend?.body.data.on ?? received;
  const pauses = pausesOf(facts, facts.close?.body.data.on ?? today);
  const counts = (day: string): boolean => calendar.isWorkingDay(day) && !within(day, pauses);
  const paused = countDays(since, today, (day) => calendar.isWorkingDay(day) && within(day, pauses));
  if (facts.state === 'closed') return { since, paused };
  if (facts.state === 'amending') {
    const due = facts.notify?.body.data.due ?? today;
    return { since, paused, amendment: until(due, received, today, calendar, calendar.isWorkingDay) };
  }
  const days = ANSWER_DAYS + (facts.extend ? EXTENSION_DAYS : 0);
  const answer = until(lastDay(since, days, counts), since, today, calendar, counts);
  const week = until(lastDay(received, NOTIFY_DAYS, calendar.isWorkingDay), received, today, calendar, calendar.isWorkingDay);
  const mayNotify = !facts.notify && facts.replies.length === 0 && week.left >= 0;
  return { since, paused, answer, ...(mayNotify ? { notify: week } : {}) };
}

function lastDay(from: string, days: number, counts: (day: string) => boolean): string {
  let on = from;
  for (let left = days; left > 0; ) {
    on = addDays(on, 1);
    if (counts(on)) left--;
  }
  return on;
}

function countDays(from: string, to: string, counts: (day: string) => boolean): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (counts(day)) count++;
  return count;
}

function until(on: string, since: string, today: string, calendar: Calendar, counts: (day: string) => boolean): Deadline {
  const left = today <= on ? countDays(today, on, counts) : -Math.max(1, countDays(on, today, counts));
  const [first, last] = [today < since ? today : since, today > on ? today : on];
  return { on, left, estimated: !calendar.covers(first) || !calendar.covers(last) };
}
