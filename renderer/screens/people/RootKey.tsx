import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RosterView } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { call } from '../../state/desk.ts';
import { reportDone, reportInfo } from '../../state/messages.ts';
import { useSession, useStatus } from '../../state/queries.ts';
import { NewPinFields, NO_PIN, newPinMissing } from './NewPinFields.tsx';
import styles from './People.module.css';
import { PinActDialog } from './PinActDialog.tsx';
import { NO_ROOT_FILE, type RootFile, RootFileFields, rootFileMissing } from './RootFileFields.tsx';
import { rootSheetFile } from './rootSheet.ts';
import { DIALOGS, TEXTS } from './texts.ts';

/** Shortest passphrase of a root key on a stick. */
const PASSPHRASE = 10;

/** The unit root key: its fingerprint, where it lies, the way to sticks; who signs routine changes. */
export function RootKey({ view }: { readonly view: RosterView }) {
  const [act, setAct] = useState<'export' | 'remove' | 'routine'>();
  const { here, fingerprint } = view.root;
  const why = here ? view.whyNotRoot || undefined : TEXTS.rootHereWhy;
  const close = () => setAct(undefined);
  const status = useStatus().data;
  const sheet = useMutation({
    mutationFn: () => call('file.save', rootSheetFile(status?.office ?? '', fingerprint, status?.today ?? '')),
    onSuccess: ({ saved }) => (saved ? reportDone(DIALOGS.sheetSaved) : undefined),
  });
  return (
    <div className={styles.sheet}>
      <dl className={styles.facts}>
        <dt>{TEXTS.fingerprint}</dt>
        <dd className={styles.fingerprint}>{fingerprint}</dd>
        <dt>{TEXTS.state}</dt>
        <dd>
          <Badge tone={here ? 'warn' : 'done'}>{here ? TEXTS.rootHere : TEXTS.rootAway}</Badge>
        </dd>
      </dl>
      <ul className={styles.about}>
        {TEXTS.rootAbout.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.bar}>
        <Button kind="primary" onPress={() => setAct('export')} why={why}>
          {TEXTS.rootExport}
        </Button>
        <Button onPress={() => setAct('remove')} why={why}>
          {TEXTS.rootRemove}
        </Button>
        <Button onPress={() => sheet.mutate()}>{DIALOGS.sheet}</Button>
      </div>
      {view.administered ? <Routine view={view} onChange={() => setAct('routine')} /> : null}
      {act === 'export' ? <ExportDialog view={view} onClose={close} /> : null}
      {act === 'remove' ? <RemoveDialog onClose={close} /> : null}
      {act === 'routine' ? <RoutineDialog view={view} onClose={close} /> : null}
    </div>
  );
}

const otherWay = ({ routine }: RosterView) => (routine === 'administrators' ? 'root' : 'administrators');

function Routine({ view, onChange }: { readonly view: RosterView; readonly onChange: () => void }) {
  return (
    <section className={styles.part} aria-label={TEXTS.routineTitle}>
      <h2>{TEXTS.routineTitle}</h2>
      <p>{TEXTS.routine[view.routine]}</p>
      <Button onPress={onChange} why={view.whyNotPropose || undefined}>
        {TEXTS.routineChange[otherWay(view)]}
      </Button>
    </section>
  );
}

interface DialogProps {
  readonly view: RosterView;
  readonly onClose: () => void;
}

function RoutineDialog({ view, onClose }: DialogProps) {
  const routine = otherWay(view);
  return (
    <PinActDialog
      title={DIALOGS.routineTitle}
      confirm={DIALOGS.enroll}
      done={DIALOGS.proposed}
      act={(pin) => call('roster.propose', { change: { routine }, pin })}
      onClose={onClose}
    >
      <p className={styles.what}>{TEXTS.routine[routine]}</p>
    </PinActDialog>
  );
}

const WITNESSES = ['head', 'reviewer', 'leader', 'sysadmin', 'secadmin'];

/** Two people there, a passphrase of the keeper, a file for the stick. */
function ExportDialog({ view, onClose }: DialogProps) {
  const own = useSession()?.person.id;
  const [person, setPerson] = useState('');
  const [secondPin, setSecondPin] = useState('');
  const [passphrase, setPassphrase] = useState(NO_PIN);
  const witnesses = view.people.filter(({ id, role, state }) => id !== own && state === 'usable' && WITNESSES.includes(role));
  const options = Object.fromEntries([['', '请选择'], ...witnesses.map(({ id, name }) => [id, name])]);
  const missing =
    person === ''
      ? DIALOGS.choose(DIALOGS.second)
      : secondPin === ''
        ? DIALOGS.fill(DIALOGS.secondPin)
        : newPinMissing(passphrase, PASSPHRASE);
  const run = async (pin: string) => {
    const file = await call('root.export', { pin, second: { person, pin: secondPin }, passphrase: passphrase.pin });
    const { saved } = await call('file.save', { name: file.name, base64: file.base64 });
    if (saved) reportDone(DIALOGS.exported(file.name));
    else reportInfo(DIALOGS.notSaved);
  };
  return (
    <PinActDialog
      title={DIALOGS.exportTitle}
      confirm={DIALOGS.export}
      done={undefined}
      missing={missing}
      act={run}
      onClose={onClose}
    >
      <p className={styles.note}>{DIALOGS.exportHint}</p>
      <NewPinFields value={passphrase} onChange={setPassphrase} label={DIALOGS.passphrase} hint={DIALOGS.passphraseHint} />
      <div className={styles.pair}>
        <SelectField label={DIALOGS.second} options={options} value={person} onChange={setPerson} />
        <Field label={DIALOGS.secondPin} type="password" value={secondPin} onChange={setSecondPin} max={128} required />
      </div>
    </PinActDialog>
  );
}

function RemoveDialog({ onClose }: { readonly onClose: () => void }) {
  const [root, setRoot] = useState<RootFile>(NO_ROOT_FILE);
  return (
    <PinActDialog
      title={DIALOGS.removeTitle}
      confirm={DIALOGS.remove}
      done={DIALOGS.removed}
      danger
      missing={rootFileMissing(root)}
      act={async (pin) =>
        root.file ? call('root.remove', { pin, root: { file: root.file, passphrase: root.passphrase } }) : undefined
      }
      onClose={onClose}
    >
      <p className={styles.note}>{DIALOGS.removeHint}</p>
      <RootFileFields value={root} onChange={setRoot} />
    </PinActDialog>
  );
}
