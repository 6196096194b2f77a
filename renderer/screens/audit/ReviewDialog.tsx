import { useState } from 'react';
import { Field } from '../../components/Field.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { SignedDialog } from '../../components/SignedDialog.tsx';
import { call } from '../../state/desk.ts';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { newJob, useProgress } from '../../state/jobs.ts';
import { useAuditReview } from '../../state/queries.ts';
import { TEXTS } from './texts.ts';

const codesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** 审计复核: remark and PIN; the whole log is verified before anything is signed. */
export function ReviewDialog({ onClose }: { readonly onClose: () => void }) {
  const draft = useFormDraft('audit-review');
  const [remark, setRemark] = fieldOf<string>(draft, 'remark', '');
  const [codes, setCodes] = fieldOf<string>(draft, 'codes', '');
  const [job] = useState(newJob);
  const progress = useProgress(job);
  const review = useAuditReview();
  return (
    <SignedDialog
      title={TEXTS.review}
      confirm={TEXTS.confirm}
      missing={remark.trim().length < 2 ? TEXTS.remarkMissing : undefined}
      working={TEXTS.verifying}
      draft={draft}
      send={async ({ pin }) => {
        await review.mutateAsync({ remark: remark.trim(), pin, job, codes: codesOf(codes) });
        return TEXTS.reviewDone;
      }}
      onClose={onClose}
    >
      <p>{TEXTS.reviewNote}</p>
      <Field label={TEXTS.remark} value={remark} onChange={setRemark} max={300} lines={2} required />
      <Field label={TEXTS.codes} value={codes} onChange={setCodes} max={2000} lines={3} hint={TEXTS.codesHint} />
      {review.isPending ? (
        <ProgressLine progress={progress} name={TEXTS.verifyJob} onCancel={() => void call('job.cancel', { job })} />
      ) : null}
    </SignedDialog>
  );
}
