import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { DraftNote } from '../../components/DraftNote.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { SecondPersonFields, type SecondPersonValue } from '../../components/SecondPersonFields.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { useExport } from '../signoff/Exports.tsx';
import styles from './Audit.module.css';
import { TEXTS } from './texts.ts';

/** 检查包（全量）: reason, own PIN, the second person and theirs. */
export function FullInspectionDialog({ onClose }: { readonly onClose: () => void }) {
  const draft = useFormDraft('inspection-full');
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  const [pin, setPin] = useState('');
  const [second, setSecond] = useState<SecondPersonValue>({ person: '', pin: '' });
  const make = useExport();
  const missing =
    (reason.trim().length < 2 && TEXTS.reasonMissing) ||
    (pin === '' && TEXTS.pinMissing) ||
    (second.person === '' && TEXTS.secondMissing) ||
    (second.pin === '' && TEXTS.secondPinMissing) ||
    undefined;
  const why = make.isPending ? TEXTS.working : missing;
  const send = async () => {
    if (why) return;
    try {
      await make.mutateAsync({ kind: 'inspection', full: { reason: reason.trim(), pin, second } });
    } catch {
      // Shown below from `make.error`.
      setPin('');
      setSecond({ ...second, pin: '' });
      return;
    }
    draft.drop();
    onClose();
  };
  const actions = (
    <>
      <Button onPress={onClose}>{TEXTS.cancel}</Button>
      <Button kind="primary" type="submit" why={why}>
        {TEXTS.fullConfirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={TEXTS.inspectionFull} onClose={onClose}>
      <DialogForm onSubmit={() => void send()} actions={actions}>
        <p>{TEXTS.inspectionFullNote}</p>
        <Field label={TEXTS.inspectionReason} value={reason} onChange={setReason} max={200} required />
        <Field label={TEXTS.pin} type="password" value={pin} onChange={setPin} max={128} required />
        <SecondPersonFields value={second} onChange={setSecond} />
        <DraftNote draft={draft} />
        <div role="alert">{make.error ? <p className={styles.error}>{make.error.message}</p> : null}</div>
      </DialogForm>
    </ModalDialog>
  );
}
