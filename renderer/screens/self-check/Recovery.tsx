import { useState } from 'react';
import type { UpkeepView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { SignedDialog } from '../../components/SignedDialog.tsx';
import { useSession, useUpkeepCall } from '../../state/queries.ts';
import styles from './SelfCheck.module.css';
import { TEXTS } from './texts.ts';

const KEEPERS: readonly string[] = ['sysadmin', 'secadmin', 'reviewer', 'leader'];
type RecoveryView = NonNullable<UpkeepView['recovery']>;

/** 恢复向导: what happened, what there is to go on from, and two people who decide. */
export function Recovery({ recovery }: { readonly recovery: RecoveryView }) {
  const [open, setOpen] = useState(false);
  const role = useSession()?.person.role ?? '';
  return (
    <section className={`${styles.panel} ${styles.wide}`} aria-labelledby="self-check-recovery">
      <h2 id="self-check-recovery">{TEXTS.recovery}</h2>
      <p>{recovery.why}</p>
      <p className={styles.note}>{TEXTS.recoveryNote}</p>
      <ol className={styles.copies}>
        {recovery.points.map(({ id, name, seq, whole, roster }) => (
          <li key={id}>
            {TEXTS.point(name, seq, whole)}
            {roster === undefined ? null : <p className={styles.warning}>{roster}</p>}
          </li>
        ))}
      </ol>
      {recovery.points[0]?.whole ? null : <p className={styles.note}>{TEXTS.lossNote}</p>}
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => setOpen(true)} why={KEEPERS.includes(role) ? undefined : TEXTS.keepersOnly}>
          {TEXTS.restore}
        </Button>
      </div>
      {open ? <RestoreDialog recovery={recovery} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function RestoreDialog({ recovery, onClose }: { readonly recovery: RecoveryView; readonly onClose: () => void }) {
  const [point, setPoint] = useState(recovery.points[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const chosen = recovery.points.find(({ id }) => id === point);
  const restore = useUpkeepCall('journal.restore', 'beside');
  return (
    <SignedDialog
      title={TEXTS.restoreTitle}
      confirm={TEXTS.confirm}
      signers="two"
      danger
      missing={reason.trim().length < 4 ? TEXTS.reasonMissing : undefined}
      send={async (signature) => {
        await restore.mutateAsync({ point, reason: reason.trim(), ...signature });
        return TEXTS.restored;
      }}
      onClose={onClose}
    >
      <SelectField
        label={TEXTS.from}
        options={recovery.points.map(({ id, name, seq, whole }) => [id, TEXTS.point(name, seq, whole)] as const)}
        value={point}
        onChange={setPoint}
      />
      {chosen?.roster === undefined ? null : (
        <p className={styles.warning} role="alert">
          {chosen.roster}
        </p>
      )}
      <Field label={TEXTS.reason} value={reason} onChange={setReason} max={300} lines={2} required />
    </SignedDialog>
  );
}
