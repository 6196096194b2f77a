import { useState } from 'react';
import type { CaseRow } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import styles from './Conflict.module.css';
import { ConflictDialog } from './ConflictDialog.tsx';
import { TEXTS } from './texts.ts';

/** Stands above a case that two workstations worked on without knowing of each other, as long as they differ; the way to both sides. */
export function ConflictNote({ row }: { readonly row: CaseRow }) {
  const [open, setOpen] = useState(false);
  if (row.state !== 'conflict') return null;
  return (
    <>
      <section className={styles.note} aria-label={TEXTS.name}>
        <b>{TEXTS.name}</b>
        <p>{TEXTS.note}</p>
        <Button onPress={() => setOpen(true)}>{TEXTS.open}</Button>
      </section>
      {open ? <ConflictDialog caseId={row.id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
