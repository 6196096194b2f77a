import type { PersonActs } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { timeText } from '../../components/timeText.ts';
import { useActs } from '../../state/queries.ts';
import styles from './People.module.css';
import { ACTS, TEXTS } from './texts.ts';

/** What was done in one's name: who finds something they did not do knows that somebody has their PIN. */
export function ActsDialog({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = useActs();
  return (
    <ModalDialog title={ACTS.title} onClose={onClose} wide>
      {data ? <Acts acts={data} /> : <p>{error?.message ?? TEXTS.loading}</p>}
      <div className={styles.dialogActions}>
        <Button kind="primary" onPress={onClose}>
          {ACTS.done}
        </Button>
      </div>
    </ModalDialog>
  );
}

function Acts({ acts }: { readonly acts: PersonActs }) {
  return (
    <div className={styles.stack}>
      <p className={styles.note}>{acts.acts.length > 0 ? ACTS.hint : ACTS.none}</p>
      {acts.acts.length > 0 ? (
        <SheetTable label={ACTS.title} head={ACTS.head}>
          {acts.acts.map((act) => (
            <tr key={`${act.at} ${act.seq} ${act.what}`}>
              <td>{timeText(act.at)}</td>
              <td>
                {act.what}
                {act.actingFor === '' ? '' : ACTS.actingFor(act.actingFor)}
              </td>
              <td>{act.number || '—'}</td>
            </tr>
          ))}
        </SheetTable>
      ) : null}
      {acts.failures.length > 0 ? (
        <>
          <h3 className={styles.subhead}>{ACTS.failures(acts.failures.length)}</h3>
          <ul>
            {acts.failures.map((failure) => (
              <li key={`${failure.at} ${failure.purpose}`}>
                {timeText(failure.at)}　{TEXTS.purposes[failure.purpose]}　{failure.locked ? TEXTS.locked : TEXTS.wrong}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
