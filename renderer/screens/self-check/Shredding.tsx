import { useState } from 'react';
import type { ShredReport } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { SignedDialog } from '../../components/SignedDialog.tsx';
import { useSession, useUpkeepCall } from '../../state/queries.ts';
import styles from './SelfCheck.module.css';
import { TEXTS } from './texts.ts';

const MAY: readonly string[] = ['reviewer', 'leader', 'secadmin'];

/** 清除内容: a case whose contents must be nowhere on this machine. */
export function Shredding() {
  const [open, setOpen] = useState(false);
  const [report, setReport] = useState<ShredReport>();
  const role = useSession()?.person.role ?? '';
  return (
    <section className={styles.panel} aria-labelledby="self-check-shred">
      <h2 id="self-check-shred">{TEXTS.shred}</h2>
      <p className={styles.note}>{TEXTS.shredNote}</p>
      <div className={styles.actions}>
        <Button kind="danger" onPress={() => setOpen(true)} why={MAY.includes(role) ? undefined : TEXTS.shredOnly}>
          {TEXTS.shredOpen}
        </Button>
      </div>
      {report ? (
        <div role="status">
          <p className={styles.name}>{TEXTS.cleared(report.cleared, report.copies)}</p>
          <p>{TEXTS.collect}：</p>
          <ul className={styles.copies}>
            {report.collect.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {open ? <ShredDialog onDone={setReport} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function ShredDialog({ onDone, onClose }: { readonly onDone: (report: ShredReport) => void; readonly onClose: () => void }) {
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const shred = useUpkeepCall('case.shred', 'beside');
  const missing = number.trim().length < 4 ? TEXTS.numberMissing : reason.trim().length < 4 ? TEXTS.reasonMissing : undefined;
  return (
    <SignedDialog
      title={TEXTS.shredTitle}
      confirm={TEXTS.shredConfirm}
      signers="two"
      danger
      missing={missing}
      send={async (signature) => {
        onDone(await shred.mutateAsync({ number: number.trim(), reason: reason.trim(), ...signature }));
        return undefined;
      }}
      onClose={onClose}
    >
      <p>{TEXTS.shredNote}</p>
      <Field label={TEXTS.number} value={number} onChange={setNumber} max={20} required />
      <Field label={TEXTS.shredReason} value={reason} onChange={setReason} max={300} lines={2} required />
    </SignedDialog>
  );
}
