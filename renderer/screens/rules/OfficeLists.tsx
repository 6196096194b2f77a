import { useState } from 'react';
import type { ListView } from '../../../review/contract.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useLists } from '../../state/queries.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { ListCard } from './ListCard.tsx';
import { LIST_TEXTS } from './listTexts.ts';
import styles from './OfficeLists.module.css';

interface Importing {
  readonly list: ListView;
  /** Dropped on the card; otherwise the dialog asks for one. */
  readonly file: File | undefined;
}

/** 本单位清单: what is in force, since when, by whom; the way to replace it. */
export function OfficeLists() {
  const lists = useLists();
  const [importing, setImporting] = useState<Importing>();
  if (!lists.data) return <EmptyState sentence={lists.error?.message ?? LIST_TEXTS.loading} />;
  const why = lists.data.mayImport ? undefined : LIST_TEXTS.mayNot;
  return (
    <div className={styles.screen} data-takes-drops="">
      <p className={styles.intro}>
        {lists.data.lists.every(({ versions }) => versions.length === 0) ? LIST_TEXTS.empty : LIST_TEXTS.intro}
      </p>
      <div className={styles.cards}>
        {lists.data.lists.map((list) => (
          <ListCard key={list.kind} list={list} whyNot={why} onImport={(file) => setImporting({ list, file })} />
        ))}
      </div>
      {importing ? <ImportDialog list={importing.list} dropped={importing.file} onClose={() => setImporting(undefined)} /> : null}
    </div>
  );
}
