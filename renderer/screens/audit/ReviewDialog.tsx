import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { DraftNote } from '../../components/DraftNote.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { call } from '../../state/desk.ts';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { newJob, useProgress } from '../../state/jobs.ts';
import { reportDone } from '../../state/messages.ts';
import { useAuditReview } from '../../state/queries.ts';
import styles from './Audit.module.css';
import { TEXTS } from './texts.ts';

const codesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** 审计复核: remark and PIN; the whole log is verified before anything is signed. */
export function ReviewDialog({ onClose }: { readonly onClose: () => void }) {
  const draft = useFormDraft('audit-review');
  const [remark, setRemark] = fieldOf<string>(draft, 'remark', '');
  const [codes, setCodes] = fieldOf<string>(draft, 'codes', '');
  const [pin, setPin] = useState('');
  const [job] = useState(newJob);
  const progress = useProgress(job);
  const review = useAuditReview();
  const missing = remark.trim().length < 2 ? TEXTS.remarkMissing : pin === '' ? TEXTS.pinMissing : undefined;
  const why = review.isPending ? TEXTS.verifying : missing;
  const send = async () => {
    if (why) return;
    try {
      await review.mutateAsync({ remark: remark.trim(), pin, job, codes: codesOf(codes) });
    } catch {
      // Shown below from `review.error`.
      setPin('');
      return;
    }
    draft.drop();
    onClose();
    reportDone(TEXTS.reviewDone);
  };
  const actions = (
    <>
      <Button onPress={onClose}>{TEXTS.cancel}</Button>
      <Button kind="primary" type="submit" why={why}>
        {TEXTS.confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={TEXTS.review} onClose={onClose}>
      <DialogForm onSubmit={() => void send()} actions={actions}>
        <p>{TEXTS.reviewNote}</p>
        <Field label={TEXTS.remark} value={remark} onChange={setRemark} max={300} lines={2} required />
        <Field label={TEXTS.codes} value={codes} onChange={setCodes} max={2000} lines={3} hint={TEXTS.codesHint} />
        <Field label={TEXTS.pin} type="password" value={pin} onChange={setPin} max={128} required />
        <DraftNote draft={draft} />
        {review.isPending ? (
          <ProgressLine progress={progress} name={TEXTS.verifyJob} onCancel={() => void call('job.cancel', { job })} />
        ) : null}
        <div role="alert">{review.error ? <p className={styles.error}>{review.error.message}</p> : null}</div>
      </DialogForm>
    </ModalDialog>
  );
}
