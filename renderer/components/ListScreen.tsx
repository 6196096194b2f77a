import type { ReactNode } from 'react';
import styles from './ListScreen.module.css';

/** The frame of a screen that is one list: a head line, what narrows the list, and the list itself down to the bottom edge. */
export function ListScreen({ children }: { readonly children: ReactNode }) {
  return <div className={styles.screen}>{children}</div>;
}

interface ListHeadProps {
  readonly title: string;
  /** How many there are; read out when it changes. */
  readonly total?: string;
  readonly children: ReactNode;
}

/** The head line of such a screen; what follows the title stands in the order given and wraps on a narrow window. */
export function ListHead({ title, total, children }: ListHeadProps) {
  return (
    <div className={styles.head}>
      <h1>{title}</h1>
      {total === undefined ? null : (
        <span className={styles.total} aria-live="polite">
          {total}
        </span>
      )}
      {children}
    </div>
  );
}
