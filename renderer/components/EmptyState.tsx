import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** One sentence, one button, one example. */
export function EmptyState(props: {
  /** Name of the screen, read aloud, where nothing else on it says so. */
  readonly title?: string;
  readonly sentence: string;
  readonly example?: string | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {props.title ? <h1 className="only-read-aloud">{props.title}</h1> : null}
      <p className={styles.sentence}>{props.sentence}</p>
      {props.children ? <div className={styles.actions}>{props.children}</div> : null}
      {props.example ? <p className={styles.example}>{props.example}</p> : null}
    </div>
  );
}
