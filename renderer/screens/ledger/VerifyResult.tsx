import type { VerifyReport } from '../../../review/contract.ts';
import { STATES } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import styles from './Ledger.module.css';
import { TEXTS } from './texts.ts';

/** What the recomputation of the whole log said. */
export function VerifyResult({ report, onClose }: { readonly report: VerifyReport; readonly onClose: () => void }) {
  const open = report.cases.filter((row) => row.whyNot.length > 0 && !['published', 'refused', 'withdrawn'].includes(row.state));
  return (
    <section className={styles.report} data-valid={report.valid} aria-label={TEXTS.report}>
      <h2>
        <span role="status">{report.valid ? TEXTS.valid(report.events) : TEXTS.invalid}</span>
        <Button kind="quiet" onPress={onClose}>
          {TEXTS.close}
        </Button>
      </h2>
      <ul className={styles.lines}>
        {report.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {report.problems.length > 0 ? (
        <ul className={styles.problems}>
          {report.problems.map(({ seq, message }) => (
            <li key={`${seq} ${message}`}>{TEXTS.problem(seq, message)}</li>
          ))}
        </ul>
      ) : null}
      {open.length > 0 ? (
        <details>
          <summary>
            {TEXTS.blocked} {open.length}
          </summary>
          <ul>
            {open.map((row) => (
              <li key={row.number}>
                {row.number}（{STATES[row.state]}）：{row.whyNot.join('；')}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
