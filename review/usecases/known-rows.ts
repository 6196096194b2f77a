import type { Roster } from '../chain/roster.ts';
import type { GateResult } from '../workflow/gate.ts';
import type { Calendar } from '../workflow/working-days.ts';
import { caseRow } from './case-row.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';

interface KnownRow {
  readonly roster: Roster;
  readonly today: string;
  readonly calendar: Calendar;
  readonly row: ReturnType<typeof caseRow>;
}
/** Rows of judged cases that did not change. */
const known = new WeakMap<GateResult, KnownRow>();

/**
 * Rows as `caseRow` makes them. A case that did not change has the row it had, on the same day, under the same roster and
 * calendar: a ledger of 5,000 is listed often. A reply runs by the clock of its application, which is an entry of its own, so it
 * is worked out each time.
 */
export function rememberedRows(parts: DeskParts): (caseId: string, result: GateResult) => ReturnType<typeof caseRow> {
  const roster = parts.roster();
  const today = dateOf(parts.ports.clock.now().at);
  const calendar = parts.calendar();
  return (caseId, result) => {
    const before = known.get(result);
    if (before?.roster === roster && before.today === today && before.calendar === calendar) return before.row;
    const row = caseRow(parts, caseId, result);
    if (row.ok && row.data.attribute !== 'on-request') known.set(result, { roster, today, calendar, row });
    return row;
  };
}
