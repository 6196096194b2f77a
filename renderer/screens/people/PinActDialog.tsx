import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { DraftNote } from '../../components/DraftNote.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import type { FormDraft } from '../../state/formDraft.ts';
import { reportDone } from '../../state/messages.ts';
import { DIALOGS } from './texts.ts';

interface PinActDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly done: string | undefined;
  readonly pinLabel?: string;
  readonly pinHint?: string;
  /** What must still be filled in; the button is grey and says it. */
  readonly missing?: string | undefined;
  readonly danger?: boolean;
  readonly wide?: boolean;
  /** Keeps what is typed, without any PIN, until the act is recorded. */
  readonly draft?: FormDraft;
  /** Makes the call; what it throws is shown in the dialog, and the PIN has to be typed again. */
  readonly act: (pin: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** One act on the roster: its fields, the PIN of the person who signs, its own error. Closes only when the act is recorded. */
export function PinActDialog(props: PinActDialogProps) {
  const client = useQueryClient();
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const act = useMutation({ meta: { inline: true }, mutationFn: props.act });
  const why = props.missing ?? (pin === '' ? DIALOGS.pinMissing : undefined);
  const send = async () => {
    if (why || act.isPending) return;
    try {
      await act.mutateAsync(pin);
    } catch {
      // Shown below from `act.error`.
      setPin('');
      field.current?.focus();
      return;
    }
    for (const queryKey of [['roster'], ['people'], ['status'], ['cases']]) void client.invalidateQueries({ queryKey });
    props.draft?.drop();
    props.onClose();
    if (props.done) reportDone(props.done);
  };
  const actions = (
    <>
      <Button onPress={props.onClose}>{DIALOGS.cancel}</Button>
      <Button kind={props.danger ? 'danger' : 'primary'} type="submit" why={act.isPending ? DIALOGS.working : why}>
        {act.isPending ? DIALOGS.working : props.confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={props.title} onClose={props.onClose} wide={props.wide ?? false}>
      <DialogForm onSubmit={() => void send()} actions={actions}>
        {props.children}
        <Field
          label={props.pinLabel ?? DIALOGS.pin}
          type="password"
          value={pin}
          onChange={setPin}
          hint={props.pinHint}
          max={128}
          required
          inputRef={field}
        />
        {props.draft ? <DraftNote draft={props.draft} /> : null}
        <Trouble error={act.error} />
      </DialogForm>
    </ModalDialog>
  );
}
