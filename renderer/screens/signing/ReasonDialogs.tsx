import type { CaseView } from '../../../review/contract.ts';
import { STEPS } from '../../../review/model/index.ts';
import { Field } from '../../components/Field.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { ActDialog } from './ActDialog.tsx';
import styles from './Signing.module.css';
import { TEXTS } from './texts.ts';

interface CaseDialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

const stepName = (view: CaseView): string => (view.myStep ? STEPS[view.myStep] : '');
const lacks = (text: string, what: string): string | undefined => (text.trim() === '' ? `请填写${what}` : undefined);

/** 退回: back to the drafter, with a reason. */
export function ReturnDialog({ view, onClose }: CaseDialogProps) {
  const draft = useFormDraft(`return:${view.row.id}`);
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  return (
    <ActDialog
      call="chain.return"
      input={(pin) => ({ case: view.row.id, reason, pin })}
      view={view}
      title={TEXTS.returnTitle}
      step={stepName(view)}
      confirm={TEXTS.return}
      done={TEXTS.done.returned}
      missing={lacks(reason, TEXTS.reason)}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.returnHint}</p>
      <Field label={TEXTS.reason} lines={3} value={reason} onChange={setReason} max={500} required />
    </ActDialog>
  );
}

/** 不予公开: a signed outcome with reason and basis. */
export function RefuseDialog({ view, onClose }: CaseDialogProps) {
  const draft = useFormDraft(`refuse:${view.row.id}`);
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  const [basis, setBasis] = fieldOf<string>(draft, 'basis', '');
  return (
    <ActDialog
      call="chain.refuse"
      input={(pin) => ({ case: view.row.id, reason, basis, pin })}
      view={view}
      title={TEXTS.refuseTitle}
      step={stepName(view)}
      confirm={TEXTS.refuse}
      done={TEXTS.done.refused}
      missing={lacks(reason, TEXTS.reason) ?? lacks(basis, TEXTS.refuseBasis)}
      danger
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.refuseHint}</p>
      <Field label={TEXTS.reason} lines={3} value={reason} onChange={setReason} max={500} required />
      <Field label={TEXTS.refuseBasis} value={basis} onChange={setBasis} max={100} required suggestions={TEXTS.bases} />
    </ActDialog>
  );
}

/** 作废: the case goes no further; its records stay. */
export function WithdrawDialog({ view, onClose }: CaseDialogProps) {
  const draft = useFormDraft(`withdraw:${view.row.id}`);
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  return (
    <ActDialog
      call="case.withdraw"
      input={(pin) => ({ case: view.row.id, reason, pin })}
      view={view}
      title={TEXTS.withdrawTitle}
      step={stepName(view)}
      confirm={TEXTS.withdraw}
      done={TEXTS.done.withdrawn}
      missing={lacks(reason, TEXTS.reason)}
      danger
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.withdrawHint}</p>
      <Field label={TEXTS.reason} lines={2} value={reason} onChange={setReason} max={500} required />
    </ActDialog>
  );
}
