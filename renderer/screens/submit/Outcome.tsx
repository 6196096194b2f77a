import { Button } from '../../components/Button.tsx';
import { usePlace } from '../../state/place.ts';
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
      {status.at === 'done' && status.outcome.outcome === 'imported' ? (
        <Done words={TEXTS.imported(status.outcome.findings)} button={TEXTS.open} id={status.outcome.case} />
      ) : null}
      {status.at === 'done' && status.outcome.outcome === 'duplicate' ? (
        <Done words={status.outcome.message} button={TEXTS.openOld(status.outcome.number)} id={status.outcome.case} />
      ) : null}
      {status.at === 'done' && status.outcome.outcome === 'marked' ? <Marked message={status.outcome.message} /> : null}
    </div>
  );
}

/** Registered now or before: the way to the case. */
function Done({ words, button, id }: { readonly words: string; readonly button: string; readonly id: string }) {
  const openCase = usePlace((state) => state.openCase);
  return (
    <>
      <p>{words}</p>
      <p>
        <Button onPress={() => openCase(id, 'desk')}>{button}</Button>
      </p>
    </>
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
