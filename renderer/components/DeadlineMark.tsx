import type { Deadline } from '../../review/contract.ts';
import type { State } from '../../review/model/index.ts';
import styles from './DeadlineMark.module.css';

const OVER: readonly State[] = ['published', 'refused', 'withdrawn'];

/** Whether the clock of 20 working days still runs for a case in this state. */
export const clockRuns = (state: State): boolean => !OVER.includes(state);

export function deadlineText(deadline: Deadline): string {
  if (deadline.left < 0) return `超期${-deadline.left}天`;
  return deadline.left === 0 ? '今天' : `剩${deadline.left}天`;
}

function toneOf(deadline: Deadline): string | undefined {
  if (deadline.left < 0) return styles.overdue;
  if (deadline.left <= 1) return styles.today;
  return deadline.left <= 3 ? styles.soon : styles.calm;
}

/** The day, which clock it is and where that comes from. */
export const deadlineWords = ({ on, clock, estimated }: Deadline): string =>
  `期限 ${on}。${clock ?? ''}${estimated ? '。放假安排还没有登记，按周末推算' : ''}`;

/** Working days left, in words first and colour second; 推算 where the holiday table does not reach. */
export function DeadlineMark({ deadline, state }: { readonly deadline: Deadline; readonly state: State }) {
  if (!clockRuns(state)) return <span className={styles.calm}>已办结</span>;
  return (
    <span className={styles.mark} title={deadlineWords(deadline)}>
      <span className={toneOf(deadline)}>{deadlineText(deadline)}</span>
      {deadline.estimated ? <span className={styles.estimated}>推算</span> : null}
    </span>
  );
}
