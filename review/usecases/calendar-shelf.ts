import { checkEvent } from '../chain/journal.ts';
import type { Roster } from '../chain/roster.ts';
import type { Crypto, Ports } from '../ports.ts';
import { type EventOf, eventsOf } from '../workflow/case-facts.ts';
import { HOLIDAY_YEARS, type HolidayYear } from '../workflow/holidays.ts';
import { type Calendar, calendarOf } from '../workflow/working-days.ts';
import type { CaseReader } from './case-reader.ts';

/** A year of the table with where it comes from. */
export interface YearInForce extends HolidayYear {
  /** The entry that set it; absent for the table that ships. */
  readonly set?: EventOf<'calendar.set'>;
}

/** Holidays as shipped, with what the office entered in their place. */
export interface CalendarShelf {
  calendar(): Calendar;
  /** Ascending. */
  years(): readonly YearInForce[];
  reload(): void;
}

export function calendarShelf(
  ports: Ports,
  crypto: Crypto,
  roster: () => Roster,
  cases: Pick<CaseReader, 'text'>,
): CalendarShelf {
  let known: { readonly years: readonly YearInForce[]; readonly calendar: Calendar } | undefined;
  const read = () => {
    const rows = ports.store.events('-').filter(({ type }) => type === 'calendar.set');
    const events = rows.map((row) => checkEvent(crypto, roster(), row).event).filter((event) => event !== undefined);
    const years = new Map<number, YearInForce>(HOLIDAY_YEARS.map((year) => [year.year, year]));
    for (const set of eventsOf(events, 'calendar.set')) {
      const { year, off, work, notice } = set.body.data;
      const ranges = off.map(([first = '', last = '']) => [first, last] as const);
      years.set(year, { year, notice: cases.text('-', notice), off: ranges, work, set });
    }
    const sorted = [...years.values()].sort((a, b) => a.year - b.year);
    return { years: sorted, calendar: calendarOf(sorted) };
  };
  const current = () => {
    known ??= read();
    return known;
  };
  return {
    calendar: () => current().calendar,
    years: () => current().years,
    reload() {
      known = undefined;
    },
  };
}
