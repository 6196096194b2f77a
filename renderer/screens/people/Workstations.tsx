import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RosterView, RosterWorkstation } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { call } from '../../state/desk.ts';
import { reportDone } from '../../state/messages.ts';
import { AdmitDialog } from './AdmitDialog.tsx';
import { HandOverDialog, TakeOverDialog } from './HandOverDialogs.tsx';
import { OwnKeyDialog } from './OwnKeyDialog.tsx';
import styles from './People.module.css';
import { HAND_OVER_TEXTS, WORKSTATION_TEXTS as TEXTS } from './workstationTexts.ts';

/** The workstations of the office, and how one more joins. */
export function Workstations({ view }: { readonly view: RosterView }) {
  const [open, setOpen] = useState<'admit' | 'own-key' | 'take-over' | RosterWorkstation>();
  const close = () => setOpen(undefined);
  const answer = useMutation({
    mutationFn: async () => {
      const { name, base64 } = await call('join.answer', {});
      return { name, ...(await call('file.save', { name, base64 })) };
    },
    onSuccess: ({ name, saved }) => (saved ? reportDone(TEXTS.answerSaved(name)) : undefined),
  });
  const why = view.whyNotPropose || undefined;
  const keptHere = view.workstations.some(({ here, keepsRoster }) => here && keepsRoster);
  return (
    <>
      <section className={styles.how} aria-label={TEXTS.tab}>
        <p>{TEXTS.about}</p>
        <div className={styles.bar}>
          <Button kind="primary" onPress={() => setOpen('admit')} why={why}>
            {TEXTS.admit}
          </Button>
          <Button onPress={() => answer.mutate()} why={why ?? (view.workstations.length < 2 ? TEXTS.answerWhy : undefined)}>
            {TEXTS.answer}
          </Button>
          <Button onPress={() => setOpen('own-key')} why={view.workstations.length < 2 ? TEXTS.answerWhy : undefined}>
            {TEXTS.ownKey}
          </Button>
          {keptHere ? null : (
            <Button onPress={() => setOpen('take-over')} why={view.whyNotTakeOver || undefined}>
              {HAND_OVER_TEXTS.takeOver}
            </Button>
          )}
        </div>
      </section>
      <SheetTable label={TEXTS.list} head={TEXTS.head}>
        {view.workstations.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.name}</th>
            <td className={styles.code}>{one.code}</td>
            <td>
              {one.here ? <Badge tone="notice">{TEXTS.here}</Badge> : null} {one.keepsRoster ? TEXTS.home : null}
            </td>
            <td>
              {keptHere && !one.here ? (
                <Button onPress={() => setOpen(one)} why={why} label={HAND_OVER_TEXTS.handOverTo(one.name)}>
                  {HAND_OVER_TEXTS.handOver}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </SheetTable>
      {open === 'admit' ? <AdmitDialog onClose={close} /> : null}
      {open === 'own-key' ? <OwnKeyDialog view={view} onClose={close} /> : null}
      {open === 'take-over' ? <TakeOverDialog view={view} onClose={close} /> : null}
      {typeof open === 'object' ? <HandOverDialog to={open} onClose={close} /> : null}
    </>
  );
}
