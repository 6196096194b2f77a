import { useRef } from 'react';
import type { ActionView, CaseView } from '../../../review/contract.ts';
import { SampleBadge, StateBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { DeadlineMark } from '../../components/DeadlineMark.tsx';
import { FileInput } from '../../components/FileInput.tsx';
import bar from '../../components/ProgressBar.module.css';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { call } from '../../state/desk.ts';
import { useProgress } from '../../state/jobs.ts';
import { reportError } from '../../state/messages.ts';
import styles from './CaseBar.module.css';
import { progressOf } from './documents.ts';
import { TEXTS } from './texts.ts';
import type { VersionJob } from './useVersionJobs.ts';

interface CaseBarProps {
  readonly view: CaseView;
  readonly job: VersionJob | undefined;
  readonly onUndo: () => void;
  readonly onSubmit: () => void;
  readonly onCleanCopy: () => void;
  readonly onAddVersion: (file: File) => void;
  readonly onCompare: () => void;
  readonly onSignOff: () => void;
  readonly submitWhy: string | undefined;
}

/** Reason of a grey button; undefined when it may be pressed. */
export const whyGrey = (action: ActionView): string | undefined =>
  action.enabled ? undefined : action.why || '现在不能进行这一步。';

export function CaseBar(props: CaseBarProps) {
  const { view, job } = props;
  const { row, actions } = view;
  const { decided, total } = progressOf(view);
  const version = view.versions.at(-1)?.number ?? 0;
  return (
    <header className={styles.bar}>
      <h1 className={styles.title} title={row.title}>
        {row.title}
      </h1>
      <span className={styles.number}>
        {row.number}
        {version > 1 ? ` · 第${version}稿` : ''}
      </span>
      {row.sample ? <SampleBadge /> : null}
      <StateBadge state={row.state} />
      <DeadlineMark deadline={row.deadline} state={row.state} />
      <span className={styles.progress}>
        <progress className={bar.bar} max={Math.max(total, 1)} value={decided} aria-label={TEXTS.progress(decided, total)} />
        <span aria-live="polite">{TEXTS.progress(decided, total)}</span>
      </span>
      <div className={styles.buttons}>
        {job ? (
          <JobLine job={job} />
        ) : (
          <>
            <Button onPress={props.onUndo} command="desk.undo" why={whyGrey(actions.undo)}>
              {TEXTS.undo(view.undoLabel)}
            </Button>
            <VersionButton view={view} onAddVersion={props.onAddVersion} />
            <Button onPress={props.onCleanCopy} command="desk.clean-copy" why={whyGrey(actions.cleanCopy)}>
              {TEXTS.cleanCopy}
            </Button>
            <Button
              onPress={props.onCompare}
              command="desk.compare"
              why={view.versions.length > 1 ? undefined : TEXTS.compareWhy}
            >
              {TEXTS.compare}
            </Button>
            <Button onPress={props.onSignOff}>{TEXTS.signOff}</Button>
            <Button kind="primary" onPress={props.onSubmit} command="desk.submit" why={props.submitWhy}>
              {TEXTS.submit}
            </Button>
          </>
        )}
      </div>
    </header>
  );
}

function JobLine({ job }: { readonly job: VersionJob }) {
  const progress = useProgress(job.id);
  const cancel = () => void call('job.cancel', { job: job.id }).catch(reportError);
  return <ProgressLine progress={progress ?? { job: job.id, phase: job.name }} name={job.name} onCancel={cancel} />;
}

function VersionButton({ view, onAddVersion }: { readonly view: CaseView; readonly onAddVersion: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <FileInput label={TEXTS.addVersion} inputRef={input} onFiles={([file]) => onAddVersion(file)} />
      <Button onPress={() => input.current?.click()} why={whyGrey(view.actions.addVersion)}>
        {TEXTS.addVersion}
      </Button>
    </>
  );
}
