import type { CalendarView, Parsed } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import { holidayProblems } from '../workflow/holiday-problems.ts';
import { CALENDAR_KEEPERS } from '../workflow/permissions.ts';
import { signerForAct } from './confirm-pin.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';
import { nameOf } from './people-of.ts';

/** 节假日安排: what deadlines count by. A year entered later stands in the place of the one before, which stays in the log. */
export const calendars: Feature<'calendar.view' | 'calendar.set'> = {
  'calendar.view': (parts, _input, session) => ok(calendarView(parts, session)),
  'calendar.set': async (parts, input, session) => {
    const problems = holidayProblems(input);
    if (problems.length > 0) return fail('calendar-invalid', `没有登记：${problems.join('；')}。`);
    const signer = await signerForAct(parts, session, input.pin);
    return signer.ok ? set(parts, input, session, signer.data) : signer;
  },
};

function set(
  parts: DeskParts,
  input: Parsed<'calendar.set'>,
  session: OpenSession,
  signer: OpenSession['signer'],
): Result<CalendarView> {
  const notice = textBlob(parts.ports, '-', input.notice);
  const off = input.off.map(([first, last]) => [first, last]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const data = { year: input.year, off, work: [...input.work].sort(), notice: notice.commitment };
  const event: NewEvent = { type: 'calendar.set', case: '-', data };
  const written = parts.journal.append({ p: session.person.id, role: session.person.role, signer }, [event], [], [notice]);
  if (!written.ok) return written;
  parts.calendars.reload();
  return ok(calendarView(parts, session));
}

function calendarView(parts: DeskParts, { person }: OpenSession): CalendarView {
  const years = parts.calendars.years().map(({ year, notice, off, work, set: entry }) => ({
    year,
    notice,
    off,
    work,
    ...(entry ? { set: { by: nameOf(parts.roster(), entry.body.actor.p), at: entry.body.at } } : {}),
  }));
  return {
    years: years.reverse(),
    until: parts.calendar().until,
    whyNot: CALENDAR_KEEPERS.includes(person.role) ? '' : '由拟稿人、保密审查员或管理员登记',
  };
}
