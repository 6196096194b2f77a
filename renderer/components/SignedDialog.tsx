import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { FormDraft } from '../state/formDraft.ts';
import { reportDone } from '../state/messages.ts';
import { Button } from './Button.tsx';
import { DraftNote } from './DraftNote.tsx';
import { Field } from './Field.tsx';
import { DialogForm, ModalDialog } from './ModalDialog.tsx';
import { SecondPersonFields, type SecondPersonValue } from './SecondPersonFields.tsx';
import { Trouble } from './Trouble.tsx';

const TEXTS = {
  pin: '本人口令（PIN）',
  pinMissing: '请输入本人口令',
  secondMissing: '请选择另一人',
  secondPinMissing: '请另一人输入自己的口令',
  cancel: '取消',
  working: '正在办理……',
} as const;

/** What is typed to sign; it lives as long as the dialog and goes with every refusal. */
export interface Signature {
  readonly pin: string;
  readonly second: SecondPersonValue;
}

const NOBODY: SecondPersonValue = { person: '', pin: '' };

/** Who must sign: nobody (an act without a signature of its own), the person at the desk, or two people. */
export type Signers = 'none' | 'one' | 'two';

interface SignedDialogProps {
  readonly title: string;
  readonly confirm: string;
  /** What must still be filled in before anybody signs; the button is grey and says it. */
  readonly missing?: string | undefined;
  readonly signers?: Signers;
  readonly pinLabel?: string | undefined;
  readonly pinHint?: string | undefined;
  readonly working?: string;
  readonly danger?: boolean | undefined;
  readonly wide?: boolean | undefined;
  /** Keeps what is typed, without any PIN, until the act is recorded. */
  readonly draft?: FormDraft | undefined;
  /** Resolves when the act is recorded, with the words to report, if any; what it throws is shown in the dialog. */
  readonly send: (signature: Signature) => Promise<string | undefined>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

function unsigned(signers: Signers, { pin, second }: Signature): string | undefined {
  if (signers === 'none') return undefined;
  if (pin === '') return TEXTS.pinMissing;
  if (signers === 'one') return undefined;
  if (second.person === '') return TEXTS.secondMissing;
  return second.pin === '' ? TEXTS.secondPinMissing : undefined;
}

/** One act that is signed for: its fields, the PIN or PINs, its own error. Closes only when the act is recorded. */
export function SignedDialog(props: SignedDialogProps) {
  const { signers = 'one' } = props;
  const [pin, setPin] = useState('');
  const [second, setSecond] = useState(NOBODY);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const act = useMutation({ meta: { inline: true }, mutationFn: props.send });
  const why = act.isPending ? (props.working ?? TEXTS.working) : (props.missing ?? unsigned(signers, { pin, second }));
  // Awaited, not in callbacks of the call: a fresh case may take this dialog off the screen before they run.
  const submit = async () => {
    if (why) return;
    let words: string | undefined;
    try {
      words = await act.mutateAsync({ pin, second });
    } catch {
      // Shown below from `act.error`; what was typed to sign has to be typed again.
      setPin('');
      setSecond({ ...second, pin: '' });
      field.current?.focus();
      return;
    }
    props.draft?.drop();
    props.onClose();
    if (words) reportDone(words);
  };
  const actions = (
    <>
      <Button onPress={props.onClose}>{TEXTS.cancel}</Button>
      <Button kind={props.danger ? 'danger' : 'primary'} type="submit" why={why}>
        {act.isPending ? why : props.confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={props.title} onClose={props.onClose} wide={props.wide ?? false}>
      <DialogForm onSubmit={() => void submit()} actions={actions}>
        {props.children}
        {signers === 'none' ? null : (
          <Field
            label={props.pinLabel ?? TEXTS.pin}
            type="password"
            value={pin}
            onChange={setPin}
            hint={props.pinHint}
            max={128}
            required
            inputRef={field}
          />
        )}
        {signers === 'two' ? <SecondPersonFields value={second} onChange={setSecond} /> : null}
        {props.draft ? <DraftNote draft={props.draft} /> : null}
        <Trouble error={act.error} />
      </DialogForm>
    </ModalDialog>
  );
}
