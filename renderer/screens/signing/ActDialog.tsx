import { type ReactNode, useRef, useState } from 'react';
import type { CaseView, Input } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { DraftNote } from '../../components/DraftNote.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import type { FormDraft } from '../../state/formDraft.ts';
import { reportDone } from '../../state/messages.ts';
import { type CaseCall, useCaseCall } from '../../state/queries.ts';
import { SigningFacts } from './SigningFacts.tsx';
import { TEXTS } from './texts.ts';

/** What a deputy does in the other's name; everything else they do in their own, and the dialog must say so. */
const AS_DEPUTY: readonly CaseCall[] = [
  'chain.sign',
  'chain.return',
  'chain.refuse',
  'chain.hold',
  'chain.resume',
  'chain.refer',
  'chain.answer',
];

interface ActDialogProps<N extends CaseCall> {
  readonly call: N;
  /** What goes in beside the PIN; undefined while something is missing. */
  readonly input: (pin: string) => Input<N>;
  readonly view: CaseView;
  readonly title: string;
  readonly step: string;
  readonly confirm: string;
  readonly done: string;
  /** What must still be filled in; the button is grey and says it. */
  readonly missing: string | undefined;
  readonly needsPin?: boolean;
  readonly danger?: boolean;
  /** Keeps what is typed until the act is recorded. */
  readonly draft?: FormDraft;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One act on a case, with its facts, its fields, the PIN and its own error. Closes only when the act is recorded. */
export function ActDialog<N extends CaseCall>(props: ActDialogProps<N>) {
  const { view, missing, needsPin = true } = props;
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const act = useCaseCall(props.call, 'beside');
  const why = missing ?? (needsPin && pin === '' ? '请输入本人口令' : undefined);
  // Awaited, not in callbacks of the call: the fresh case may take this dialog off the screen before they run.
  const send = async () => {
    if (why || act.isPending) return;
    try {
      await act.mutateAsync(props.input(pin));
    } catch {
      // Shown below from `act.error`; the PIN has to be typed again.
      setPin('');
      field.current?.focus();
      return;
    }
    props.draft?.drop();
    props.onClose();
    reportDone(props.done);
  };
  const actions = (
    <>
      <Button onPress={props.onClose}>{TEXTS.cancel}</Button>
      <Button kind={props.danger ? 'danger' : 'primary'} type="submit" why={act.isPending ? TEXTS.working : why}>
        {act.isPending ? TEXTS.working : props.confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={props.title} onClose={props.onClose}>
      <DialogForm onSubmit={() => void send()} actions={actions}>
        <SigningFacts view={view} step={props.step} deputy={AS_DEPUTY.includes(props.call) ? view.actingFor : undefined} />
        {props.children}
        {needsPin ? (
          <Field
            label={TEXTS.pin}
            type="password"
            value={pin}
            onChange={setPin}
            hint={TEXTS.pinHint}
            max={128}
            required
            inputRef={field}
          />
        ) : null}
        {props.draft ? <DraftNote draft={props.draft} /> : null}
        <Trouble error={act.error} />
      </DialogForm>
    </ModalDialog>
  );
}
