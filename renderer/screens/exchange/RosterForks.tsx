import type { PackageList } from '../../../review/contract.ts';
import { timeText } from '../../components/timeText.ts';
import styles from './Exchange.module.css';
import { TEXTS } from './texts.ts';

/** The roster was written on two workstations: whose stands, and what to do. */
export function RosterForks({ rows }: { readonly rows: PackageList['rosterForks'] }) {
  if (rows.length === 0) return null;
  return (
    <section className={`${styles.panel} ${styles.alarm}`} aria-labelledby="exchange-roster-forks">
      <h2 id="exchange-roster-forks">{TEXTS.rosterForks}</h2>
      <p>{TEXTS.rosterForkLead}</p>
      <ul>
        {rows.map(({ name, seq, at, stands }) => (
          <li key={`${name} ${seq} ${at}`}>
            {TEXTS.rosterFork(name, seq, timeText(at))}
            {TEXTS.rosterForkStands[stands]}
          </li>
        ))}
      </ul>
    </section>
  );
}
