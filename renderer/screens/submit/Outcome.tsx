import { Button } from '../../components/Button.tsx';
import { type Matter, useSubmission } from '../../state/submission.ts';
import styles from './Submit.module.css';
import { TEXTS } from './texts.ts';

/** How registration of one file went, and what to do next. */
export function Outcome({ matter }: { readonly matter: Matter }) {
  const { file, status } = matter;
  return (
    <div className={styles.outcome}>
      <h2 className={styles.name}>{file.name}</h2>
      {status.at === 'running' ? <p>{TEXTS.running}</p> : null}
      {status.at === 'failed' ? <Failed matter={matter} message={status.error.message} code={status.error.code} /> : null}
      {status.at === 'done' && status.outcome.outcome === 'imported' ? <p>{TEXTS.imported(status.outcome.findings)}</p> : null}
      {status.at === 'done' && status.outcome.outcome === 'duplicate' ? <p>{status.outcome.message}</p> : null}
      {status.at === 'done' && status.outcome.outcome === 'marked' ? <Marked message={status.outcome.message} /> : null}
    </div>
  );
}

function Marked({ message }: { readonly message: string }) {
  return (
    <>
      <h3 className={styles.alarm}>{TEXTS.markedTitle}</h3>
      <p>{message}</p>
      <ol className={styles.steps}>
        {TEXTS.markedSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

function Failed({ matter, message, code }: { readonly matter: Matter; readonly message: string; readonly code: string }) {
  const retry = useSubmission((state) => state.retry);
  return (
    <>
      <p className={styles.alarm}>{message}</p>
      <p className={styles.code}>代码 {code}</p>
      <p>
        <Button onPress={() => retry(matter.key)}>{TEXTS.retry}</Button>
      </p>
    </>
  );
}
