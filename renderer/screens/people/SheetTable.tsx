import type { ReactNode } from 'react';
import styles from './People.module.css';

/** A short table in a frame of its own that scrolls sideways before it breaks. */
export function SheetTable(props: { readonly label: string; readonly head: readonly string[]; readonly children: ReactNode }) {
  return (
    <section className={styles.frame} aria-label={props.label} {...{ tabIndex: 0 }}>
      <table className={styles.table}>
        <thead>
          <tr>
            {props.head.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  );
}
