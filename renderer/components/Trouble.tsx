import { DeskError } from '../state/desk.ts';
import styles from './Trouble.module.css';

interface TroubleProps {
  readonly error: Error | null | undefined;
  /** Chinese sentence for an answer that never came; what is known for sure differs from act to act. */
  readonly unknown?: string;
}

/** What went wrong, beside the fields where the person is looking; read aloud when it comes. Draws nothing while nothing is wrong. */
export function Trouble({ error, unknown = '没有完成，什么也没有改动。请重试。' }: TroubleProps) {
  return (
    <div role="alert">
      {error ? (
        <p className={styles.error}>
          {error instanceof DeskError ? error.message : unknown}
          {error instanceof DeskError ? <span className={styles.code}>代码 {error.code}</span> : null}
        </p>
      ) : null}
    </div>
  );
}
