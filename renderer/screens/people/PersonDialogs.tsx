import { useState } from 'react';
import type { RosterPerson, RosterRequest } from '../../../review/contract.ts';
import { ROLES, type Role, STATEMENT, STATEMENTS } from '../../../review/model/index.ts';
import { Radios } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { call } from '../../state/desk.ts';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { TEXTS as SET_UP } from '../setup/texts.ts';
import { NewPinFields, NO_PIN, newPinMissing, usePinMinimum } from './NewPinFields.tsx';
import styles from './People.module.css';
import { PinActDialog } from './PinActDialog.tsx';
import { DIALOGS, TEXTS } from './texts.ts';

const propose = (change: RosterRequest) => (pin: string) => call('roster.propose', { change, pin });

interface DialogProps {
  readonly onClose: () => void;
}
interface PersonDialogProps extends DialogProps {
  readonly person: RosterPerson;
}

/** 登记新人员: the person is there and types the PIN; the key is made before anybody signs for it. */
export function EnrollDialog({ onClose }: DialogProps) {
  const minimum = usePinMinimum();
  const draft = useFormDraft('enroll');
  const [name, setName] = fieldOf<string>(draft, 'name', '');
  const [role, setRole] = fieldOf<Role>(draft, 'role', 'drafter');
  const [department, setDepartment] = fieldOf<string>(draft, 'department', '');
  const [newPin, setNewPin] = useState(NO_PIN);
  const missing =
    name.trim().length < 2
      ? SET_UP.nameMissing
      : department.trim() === ''
        ? SET_UP.departmentMissing
        : newPinMissing(newPin, minimum);
  return (
    <PinActDialog
      title={DIALOGS.enrollTitle}
      confirm={DIALOGS.enroll}
      done={DIALOGS.proposed}
      pinLabel={DIALOGS.proposerPin}
      missing={missing}
      draft={draft}
      act={propose({ enroll: { name, role, department, newPin: newPin.pin } })}
      onClose={onClose}
    >
      <Field label={TEXTS.name} value={name} onChange={setName} hint={DIALOGS.sameName} max={30} required />
      <div className={styles.pair}>
        <SelectField label={TEXTS.role} options={ROLES} value={role} onChange={setRole} />
        <Field
          label={TEXTS.department}
          value={department}
          onChange={setDepartment}
          max={30}
          required
          suggestions={SET_UP.departments}
        />
      </div>
      <p className={styles.note}>
        {DIALOGS.statement}：{STATEMENTS[STATEMENT]}
      </p>
      <NewPinFields value={newPin} onChange={setNewPin} note={DIALOGS.ownHands} />
    </PinActDialog>
  );
}

export function AssignDialog({ person, onClose }: PersonDialogProps) {
  const draft = useFormDraft(`assign:${person.id}`);
  const [role, setRole] = fieldOf<Role>(draft, 'role', person.role);
  const [department, setDepartment] = fieldOf<string>(draft, 'department', person.department);
  return (
    <PinActDialog
      title={DIALOGS.assignTitle(person.name)}
      confirm={DIALOGS.enroll}
      done={DIALOGS.proposed}
      missing={department.trim() === '' ? SET_UP.departmentMissing : undefined}
      draft={draft}
      act={propose({ assign: { person: person.id, role, department } })}
      onClose={onClose}
    >
      <p className={styles.note}>{DIALOGS.assignHint}</p>
      <SelectField label={TEXTS.role} options={ROLES} value={role} onChange={setRole} />
      <Field
        label={TEXTS.department}
        value={department}
        onChange={setDepartment}
        max={30}
        required
        suggestions={SET_UP.departments}
      />
    </PinActDialog>
  );
}

/** 重设口令: a new key under a PIN the person types, the old key void; visible for ever. */
export function ResetDialog({ person, onClose }: PersonDialogProps) {
  const minimum = usePinMinimum();
  const [reason, setReason] = useState<keyof typeof DIALOGS.resetReasons>(person.state === 'locked' ? 'locked' : 'lost');
  const [newPin, setNewPin] = useState(NO_PIN);
  return (
    <PinActDialog
      title={DIALOGS.resetTitle(person.name)}
      confirm={DIALOGS.enroll}
      done={DIALOGS.proposed}
      pinLabel={DIALOGS.proposerPin}
      missing={newPinMissing(newPin, minimum)}
      act={propose({ reset: { person: person.id, reason, newPin: newPin.pin } })}
      onClose={onClose}
    >
      <p className={styles.note}>{DIALOGS.resetHint}</p>
      <Radios legend={DIALOGS.resetReason} options={DIALOGS.resetReasons} value={reason} onChange={setReason} />
      <NewPinFields value={newPin} onChange={setNewPin} note={DIALOGS.ownHands} />
    </PinActDialog>
  );
}

export function RevokeDialog({ person, onClose }: PersonDialogProps) {
  const [reason, setReason] = useState<keyof typeof DIALOGS.revokeReasons>('left');
  const [scope, setScope] = useState('');
  // Who has left signs nowhere any more; of a lost machine the key there alone can go.
  const single = reason === 'lost' && person.keys.length > 1;
  const scopes = Object.fromEntries([
    ['', DIALOGS.everyKey],
    ...person.keys.map(({ workstation, name, code }) => [workstation, DIALOGS.keyOn(name, code)]),
  ]);
  const alone = single && scope !== '' ? { workstation: scope } : {};
  return (
    <PinActDialog
      title={DIALOGS.revokeTitle(person.name)}
      confirm={DIALOGS.revoke}
      done={DIALOGS.proposed}
      danger
      act={propose({ revoke: { person: person.id, reason, ...alone } })}
      onClose={onClose}
    >
      <Radios legend={DIALOGS.revokeReason} options={DIALOGS.revokeReasons} value={reason} onChange={setReason} />
      {single ? <Radios legend={DIALOGS.revokeScope} options={scopes} value={scope} onChange={setScope} /> : null}
      <p className={styles.note}>{'workstation' in alone ? DIALOGS.revokeAlone : DIALOGS.revokeHint[reason]}</p>
    </PinActDialog>
  );
}

/** 修改本人口令. */
export function PinDialog({ onClose }: DialogProps) {
  const minimum = usePinMinimum();
  const [newPin, setNewPin] = useState(NO_PIN);
  return (
    <PinActDialog
      title={DIALOGS.pinTitle}
      confirm={DIALOGS.pinChange}
      done={DIALOGS.pinChanged}
      pinLabel={DIALOGS.oldPin}
      pinHint={DIALOGS.pinHint}
      missing={newPinMissing(newPin, minimum)}
      act={(pin) => call('pin.change', { pin, newPin: newPin.pin })}
      onClose={onClose}
    >
      <NewPinFields value={newPin} onChange={setNewPin} />
    </PinActDialog>
  );
}
