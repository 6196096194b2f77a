import { useIsMutating } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { CHANNELS, type Channel } from '../../../review/model/index.ts';
import { Radios } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { call } from '../../state/desk.ts';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { newJob, useProgress } from '../../state/jobs.ts';
import { useStatus } from '../../state/queries.ts';
import { ActDialog } from './ActDialog.tsx';
import styles from './Signing.module.css';
import { TEXTS } from './texts.ts';

interface CaseDialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

/** 放行: the only door through which a file may leave. */
export function ReleaseDialog({ view, onClose }: CaseDialogProps) {
  const [job] = useState(newJob);
  const progress = useProgress(job);
  // The last report of a job stays known after it; the line is for while it runs.
  const running = useIsMutating() > 0;
  return (
    <ActDialog
      call="release.register"
      input={(pin) => ({ case: view.row.id, pin, job })}
      view={view}
      title={TEXTS.releaseTitle}
      step={TEXTS.releaseTitle}
      confirm={TEXTS.release}
      done={TEXTS.done.released}
      missing={undefined}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.releaseHint}</p>
      {running && progress ? (
        <ProgressLine progress={progress} name={TEXTS.releaseCheck} onCancel={() => void call('job.cancel', { job })} />
      ) : null}
    </ActDialog>
  );
}

/** 发布登记: where and when it was published; no signature, the release stands behind it. */
export function PublishDialog({ view, onClose }: CaseDialogProps) {
  const today = useStatus().data?.today ?? '';
  const draft = useFormDraft(`publish:${view.row.id}`);
  const [channel, setChannel] = fieldOf<Channel>(draft, 'channel', view.channels[0] ?? 'website');
  const [address, setAddress] = fieldOf<string>(draft, 'address', '');
  const [publishedOn, setPublishedOn] = fieldOf<string>(draft, 'publishedOn', today);
  const missing =
    address.trim() === '' ? `请填写${TEXTS.address}` : publishedOn === '' ? `请填写${TEXTS.publishedOn}` : undefined;
  return (
    <ActDialog
      call="publish.record"
      input={() => ({ case: view.row.id, channel, address, publishedOn })}
      view={view}
      title={TEXTS.publishTitle}
      step={TEXTS.publishTitle}
      confirm={TEXTS.publish}
      done={TEXTS.done.published}
      missing={missing}
      needsPin={false}
      draft={draft}
      onClose={onClose}
    >
      <Radios legend={TEXTS.channel} options={CHANNELS} value={channel} onChange={setChannel} />
      <Field label={TEXTS.address} value={address} onChange={setAddress} hint={TEXTS.addressHint} max={300} required />
      <Field label={TEXTS.publishedOn} type="date" value={publishedOn} onChange={setPublishedOn} max={10} required />
    </ActDialog>
  );
}
