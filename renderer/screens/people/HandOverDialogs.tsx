import { useState } from 'react';
import type { RosterView, RosterWorkstation } from '../../../review/contract.ts';
import { Check } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { call } from '../../state/desk.ts';
import { useSession } from '../../state/queries.ts';
import styles from './People.module.css';
import { PinActDialog } from './PinActDialog.tsx';
import { NO_ROOT_FILE, type RootFile, RootFileFields, rootFileMissing } from './RootFileFields.tsx';
import { DIALOGS } from './texts.ts';
import { HAND_OVER_TEXTS as TEXTS } from './workstationTexts.ts';

interface HandOverProps {
  readonly to: RosterWorkstation;
  readonly onClose: () => void;
}

/** While the workstation that writes the roster still works: its people propose, another confirms with the root key. */
export function HandOverDialog({ to, onClose }: HandOverProps) {
  return (
    <PinActDialog
      title={TEXTS.handOverTitle(to.name)}
      confirm={DIALOGS.enroll}
      done={DIALOGS.proposed}
      act={(pin) => call('roster.propose', { change: { home: { workstation: to.id } }, pin })}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.handOverHint(to.name)}</p>
    </PinActDialog>
  );
}

/** When it is lost: two people here and the root key, in one step. */
export function TakeOverDialog({ view, onClose }: { readonly view: RosterView; readonly onClose: () => void }) {
  const own = useSession()?.person.id;
  const [person, setPerson] = useState('');
  const [secondPin, setSecondPin] = useState('');
  const [root, setRoot] = useState<RootFile>(NO_ROOT_FILE);
  const [lost, setLost] = useState(false);
  const keeper = view.workstations.find(({ keepsRoster }) => keepsRoster)?.name ?? '';
  const others = view.people.filter(({ id, state }) => id !== own && state === 'usable');
  const options = Object.fromEntries([['', '请选择'], ...others.map(({ id, name }) => [id, name])]);
  const missing = !lost
    ? TEXTS.lostMissing
    : person === ''
      ? DIALOGS.choose(TEXTS.second)
      : secondPin === ''
        ? DIALOGS.fill(DIALOGS.secondPin)
        : view.root.here
          ? undefined
          : rootFileMissing(root);
  const file = root.file ? { root: { file: root.file, passphrase: root.passphrase } } : {};
  return (
    <PinActDialog
      title={TEXTS.takeOverTitle}
      confirm={TEXTS.sign}
      done={TEXTS.takenOver}
      danger
      missing={missing}
      act={(pin) => call('roster.takeOver', { pin, second: { person, pin: secondPin }, ...file })}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.takeOverHint(keeper)}</p>
      <Check label={TEXTS.lost(keeper)} checked={lost} onChange={setLost} />
      <div className={styles.pair}>
        <SelectField label={TEXTS.second} options={options} value={person} onChange={setPerson} />
        <Field label={DIALOGS.secondPin} type="password" value={secondPin} onChange={setSecondPin} max={128} required />
      </div>
      {view.root.here ? null : <RootFileFields value={root} onChange={setRoot} />}
    </PinActDialog>
  );
}
