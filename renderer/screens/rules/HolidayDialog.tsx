import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CalendarView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { call } from '../../state/desk.ts';
import { reportDone } from '../../state/messages.ts';
import styles from './Holidays.module.css';
import { daysOf, holidayFile, rangesOf } from './holidayLines.ts';
import { HOLIDAY_TEXTS } from './holidayTexts.ts';

const TEXTS = HOLIDAY_TEXTS.dialog;
type Year = CalendarView['years'][number];

const rangeLines = (off: readonly (readonly [string, string])[]): string =>
  off.map(([first, last]) => (first === last ? first : `${first} ${HOLIDAY_TEXTS.to} ${last}`)).join('\n');

/** One year's table, typed from the notice or read from a file; signed for. */
export function HolidayDialog({ year: given, onClose }: { readonly year: Partial<Year>; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [year, setYear] = useState(`${given.year ?? ''}`);
  const [notice, setNotice] = useState(given.notice ?? '');
  const [off, setOff] = useState(rangeLines(given.off ?? []));
  const [work, setWork] = useState((given.work ?? []).join('\n'));
  const [pin, setPin] = useState('');
  const [fileError, setFileError] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const ranges = rangesOf(off);
  const days = daysOf(work);
  const act = useMutation({
    meta: { inline: true },
    mutationFn: async () => {
      if ('bad' in ranges || 'bad' in days) return;
      await call('calendar.set', { year: Number(year), notice, off: ranges.off, work: days.work, pin });
    },
  });
  const why = missing();
  function missing(): string | undefined {
    if (!/^\d{4}$/.test(year)) return TEXTS.yearBad;
    if (notice.trim() === '') return TEXTS.fill(TEXTS.notice);
    if ('bad' in ranges) return TEXTS.line(ranges.bad);
    if ('bad' in days) return TEXTS.line(days.bad);
    if (ranges.off.length === 0) return TEXTS.fill('放假');
    return pin === '' ? TEXTS.fill(TEXTS.pin) : undefined;
  }
  const read = async (file: File | undefined) => {
    const table = file && holidayFile(await file.text());
    setFileError(file && !table ? TEXTS.fileBad : undefined);
    if (!table) return;
    setYear(`${table.year}`);
    setNotice(table.notice);
    setOff(rangeLines(table.off));
    setWork(table.work.join('\n'));
  };
  const send = async () => {
    if (why || act.isPending) return;
    try {
      await act.mutateAsync();
    } catch {
      // Shown below from `act.error`; the PIN has to be typed again.
      setPin('');
      return;
    }
    for (const queryKey of [['calendar'], ['cases'], ['requests'], ['status']]) void client.invalidateQueries({ queryKey });
    onClose();
    reportDone(TEXTS.done(year));
  };
  const actions = (
    <>
      <Button onPress={onClose}>{TEXTS.cancel}</Button>
      <Button kind="primary" type="submit" why={act.isPending ? TEXTS.working : why}>
        {act.isPending ? TEXTS.working : TEXTS.confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={TEXTS.title(year)} onClose={onClose}>
      <DialogForm onSubmit={() => void send()} actions={actions}>
        <div className={styles.file}>
          <Button onPress={() => input.current?.click()}>{TEXTS.file}</Button>
          <input
            ref={input}
            type="file"
            accept=".json"
            aria-label={TEXTS.file}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </div>
        {fileError ? <p className={styles.error}>{fileError}</p> : null}
        <Field label={TEXTS.year} value={year} onChange={setYear} max={4} required />
        <Field label={TEXTS.notice} value={notice} onChange={setNotice} hint={TEXTS.noticeHint} max={100} required />
        <Field label={TEXTS.off} lines={5} value={off} onChange={setOff} max={2000} required />
        <Field label={TEXTS.work} lines={2} value={work} onChange={setWork} max={1000} />
        <Field label={TEXTS.pin} type="password" value={pin} onChange={setPin} max={128} required />
        <Trouble error={act.error} />
      </DialogForm>
    </ModalDialog>
  );
}
