import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { TEXTS } from './texts.ts';

/** A full export needs a reason, which goes into the log. */
export function FullExportDialog(props: {
  readonly narrowed: boolean;
  readonly onExport: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const missing = reason.trim().length < 2 ? '请填写导出理由' : undefined;
  const send = () => {
    if (missing) return;
    props.onExport(reason.trim());
    props.onClose();
  };
  return (
    <ModalDialog title={TEXTS.fullTitle} onClose={props.onClose}>
      <DialogForm
        onSubmit={send}
        actions={
          <>
            <Button onPress={props.onClose}>{TEXTS.cancel}</Button>
            <Button kind="primary" type="submit" why={missing}>
              {TEXTS.fullConfirm}
            </Button>
          </>
        }
      >
        <p>{TEXTS.fullNote}</p>
        {props.narrowed ? <p>{TEXTS.narrowed}</p> : null}
        <Field label={TEXTS.fullReason} value={reason} onChange={setReason} max={200} required />
      </DialogForm>
    </ModalDialog>
  );
}
