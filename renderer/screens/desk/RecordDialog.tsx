import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListView } from '../../../review/contract.ts';
import { LIST_COLUMNS } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { call } from '../../state/desk.ts';
import { fileFrom } from '../../state/files.ts';
import styles from './Mark.module.css';
import { RECORDED, type RecordedKind, RECORD_TEXTS as TEXTS } from './recordTexts.ts';

interface RecordDialogProps {
  readonly text: string;
  /** Category of the finding the text comes from; empty for a free choice. */
  readonly category: string;
  readonly lists: readonly ListView[];
  readonly onReady: (list: ListView, file: File) => void;
  readonly onClose: () => void;
}
type Cells = Readonly<Record<string, string>>;

const startCells = (text: string, category: string): Readonly<Record<RecordedKind, Cells>> => ({
  contacts: { contact: text },
  negative: { keywords: text, category },
});

/** Columns a person fills in; 序号 is the workbook's own. */
const columnsOf = (kind: RecordedKind) => LIST_COLUMNS[kind].filter(({ key }) => key !== 'number');

/** One row of a list, filled in as far as the draft says it; then the dialog of every import takes over. */
export function RecordDialog({ text, category, lists, onReady, onClose }: RecordDialogProps) {
  const [kind, setKind] = useState<RecordedKind>(/[\d@]/.test(text) ? 'contacts' : 'negative');
  const [cells, setCells] = useState(() => startCells(text, category));
  const prepare = useMutation({
    mutationFn: () => call('lists.withRow', { kind, cells: cells[kind] }),
    onSuccess: ({ name, base64 }) => {
      const list = lists.find((one) => one.kind === kind);
      if (list) onReady(list, fileFrom(name, base64));
    },
  });
  const empty = columnsOf(kind).find(({ key, required }) => required && (cells[kind][key] ?? '').trim() === '');
  const why = prepare.isPending ? TEXTS.working : empty && TEXTS.missing(empty.names[0]);
  return (
    <ModalDialog title={TEXTS.title} onClose={onClose}>
      <DialogForm
        onSubmit={() => {
          if (!why) prepare.mutate();
        }}
        actions={
          <>
            <Button onPress={onClose}>{TEXTS.cancel}</Button>
            <Button kind="primary" type="submit" why={why}>
              {TEXTS.next}
            </Button>
          </>
        }
      >
        <p className={styles.about}>{TEXTS.about}</p>
        <Radios legend={TEXTS.which} options={RECORDED} value={kind} onChange={setKind} />
        <p className={styles.about}>{TEXTS.explained[kind]}</p>
        {columnsOf(kind).map(({ key, names, required, most, hint }) => (
          <Field
            key={`${kind} ${key}`}
            label={names[0]}
            hint={hint}
            required={required}
            max={most}
            value={cells[kind][key] ?? ''}
            onChange={(value) => setCells((old) => ({ ...old, [kind]: { ...old[kind], [key]: value } }))}
          />
        ))}
      </DialogForm>
    </ModalDialog>
  );
}
