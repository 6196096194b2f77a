import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { JoinAsked } from '../../../review/contract.ts';
import { ROLES } from '../../../review/model/index.ts';
import { Check } from '../../components/Choice.tsx';
import { ChooseFile } from '../../components/ChooseFile.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { call } from '../../state/desk.ts';
import { toBase64 } from '../../state/files.ts';
import styles from './People.module.css';
import { PinActDialog } from './PinActDialog.tsx';
import { WORKSTATION_TEXTS as TEXTS } from './workstationTexts.ts';

/** What a request asks for, its codes beside those on paper; then the first of the two signatures. */
export function AdmitDialog({ onClose }: { readonly onClose: () => void }) {
  const [same, setSame] = useState(false);
  const open = useMutation({
    mutationFn: async (chosen: File) => {
      const file = { name: chosen.name, base64: await toBase64(chosen) };
      return { file, asked: await call('join.open', { file }) };
    },
  });
  const found = open.data;
  const missing = found ? found.asked.whyNot || (same ? undefined : TEXTS.compareMissing) : TEXTS.fileMissing;
  return (
    <PinActDialog
      title={TEXTS.title}
      confirm={TEXTS.confirm}
      done={TEXTS.done}
      missing={missing}
      wide
      act={async (pin) => (found ? call('roster.propose', { change: { admit: { file: found.file } }, pin }) : undefined)}
      onClose={onClose}
    >
      <ChooseFile
        label={TEXTS.file}
        accept=".xsjoin"
        button={TEXTS.choose}
        chosen={found?.file.name}
        onFile={(file) => {
          setSame(false);
          open.mutate(file);
        }}
      />
      {found ? <Asked asked={found.asked} /> : null}
      {found ? <Check label={TEXTS.compare} checked={same} onChange={setSame} /> : null}
      {found?.asked.whyNot ? <p className={styles.error}>{found.asked.whyNot}</p> : null}
    </PinActDialog>
  );
}

function Asked({ asked: { workstation, code, known, people } }: { readonly asked: JoinAsked }) {
  return (
    <>
      <p className={styles.what}>{known ? TEXTS.more(workstation) : TEXTS.asks(workstation)}</p>
      <SheetTable label={TEXTS.title} head={TEXTS.columns}>
        <tr>
          <th scope="row">{workstation}</th>
          <td>{TEXTS.station}</td>
          <td />
          <td className={styles.code}>{code}</td>
          <td />
        </tr>
        {people.map((person) => (
          <tr key={person.code}>
            <th scope="row">{person.name}</th>
            <td>{ROLES[person.role]}</td>
            <td>{person.department}</td>
            <td className={styles.code}>{person.code}</td>
            <td>{person.known ? TEXTS.known : TEXTS.fresh}</td>
          </tr>
        ))}
      </SheetTable>
    </>
  );
}
