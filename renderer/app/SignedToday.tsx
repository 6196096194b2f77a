import { useEffect, useState } from 'react';
import { timeText } from '../components/timeText.ts';
import { ActsDialog } from '../screens/people/ActsDialog.tsx';
import { ACTS } from '../screens/people/texts.ts';
import { useActs } from '../state/queries.ts';
import styles from './SignedToday.module.css';

/** One line after signing in: what was done in this name, so that a lent or watched PIN does not stay unnoticed (threat 5). */
export function SignedToday({ locked }: { readonly locked: boolean }) {
  const { data, refetch } = useActs(!locked);
  const [closed, setClosed] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (locked) return;
    setClosed(false);
    void refetch();
  }, [locked, refetch]);
  if (locked || closed || !data || data.acts.length + data.failures.length === 0) return null;
  const [newest] = data.acts;
  const number = newest?.number ? ` ${newest.number}` : '';
  return (
    <section className={styles.strip} aria-label={ACTS.region}>
      <span>
        {newest
          ? `${ACTS.strip(data.acts.length, data.today, data.on)}。${ACTS.newest(`${timeText(newest.at)} ${newest.what}${number}`)}`
          : ''}
      </span>
      {data.failures.length > 0 ? <span className={styles.alarm}>{ACTS.failures(data.failures.length)}</span> : null}
      <button type="button" className={styles.button} onClick={() => setOpen(true)}>
        {ACTS.more}
      </button>
      <button type="button" className={styles.button} onClick={() => setClosed(true)}>
        {ACTS.close}
      </button>
      {open ? <ActsDialog onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
