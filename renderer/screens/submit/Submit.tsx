import { useState } from 'react';
import { chooseFiles, chooseFolder } from '../../app/FileGate.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import { hostOf } from '../../state/joinMatters.ts';
import { BATCH_FROM, forgetBatch, keptBatch } from '../../state/keptBatch.ts';
import { reportError } from '../../state/messages.ts';
import { usePlace } from '../../state/place.ts';
import { useSession } from '../../state/queries.ts';
import { whyNoSubmission } from '../../state/roles.ts';
import { type Matter, problemOf, useSubmission } from '../../state/submission.ts';
import { JoinBar } from './Attachments.tsx';
import { BatchBar } from './BatchBar.tsx';
import { MatterForm } from './MatterForm.tsx';
import { MatterRow } from './MatterRow.tsx';
import { Outcome } from './Outcome.tsx';
import styles from './Submit.module.css';
import { TEXTS } from './texts.ts';
import { WatchButton, WatchedFolder } from './WatchedFolder.tsx';

const finished = (matter: Matter): boolean => matter.status.at === 'done';
/** Case that a file became; undefined before, and for what was refused. */
const caseOf = ({ status }: Matter): string | undefined =>
  status.at === 'done' && status.outcome.outcome === 'imported' ? status.outcome.case : undefined;
const waits = (matter: Matter): boolean => matter.status.at === 'waiting';

/** Files on their way in: a form for each, then registration and check one after the other. */
export function Submit() {
  const { matters, chosen, choose, start, running, remove, doneBefore } = useSubmission();
  const index = Math.max(
    0,
    matters.findIndex((matter) => matter.key === chosen),
  );
  const current = matters[index];
  const ready = matters.filter((matter) => waits(matter) && !problemOf(matter.fields));
  const problem = matters.find((matter) => waits(matter) && problemOf(matter.fields));
  const whyNot = running ? TEXTS.running : ready.length === 0 ? TEXTS.nothingToStart : undefined;
  const openCase = usePlace((state) => state.openCase);
  // With everything registered the same key goes on to the work itself: to the chosen file, else to the first.
  const firstDone = [...(current ? [current] : []), ...matters].map(caseOf).find((id) => id !== undefined);
  const run = () => {
    if (!whyNot) start().catch(reportError);
    else if (!running && firstDone) openCase(firstDone, 'desk');
  };
  const moveTo = (to: number) => {
    const target = matters[Math.max(0, Math.min(to, matters.length - 1))];
    if (target) choose(target.key);
  };
  const clearFinished = () => {
    for (const matter of matters.filter(finished)) remove(matter.key);
  };
  useCommand('submit.start', run);
  const { join, together, attach } = useSubmission();
  useCommand('submit.join', join, together().length > 1);
  useCommand(
    'submit.attach',
    () => attach(current?.key ?? ''),
    current !== undefined && hostOf(matters, current.key) !== undefined,
  );
  useCommand('submit.next', () => moveTo(index + 1));
  useCommand('submit.previous', () => moveTo(index - 1));

  if (!current) return <NoFiles />;
  return (
    <div className={styles.screen}>
      <div className={styles.top}>
        <h1 className={styles.title}>{TEXTS.title}</h1>
        <p className={styles.note}>{TEXTS.note}</p>
      </div>
      {matters.length >= BATCH_FROM || doneBefore > 0 ? <BatchBar matters={matters} /> : null}
      <WatchedFolder />
      <JoinBar />
      <div className={styles.columns}>
        <ol className={styles.list} aria-label={TEXTS.list}>
          {matters.map((matter, place) => (
            <MatterRow key={matter.key} matter={matter} number={place + 1} current={matter === current} />
          ))}
        </ol>
        <section className={styles.form} aria-label={current.file.name}>
          {waits(current) ? (
            <MatterForm key={current.key} matter={current} previous={matters[index - 1]} />
          ) : (
            <Outcome key={current.key} matter={current} />
          )}
        </section>
      </div>
      <div className={styles.actions}>
        {firstDone && !running && ready.length === 0 ? (
          <Button kind="primary" large onPress={run} command="submit.start">
            {TEXTS.begin}
          </Button>
        ) : (
          <Button kind="primary" large onPress={run} command="submit.start" why={whyNot}>
            {TEXTS.start(ready.length)}
          </Button>
        )}
        <Button large onPress={chooseFiles} command="files.choose">
          {TEXTS.addMore}
        </Button>
        <Button large onPress={chooseFolder} command="files.folder">
          {TEXTS.chooseFolder}
        </Button>
        <WatchButton />
        {matters.some(finished) ? (
          <Button large kind="quiet" onPress={clearFinished}>
            {TEXTS.clear}
          </Button>
        ) : null}
        {problem ? (
          <span className={styles.problem}>
            {problem.file.name}：{problemOf(problem.fields)}
          </span>
        ) : null}
      </div>
    </div>
  );
}

/** What to do first; a batch that was cut off says how to go on with it. */
function NoFiles() {
  const session = useSession();
  const doneBefore = useSubmission((state) => state.doneBefore);
  const [forgotten, forget] = useState(false);
  const noSubmission = whyNoSubmission(session);
  const batch = noSubmission || forgotten || !session ? undefined : keptBatch(session.person.id);
  const left = batch && TEXTS.unfinished(Object.keys(batch.done).length, batch.total);
  const sentence = noSubmission ?? (doneBefore > 0 ? TEXTS.allDone : (left ?? TEXTS.emptyTitle));
  const drop = () => {
    forgetBatch();
    forget(true);
  };
  return (
    <div className={styles.nothing}>
      <WatchedFolder />
      <EmptyState title={TEXTS.title} sentence={sentence} example={TEXTS.emptyExample}>
        <Button kind="primary" large onPress={chooseFiles} command="files.choose" why={noSubmission}>
          {TEXTS.choose}
        </Button>
        <Button large onPress={chooseFolder} command="files.folder" why={noSubmission}>
          {TEXTS.chooseFolder}
        </Button>
        {batch ? (
          <Button large kind="quiet" onPress={drop}>
            {TEXTS.forget}
          </Button>
        ) : null}
        <WatchButton />
      </EmptyState>
    </div>
  );
}
