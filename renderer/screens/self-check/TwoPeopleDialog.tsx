import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { SecondPersonFields, type SecondPersonValue } from '../../components/SecondPersonFields.tsx';
import styles from './SelfCheck.module.css';
import { TEXTS } from './texts.ts';

interface TwoPeopleDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly missing: string | undefined;
  /** Resolves when the act is recorded; its failure is shown here. */
  readonly send: (people: { readonly pin: string; readonly second: SecondPersonValue }) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** An act for two people: its fields, both PINs, and its own error. */
export function TwoPeopleDialog({ title, confirm, missing, send, onClose, children }: TwoPeopleDialogProps) {
  const [pin, setPin] = useState('');
  const [second, setSecond] = useState<SecondPersonValue>({ person: '', pin: '' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const incomplete = pin === '' ? TEXTS.pinMissing : second.person === '' || second.pin === '' ? TEXTS.secondMissing : undefined;
  const why = busy ? TEXTS.working : (missing ?? incomplete);
  const submit = async () => {
    if (why) return;
    setBusy(true);
    try {
      await send({ pin, second });
      onClose();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : String(thrown));
      setPin('');
      setSecond({ ...second, pin: '' });
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button onPress={onClose}>{TEXTS.cancel}</Button>
      <Button kind="danger" type="submit" why={why}>
        {confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={title} onClose={onClose}>
      <DialogForm onSubmit={() => void submit()} actions={actions}>
        {children}
        <Field label={TEXTS.pin} type="password" value={pin} onChange={setPin} max={128} required />
        <SecondPersonFields value={second} onChange={setSecond} />
        <div role="alert">{error === undefined ? null : <p className={styles.error}>{error}</p>}</div>
      </DialogForm>
    </ModalDialog>
  );
}
