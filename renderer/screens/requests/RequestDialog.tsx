import { type ReactNode, useState } from 'react';
import type { Input, RequestView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { DraftNote } from '../../components/DraftNote.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import type { FormDraft } from '../../state/formDraft.ts';
import { reportDone } from '../../state/messages.ts';
import styles from './Requests.module.css';
import { TEXTS } from './texts.ts';
import { type RequestCall, useRequestCall } from './useRequests.ts';

interface RequestDialogProps<N extends RequestCall> {
  readonly call: N;
  readonly input: (pin: string) => Input<N>;
  readonly title: string;
  readonly hint: string;
  readonly confirm: string;
  readonly done: (view: RequestView) => string;
  /** Fields that must be filled in, by name. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly needsPin?: boolean;
  /** Keeps what is typed until the act is recorded. */
  readonly draft?: FormDraft;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One act on an application: its fields, the PIN where it is signed for, its own error. Closes only when it is recorded. */
export function RequestDialog<N extends RequestCall>(props: RequestDialogProps<N>) {
  const { fields, needsPin = false } = props;
  const [pin, setPin] = useState('');
  const act = useRequestCall(props.call);
  const empty = fields.find(([, value]) => value.trim() === '');
  const why = empty ? TEXTS.fill(empty[0]) : needsPin && pin === '' ? TEXTS.fill(TEXTS.pin) : undefined;
  const send = async () => {
    if (why || act.isPending) return;
    try {
      const view = (await act.mutateAsync(props.input(pin))) as RequestView;
      props.draft?.drop();
      props.onClose();
      reportDone(props.done(view));
    } catch {
      // Shown below from `act.error`; the PIN has to be typed again.
      setPin('');
    }
  };
  const actions = (
    <>
      <Button onPress={props.onClose}>{TEXTS.close}</Button>
      <Button kind="primary" type="submit" why={act.isPending ? TEXTS.working : why}>
        {act.isPending ? TEXTS.working : props.confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={props.title} onClose={props.onClose}>
      <DialogForm onSubmit={() => void send()} actions={actions}>
        <p className={styles.note}>{props.hint}</p>
        {props.children}
        {needsPin ? <Field label={TEXTS.pin} type="password" value={pin} onChange={setPin} max={128} required /> : null}
        {props.draft ? <DraftNote draft={props.draft} /> : null}
        <Trouble error={act.error} />
      </DialogForm>
    </ModalDialog>
  );
}
