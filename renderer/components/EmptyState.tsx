import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** One sentence, one button, one example. */
export function EmptyState(props: {
  readonly sentence: string;
  readonly example?: string | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.sentence}>{props.sentence}</p>
      {props.children}
      {props.example ? <p className={styles.example}>{props.example}</p> : null}
    </div>
  );
}
