import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { timeText } from '../../components/timeText.ts';
import { call } from '../../state/desk.ts';
import { HolidayDialog } from './HolidayDialog.tsx';
import styles from './Holidays.module.css';
import { HOLIDAY_TEXTS as TEXTS } from './holidayTexts.ts';

type Year = CalendarView['years'][number];

/** 放假安排: what deadlines count by, one row a year, and the way to enter the next. */
export function Holidays() {
  const calendar = useQuery({ queryKey: ['calendar'], queryFn: () => call('calendar.view', {}), refetchOnMount: 'always' });
  const [editing, setEditing] = useState<Partial<Year>>();
  if (!calendar.data) return <EmptyState sentence={calendar.error?.message ?? TEXTS.loading} />;
  const { years, until, whyNot } = calendar.data;
  const next = (years[0]?.year ?? 2026) + 1;
  return (
    <div className={styles.screen}>
      <p className={styles.intro}>{TEXTS.intro}</p>
      <p className={styles.bar}>
        <span>{TEXTS.until(until)}</span>
        <Button kind="primary" onPress={() => setEditing({ year: next })} why={whyNot || undefined}>
          {TEXTS.add}
        </Button>
      </p>
      <SheetTable label={TEXTS.table} head={[...TEXTS.head, '']}>
        {years.map((year) => (
          <tr key={year.year}>
            <th scope="row">{year.year}</th>
            <td>
              <Dates dates={year.off.map(([first, last]) => (first === last ? first : `${first} ${TEXTS.to} ${last}`))} />
            </td>
            <td>
              <Dates dates={year.work} />
            </td>
            <td>{year.notice}</td>
            <td>{year.set ? `${year.set.by} ${timeText(year.set.at)}` : TEXTS.shipped}</td>
            <td>
              <Button onPress={() => setEditing(year)} why={whyNot || undefined}>
                {TEXTS.change(year.year)}
              </Button>
            </td>
          </tr>
        ))}
      </SheetTable>
      {editing ? <HolidayDialog year={editing} onClose={() => setEditing(undefined)} /> : null}
    </div>
  );
}

/** Dates that never break inside themselves. */
function Dates({ dates }: { readonly dates: readonly string[] }) {
  if (dates.length === 0) return TEXTS.none;
  return (
    <span className={styles.dates}>
      {dates.map((date) => (
        <span key={date}>{date}</span>
      ))}
    </span>
  );
}
