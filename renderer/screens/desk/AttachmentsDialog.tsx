import { useRef, useState } from 'react';
import type { CaseView, DocumentRow } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { FileInput } from '../../components/FileInput.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { reportDone } from '../../state/messages.ts';
import { useCaseCall } from '../../state/queries.ts';
import styles from './Attachments.module.css';
import { whyGrey } from './CaseBar.tsx';
import { DOCUMENT_TEXTS as TEXTS } from './documentTexts.ts';

interface AttachmentsDialogProps {
  readonly view: CaseView;
  readonly onOpen: (document: number) => void;
  readonly onAdd: (files: readonly File[]) => void;
  readonly onClose: () => void;
}

/** 附件: which go out with the main text, in which order; each is added, moved and taken out by itself. */
export function AttachmentsDialog({ view, onOpen, onAdd, onClose }: AttachmentsDialogProps) {
  const [removing, setRemoving] = useState<DocumentRow>();
  const order = useCaseCall('attachment.order');
  const input = useRef<HTMLInputElement>(null);
  const attachments = view.documents.slice(1);
  const why = order.isPending ? TEXTS.working : whyGrey(view.actions.attach);
  if (removing) return <RemoveDialog view={view} row={removing} onClose={() => setRemoving(undefined)} />;
  const move = (from: number, to: number) => {
    const documents = attachments.map(({ number }) => number);
    const [moved = 0] = documents.splice(from, 1);
    documents.splice(to, 0, moved);
    order.mutate({ case: view.row.id, documents }, { onSuccess: () => reportDone(TEXTS.ordered) });
  };
  return (
    <ModalDialog title={TEXTS.title} onClose={onClose} wide>
      <div className={styles.body}>
        <p className={styles.note}>{attachments.length === 0 ? TEXTS.none : TEXTS.note}</p>
        <ol className={styles.list} aria-label={TEXTS.title}>
          {attachments.map((row, place) => (
            <li key={row.number} className={styles.row}>
              <span className={styles.label}>{row.label}</span>
              <span className={styles.name} title={row.fileName}>
                {row.fileName}
              </span>
              <span className={styles.facts}>{TEXTS.findings(row.decided, row.findings)}</span>
              <span className={styles.buttons}>
                <Button onPress={() => onOpen(row.number)} label={`${TEXTS.open}${row.label}`}>
                  {TEXTS.open}
                </Button>
                <Button
                  onPress={() => move(place, place - 1)}
                  why={why ?? (place === 0 ? TEXTS.first : undefined)}
                  label={`${TEXTS.up}${row.label}`}
                >
                  {TEXTS.up}
                </Button>
                <Button
                  onPress={() => move(place, place + 1)}
                  why={why ?? (place === attachments.length - 1 ? TEXTS.last : undefined)}
                  label={`${TEXTS.down}${row.label}`}
                >
                  {TEXTS.down}
                </Button>
                <Button onPress={() => setRemoving(row)} why={why} label={TEXTS.confirmRemove(row.label)}>
                  {TEXTS.remove}
                </Button>
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div className={styles.actions}>
        <FileInput label={TEXTS.add} multiple inputRef={input} onFiles={onAdd} />
        <Button onPress={onClose}>{TEXTS.close}</Button>
        <Button kind="primary" onPress={() => input.current?.click()} why={why}>
          {TEXTS.add}
        </Button>
      </div>
    </ModalDialog>
  );
}

interface RemoveDialogProps {
  readonly view: CaseView;
  readonly row: DocumentRow;
  readonly onClose: () => void;
}

function RemoveDialog({ view, row, onClose }: RemoveDialogProps) {
  const [reason, setReason] = useState('');
  const remove = useCaseCall('attachment.remove');
  const missing = reason.trim() === '' ? TEXTS.reasonMissing : undefined;
  const why = remove.isPending ? TEXTS.working : missing;
  const send = () => {
    if (why) return;
    const input = { case: view.row.id, document: row.number, reason };
    remove.mutate(input, { onSuccess: () => reportDone(TEXTS.removed(row.label)), onSettled: onClose });
  };
  const actions = (
    <>
      <Button onPress={onClose}>{TEXTS.back}</Button>
      <Button kind="danger" type="submit" why={why}>
        {TEXTS.confirmRemove(row.label)}
      </Button>
    </>
  );
  return (
    <ModalDialog title={TEXTS.confirmRemove(row.label)} onClose={onClose}>
      <DialogForm onSubmit={send} actions={actions}>
        <p>{row.fileName}</p>
        <Field label={TEXTS.reason} value={reason} onChange={setReason} hint={TEXTS.reasonHint} max={500} required />
      </DialogForm>
    </ModalDialog>
  );
}
