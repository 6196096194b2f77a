import { useState } from 'react';
import type { QuarantineRow } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { DraftNote } from '../../components/DraftNote.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { SecondPersonFields, type SecondPersonValue } from '../../components/SecondPersonFields.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { reportDone } from '../../state/messages.ts';
import { useSettleQuarantine } from '../../state/queries.ts';
import styles from './Audit.module.css';
import { TEXTS } from './texts.ts';

interface SettleDialogProps {
  readonly row: QuarantineRow;
  readonly verdict: 'stands' | 'void';
  readonly onClose: () => void;
}

/** 确认有效 or 作废: reason, own PIN, the second person and theirs. */
export function SettleDialog({ row, verdict, onClose }: SettleDialogProps) {
  const draft = useFormDraft(`settle-${verdict}:${row.inc}.${row.from}.${row.key}`.slice(0, 80));
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  const [pin, setPin] = useState('');
  const [second, setSecond] = useState<SecondPersonValue>({ person: '', pin: '' });
  const settle = useSettleQuarantine();
  const missing =
    (reason.trim().length < 4 && TEXTS.lateReasonMissing) ||
    (pin === '' && TEXTS.pinMissing) ||
    (second.person === '' && TEXTS.secondMissing) ||
    (second.pin === '' && TEXTS.secondPinMissing) ||
    undefined;
  const why = settle.isPending ? TEXTS.working : missing;
  const send = async () => {
    if (why) return;
    const { ws, inc, key, from, to } = row;
    try {
      await settle.mutateAsync({ ws, inc, key, from, to, verdict, reason: reason.trim(), pin, second });
    } catch {
      // Shown below from `settle.error`.
      setPin('');
      setSecond({ ...second, pin: '' });
      return;
    }
    draft.drop();
    reportDone(TEXTS.lateDone);
    onClose();
  };
  const actions = (
    <>
      <Button onPress={onClose}>{TEXTS.cancel}</Button>
      <Button kind={verdict === 'void' ? 'danger' : 'primary'} type="submit" why={why}>
        {TEXTS.lateConfirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={verdict === 'stands' ? TEXTS.lateStandsTitle : TEXTS.lateVoidTitle} onClose={onClose}>
      <DialogForm onSubmit={() => void send()} actions={actions}>
        <p>{TEXTS.lateRow(row)}</p>
        <p>{verdict === 'stands' ? TEXTS.lateStandsNote : TEXTS.lateVoidNote}</p>
        <Field label={TEXTS.lateReason} value={reason} onChange={setReason} max={300} required />
        <Field label={TEXTS.pin} type="password" value={pin} onChange={setPin} max={128} required />
        <SecondPersonFields value={second} onChange={setSecond} />
        <DraftNote draft={draft} />
        <div role="alert">{settle.error ? <p className={styles.error}>{settle.error.message}</p> : null}</div>
      </DialogForm>
    </ModalDialog>
  );
}
