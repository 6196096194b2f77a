import type { CaseRow } from '../../../review/contract.ts';
import { attentionLine } from '../../components/AttentionNote.tsx';
import { SampleBadge, StateBadge } from '../../components/Badge.tsx';
import { DeadlineMark } from '../../components/DeadlineMark.tsx';
import styles from './SignOff.module.css';
import { TEXTS } from './texts.ts';

interface QueueProps {
  readonly mine: readonly CaseRow[];
  /** The case on the screen when it is not among mine. */
  readonly other: CaseRow | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Papers waiting for this person, nearest deadline first. No way to take several at once. */
export function Queue({ mine, other, chosen, onChoose }: QueueProps) {
  return (
    <nav className={styles.queue} aria-label={TEXTS.queue}>
      <div className={styles.queueHead}>
        <h2>
          {TEXTS.queue} {mine.length}
        </h2>
        <p className={styles.small}>{TEXTS.noBulk}</p>
      </div>
      <div className={styles.queueList}>
        {mine.map((row) => (
          <PaperRow key={row.id} row={row} chosen={row.id === chosen} onChoose={onChoose} />
        ))}
        {other ? (
          <>
            <p className={`${styles.queueHead} ${styles.small}`}>{TEXTS.otherOpen}</p>
            <PaperRow row={other} chosen onChoose={onChoose} />
          </>
        ) : null}
      </div>
    </nav>
  );
}

function PaperRow({
  row,
  chosen,
  onChoose,
}: {
  readonly row: CaseRow;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <button type="button" className={styles.paperRow} aria-current={chosen} onClick={() => onChoose(row.id)}>
      <b>{row.title}</b>
      <span className={styles.line}>
        <span className={styles.small}>
          {row.department} {row.drafter}
        </span>
        <DeadlineMark deadline={row.deadline} state={row.state} />
      </span>
      <span className={styles.line}>
        <span>
          {row.sample ? <SampleBadge /> : null} <StateBadge state={row.state} />
        </span>
        {row.next ? <span className={styles.small}>{TEXTS.days(row.waitingDays)}</span> : null}
      </span>
      {row.attention ? <span className={styles.attention}>{attentionLine(row.attention)}</span> : null}
    </button>
  );
}
