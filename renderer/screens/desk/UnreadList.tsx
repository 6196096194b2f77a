import type { CaseView } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { useCaseCall } from '../../state/queries.ts';
import styles from './Text.module.css';
import { TEXTS } from './texts.ts';

/** Parts no reader understood: each must be looked at by a person, by name. */
export function UnreadList({ view }: { readonly view: CaseView }) {
  const confirm = useCaseCall('unread.confirm');
  const { unread, warnings } = view.draft;
  const { decide } = view.actions;
  return (
    <div className={styles.part}>
      {unread.length === 0 ? (
        <p className={styles.note}>{TEXTS.unreadEmpty}</p>
      ) : (
        <p className={styles.note}>{TEXTS.unreadNote}</p>
      )}
      <ul>
        {unread.map(({ part, message }) => (
          <li key={part} className={styles.unread}>
            <div>
              <p>{message}</p>
              <p className={styles.where}>{part}</p>
            </div>
            {view.confirmedUnread.includes(part) ? (
              <Badge tone="done">{TEXTS.seen}</Badge>
            ) : (
              <Button
                onPress={() => confirm.mutate({ case: view.row.id, document: view.document, part })}
                why={decide.enabled ? undefined : decide.why}
                label={`${TEXTS.confirmSeen} ${part}`}
              >
                {TEXTS.confirmSeen}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {warnings.length > 0 ? (
        <>
          <h2 className={`${styles.partTitle} ${styles.later}`}>{TEXTS.warningsTitle}</h2>
          <ul className={styles.warnings}>
            {warnings.map(({ code, message }) => (
              <li key={code + message}>{message}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
