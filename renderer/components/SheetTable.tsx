import type { ReactNode } from 'react';
import styles from './SheetTable.module.css';

interface SheetTableProps {
  readonly label: string;
  /** Names of the columns; an empty one stands over buttons. */
  readonly head: readonly string[];
  /** Without a frame where it stands in a panel that has one. */
  readonly framed?: boolean;
  readonly children: ReactNode;
}

/** A short table that scrolls sideways before it breaks; lists of cases are a RowTable. */
export function SheetTable({ label, head, framed = true, children }: SheetTableProps) {
  return (
    <section className={framed ? `${styles.scroll} ${styles.frame}` : styles.scroll} aria-label={label} {...{ tabIndex: 0 }}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {head.map((name) =>
              name === '' ? (
                <td key={name} />
              ) : (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
