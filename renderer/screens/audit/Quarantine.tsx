import { useState } from 'react';
import type { QuarantineRow } from '../../../review/contract.ts';
import { QUARANTINE_STATES } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { useQuarantine, useSession } from '../../state/queries.ts';
import styles from './Audit.module.css';
import { SettleDialog } from './SettleDialog.tsx';
import { TEXTS } from './texts.ts';

const SETTLERS: readonly string[] = ['reviewer', 'leader', 'secadmin'];
const nameOf = (row: QuarantineRow): string => `${row.ws} ${row.inc} ${row.key} ${row.from}`;

/** What packages brought under revoked keys, apart from the log; nothing where there is none. */
export function Quarantine() {
  const rows = useQuarantine().data ?? [];
  const role = useSession()?.person.role ?? '';
  const [chosen, setChosen] = useState<{ readonly row: QuarantineRow; readonly verdict: 'stands' | 'void' }>();
  if (rows.length === 0) return null;
  const open = rows.filter(({ state }) => state === 'open').length;
  return (
    <section className={styles.late} data-open={open > 0} aria-label={TEXTS.late}>
      <h2>
        {TEXTS.late}
        {open > 0 ? <span>{TEXTS.lateOpen(open)}</span> : null}
      </h2>
      <p>{TEXTS.lateWhat}</p>
      <ul>
        {rows.map((row) => {
          const done = row.state === 'open' ? undefined : QUARANTINE_STATES[row.state];
          const why = SETTLERS.includes(role) ? undefined : TEXTS.lateNotYours;
          return (
            <li key={nameOf(row)}>
              <span>{TEXTS.lateRow(row)}</span>
              {done ? <strong>{done}</strong> : null}
              {done ? null : (
                <span className={styles.tools}>
                  <Button onPress={() => setChosen({ row, verdict: 'stands' })} why={why}>
                    {TEXTS.lateStands}
                  </Button>
                  <Button onPress={() => setChosen({ row, verdict: 'void' })} why={why}>
                    {TEXTS.lateVoid}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {chosen ? <SettleDialog {...chosen} onClose={() => setChosen(undefined)} /> : null}
    </section>
  );
}
