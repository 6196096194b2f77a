import { useState } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { useSession } from '../../state/queries.ts';
import { ActDialog } from './ActDialog.tsx';
import styles from './Signing.module.css';
import { TEXTS } from './texts.ts';

interface ConfirmDeputyProps {
  readonly view: CaseView;
  /** Number of the signature in the journal. */
  readonly sign: number;
  readonly by: string;
}

/** 保密办 confirms a deputy's signature made under a flagged clock: the days of a delegation rest on that clock. */
export function ConfirmDeputy({ view, sign, by }: ConfirmDeputyProps) {
  const [open, setOpen] = useState(false);
  const role = useSession()?.person.role;
  const { title, confirm, hint, done, whyNot } = TEXTS.confirmDeputy;
  return (
    <>
      <Button onPress={() => setOpen(true)} why={role === 'reviewer' ? undefined : whyNot}>
        {title}
      </Button>
      {open ? (
        <ActDialog
          call="delegation.confirm"
          input={(pin) => ({ case: view.row.id, sign, pin })}
          view={view}
          title={title}
          step={by}
          confirm={confirm}
          done={done}
          missing={undefined}
          onClose={() => setOpen(false)}
        >
          <p className={styles.note}>{hint}</p>
        </ActDialog>
      ) : null}
    </>
  );
}
