import { memo } from 'react';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { call } from '../../state/desk.ts';
import { useProgress } from '../../state/jobs.ts';
import { reportError } from '../../state/messages.ts';
import { usePlace } from '../../state/place.ts';
import { type Matter, useSubmission } from '../../state/submission.ts';
import styles from './Submit.module.css';
import { sizeText } from './size.ts';
import { TEXTS } from './texts.ts';

/** A registered file goes from the list with 清空已完成; of the others each can be taken out. */
const isRegistered = ({ status }: Matter): boolean => status.at === 'done' && status.outcome.outcome === 'imported';

/** One file of the list; drawn anew only when its own matter changes, for lists of hundreds. */
export const MatterRow = memo(function MatterRow({
  matter,
  number,
  current,
}: {
  readonly matter: Matter;
  readonly number: number;
  readonly current: boolean;
}) {
  const choose = useSubmission((state) => state.choose);
  const remove = useSubmission((state) => state.remove);
  return (
    <li className={styles.matter} aria-current={current}>
      <span className={styles.number}>{number}</span>
      <button type="button" className={styles.file} onClick={() => choose(matter.key)} title={matter.file.name}>
        {matter.file.name}
        {matter.attachments.length > 0 ? (
          <span className={styles.more}>{TEXTS.attachments.count(matter.attachments.length)}</span>
        ) : null}
      </button>
      <div className={styles.state}>
        {matter.status.at === 'waiting' ? <span className={styles.size}>{sizeText(matter.file.size)}</span> : null}
        <MatterState matter={matter} />
        {matter.status.at === 'running' || isRegistered(matter) ? null : (
          <Button kind="quiet" onPress={() => remove(matter.key)} label={`${TEXTS.remove} ${matter.file.name}`}>
            {TEXTS.remove}
          </Button>
        )}
      </div>
    </li>
  );
});

function MatterState({ matter }: { readonly matter: Matter }) {
  const { status, file } = matter;
  const progress = useProgress(status.at === 'running' ? status.job : undefined);
  const openCase = usePlace((state) => state.openCase);
  if (status.at === 'waiting') return <Badge tone="plain">{TEXTS.waiting}</Badge>;
  if (status.at === 'running') {
    const cancel = () => void call('job.cancel', { job: status.job }).catch(reportError);
    return <ProgressLine progress={progress} name={file.name} onCancel={cancel} />;
  }
  if (status.at === 'failed') return <Badge tone="warn">{TEXTS.failed}</Badge>;
  const { outcome } = status;
  if (outcome.outcome === 'marked') return <Badge tone="block">{TEXTS.marked}</Badge>;
  if (outcome.outcome === 'duplicate')
    return (
      <>
        <Badge tone="review">{TEXTS.duplicate}</Badge>
        <Button onPress={() => openCase(outcome.case, 'desk')}>{TEXTS.openOld(outcome.number)}</Button>
      </>
    );
  return (
    <>
      <span>{TEXTS.found(outcome.findings)}</span>
      <Button onPress={() => openCase(outcome.case, 'desk')} label={`${TEXTS.open} ${file.name}`}>
        {TEXTS.open}
      </Button>
    </>
  );
}
