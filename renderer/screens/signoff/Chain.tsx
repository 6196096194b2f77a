import type { CaseView, StepView, TimelineEntry } from '../../../review/contract.ts';
import { timeText } from '../../components/timeText.ts';
import { ConfirmDeputy } from '../signing/ConfirmDeputy.tsx';
import styles from './Chain.module.css';
import { TEXTS } from './texts.ts';

type Signature = StepView['signatures'][number];

/** The four steps with their signatures; one that no longer counts stays, struck out, with its reason. */
export function Chain({ view }: { readonly view: CaseView }) {
  const now = view.row.nextStep;
  return (
    <ol className={styles.chain}>
      {view.steps.map(({ step, name, signatures, done }) => (
        <li key={step} className={styles.step} data-state={done ? 'done' : step === now ? 'now' : 'open'}>
          <p className={styles.name}>{name}</p>
          {signatures.map((signature) => (
            <SignatureLine key={`${signature.by} ${signature.at}`} signature={signature} view={view} />
          ))}
          {done ? null : (
            <p className={styles.state}>
              {step === now ? `${TEXTS.current}，${view.row.next}，${TEXTS.days(view.row.waitingDays)}` : TEXTS.waiting}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function SignatureLine({ signature, view }: { readonly signature: Signature; readonly view: CaseView }) {
  const { by, at, opinion, partly, counts, why, toConfirm } = signature;
  if (counts)
    return (
      <div className={styles.signature}>
        <span className={styles.by}>{by}</span>
        <br />
        {opinion}
        <br />
        {partly ? (
          <>
            {TEXTS.partlyWithheld}
            {partly}
            <br />
          </>
        ) : null}
        <span className={styles.time}>{timeText(at)}</span>
      </div>
    );
  return (
    <div className={`${styles.signature} ${styles.stale}`}>
      <s>
        {by}　{opinion}　{timeText(at)}
      </s>
      <span className={styles.why}>
        {TEXTS.stale}
        {why ? `：${why}` : ''}
      </span>
      {toConfirm === undefined ? null : <ConfirmDeputy view={view} sign={toConfirm} by={by} />}
    </div>
  );
}

/** Everything that ever happened to the case, newest last. */
export function History({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <details className={styles.history}>
      <summary>{TEXTS.history(entries.length)}</summary>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.seq} className={styles.entry}>
            <span className={styles.time}>{timeText(entry.at)}</span>
            <span>
              {entry.by}　{entry.role}
            </span>
            <span>
              {entry.what}
              {entry.detail ? `：${entry.detail}` : ''}
              {entry.flags.map((flag) => (
                <span key={flag} className={styles.flag}>
                  　{flag}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
