import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { JoinRequested, RosterView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { call } from '../../state/desk.ts';
import { reportDone } from '../../state/messages.ts';
import { NewPinFields, NO_PIN, newPinMissing, usePinMinimum } from './NewPinFields.tsx';
import styles from './People.module.css';
import { DIALOGS } from './texts.ts';
import { WORKSTATION_TEXTS as TEXTS } from './workstationTexts.ts';

/** Somebody of the roster who is to sign on this workstation too, or whose key here is locked: a key is made and asked for. */
export function OwnKeyDialog({ view, onClose }: { readonly view: RosterView; readonly onClose: () => void }) {
  const [person, setPerson] = useState('');
  const [pin, setPin] = useState(NO_PIN);
  const minimum = usePinMinimum();
  const here = view.workstations.find((one) => one.here)?.name ?? '';
  // Where the roster is changed, a locked key is put right by 重设口令.
  const atHome = view.workstations.some((one) => one.here && one.keepsRoster);
  const people = view.people.filter(({ state }) => (atHome ? state === 'missing' : state !== 'left' && state !== 'revoked'));
  const chosen = people.find(({ id }) => id === person);
  const request = useMutation({
    meta: { inline: true },
    mutationFn: ({ name, role, department }: (typeof people)[number]) =>
      call('join.request', { name: here, people: [{ name, role, department: department || '—', pin: pin.pin }] }),
  });
  if (request.data) return <Requested made={request.data} onClose={onClose} />;
  const missing = chosen ? newPinMissing(pin, minimum) : DIALOGS.choose(TEXTS.person);
  const why = request.isPending ? DIALOGS.working : missing;
  const actions = (
    <>
      <Button onPress={onClose}>{DIALOGS.cancel}</Button>
      <Button kind="primary" type="submit" why={why}>
        {TEXTS.make}
      </Button>
    </>
  );
  const options = [['', '请选择'] as const, ...people.map(({ id, name }) => [id, name] as const)];
  return (
    <ModalDialog title={TEXTS.ownKey} onClose={onClose}>
      <DialogForm onSubmit={() => (chosen && !why ? request.mutate(chosen) : undefined)} actions={actions}>
        <p className={styles.note}>{TEXTS.ownKeyNote}</p>
        <SelectField label={TEXTS.person} options={options} value={person} onChange={setPerson} />
        <NewPinFields value={pin} onChange={setPin} note={DIALOGS.ownHands} />
        <Trouble error={request.error} />
      </DialogForm>
    </ModalDialog>
  );
}

function Requested({ made, onClose }: { readonly made: JoinRequested; readonly onClose: () => void }) {
  const save = useMutation({
    mutationFn: () => call('file.save', { name: made.name, base64: made.base64 }),
    onSuccess: ({ saved }) => {
      if (!saved) return;
      reportDone(TEXTS.requestSaved(made.name));
      onClose();
    },
  });
  return (
    <ModalDialog title={TEXTS.ownKey} onClose={onClose}>
      <DialogForm
        onSubmit={() => save.mutate()}
        actions={
          <Button kind="primary" type="submit">
            {TEXTS.save}
          </Button>
        }
      >
        <p>{TEXTS.codes}</p>
        <dl className={styles.facts}>
          {made.keys.map(({ name, code }) => (
            <div key={code} className={styles.fact}>
              <dt>{name}</dt>
              <dd className={styles.code}>{code}</dd>
            </div>
          ))}
        </dl>
      </DialogForm>
    </ModalDialog>
  );
}
