import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ListHead } from '../../components/ListScreen.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { useSession } from '../../state/queries.ts';
import { VerifyResult } from '../ledger/VerifyResult.tsx';
import { useExport } from '../signoff/Exports.tsx';
import styles from './Audit.module.css';
import { FullInspectionDialog } from './FullInspectionDialog.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { TEXTS } from './texts.ts';
import { useVerification } from './useVerification.ts';

/** Head of the screen: how much there is, the check with its progress, the review, what an inspector takes along. */
export function AuditTools({ total, reviewed }: { readonly total: string; readonly reviewed: string }) {
  const [open, setOpen] = useState<'review' | 'full'>();
  const { verify, progress, cancel } = useVerification();
  const make = useExport();
  const session = useSession();
  const offer = session?.exports.find(({ kind }) => kind === 'inspection');
  const exporting = make.isPending ? TEXTS.working : undefined;
  return (
    <>
      <ListHead title={TEXTS.title} total={total}>
        <span className={styles.total}>{reviewed}</span>
        <div className={styles.tools}>
          <Button
            onPress={() => make.mutate({ kind: 'inspection' })}
            why={exporting ?? (offer ? undefined : TEXTS.notYourExport)}
          >
            {TEXTS.inspection}
          </Button>
          <Button onPress={() => setOpen('full')} why={exporting ?? (offer?.full ? undefined : TEXTS.notYourExport)}>
            {TEXTS.inspectionFull}
          </Button>
          <Button onPress={() => setOpen('review')} why={session?.person.role === 'auditor' ? undefined : TEXTS.auditorOnly}>
            {TEXTS.review}
          </Button>
          <Button kind="primary" onPress={() => verify.mutate([])} why={verify.isPending ? TEXTS.verifying : undefined}>
            {verify.isPending ? TEXTS.verifying : TEXTS.verify}
          </Button>
        </div>
      </ListHead>
      {verify.isPending ? <ProgressLine progress={progress} name={TEXTS.verifyJob} onCancel={cancel} /> : null}
      {verify.data ? <VerifyResult report={verify.data} onClose={verify.reset} /> : null}
      {open === 'review' ? <ReviewDialog onClose={() => setOpen(undefined)} /> : null}
      {open === 'full' ? <FullInspectionDialog onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
