import { useState } from 'react';
import type { UpkeepView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { call } from '../../state/desk.ts';
import { newJob, useProgress } from '../../state/jobs.ts';
import { reportDone } from '../../state/messages.ts';
import { useDeskCall, useSession, useUpkeepCall } from '../../state/queries.ts';
import styles from './SelfCheck.module.css';
import { TEXTS } from './texts.ts';

const KEEPERS: readonly string[] = ['sysadmin', 'secadmin', 'reviewer', 'leader'];
const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

/** Copies of the journal: make one now, choose the second place, try the newest out. */
export function Backups({ view }: { readonly view: UpkeepView }) {
  const make = useUpkeepCall('backup.make', 'bar', () => reportDone(TEXTS.made));
  const choose = useUpkeepCall('backup.choosePlace', 'bar', ({ chosen }) => (chosen ? reportDone(TEXTS.chosen) : undefined));
  const role = useSession()?.person.role ?? '';
  const busy = make.isPending || choose.isPending ? TEXTS.working : undefined;
  const why = KEEPERS.includes(role) ? busy : TEXTS.keepersOnly;
  return (
    <section className={styles.panel} aria-labelledby="self-check-backups">
      <h2 id="self-check-backups">{TEXTS.backups}</h2>
      <p className={styles.note}>{TEXTS.backupNote}</p>
      <p>{view.secondPlace === undefined ? TEXTS.noSecond : TEXTS.second(view.secondPlace)}</p>
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => make.mutate({})} why={why ?? view.recovery?.why}>
          {TEXTS.make}
        </Button>
        <Button onPress={() => choose.mutate({})} why={why}>
          {TEXTS.choose}
        </Button>
        <Drill why={why ?? view.recovery?.why ?? (view.copies.length === 0 ? TEXTS.noCopies : undefined)} />
      </div>
      {view.copies.length === 0 ? (
        <p>{TEXTS.noCopies}</p>
      ) : (
        (['own', 'second'] as const).map((place) => <Copies key={place} place={place} copies={view.copies} />)
      )}
    </section>
  );
}

function Copies({ place, copies }: { readonly place: 'own' | 'second'; readonly copies: UpkeepView['copies'] }) {
  const there = copies.filter((copy) => copy.place === place).toReversed();
  if (there.length === 0) return null;
  return (
    <p className={styles.copies}>
      {TEXTS.copies[place]}：{there.map(({ day, bytes }) => TEXTS.copy(day, megabytes(bytes))).join('、')}
    </p>
  );
}

function Drill({ why }: { readonly why: string | undefined }) {
  const [job] = useState(newJob);
  const progress = useProgress(job);
  const drill = useDeskCall('backup.drill');
  const report = drill.data;
  return (
    <>
      <Button onPress={() => drill.mutate({ job })} why={drill.isPending ? TEXTS.drilling : why}>
        {TEXTS.drill}
      </Button>
      {drill.isPending ? (
        <ProgressLine progress={progress} name={TEXTS.drill} onCancel={() => void call('job.cancel', { job })} />
      ) : null}
      {report ? (
        <div role="status">
          <p className={report.good ? styles.name : styles.error}>
            {report.good ? TEXTS.drillGood(report.day) : TEXTS.drillBad(report.day)}
          </p>
          <ul className={styles.copies}>
            {report.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
