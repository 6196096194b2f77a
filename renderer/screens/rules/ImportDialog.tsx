import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ListPreview, ListView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { Check } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { call } from '../../state/desk.ts';
import { toBase64 } from '../../state/files.ts';
import { reportDone } from '../../state/messages.ts';
import { FileZone } from './FileZone.tsx';
import styles from './ImportDialog.module.css';
import { ImportPreview } from './ImportPreview.tsx';
import { IMPORT_TEXTS } from './listTexts.ts';

/** The preview with the very bytes it was made of: what is confirmed is what was seen. */
interface Previewed {
  readonly file: { readonly name: string; readonly base64: string };
  readonly preview: ListPreview;
}

/** What still stands in the way of importing; undefined when nothing does. */
function lacks({ preview }: Previewed, onlyCorrect: boolean, pin: string): string | undefined {
  const { added, removed, changed } = preview.difference;
  if (preview.good === 0) return IMPORT_TEXTS.nothing;
  if (preview.errorCount > 0 && !onlyCorrect) return IMPORT_TEXTS.hasErrors;
  if (added + removed + changed === 0) return IMPORT_TEXTS.unchanged;
  return pin === '' ? IMPORT_TEXTS.pinMissing : undefined;
}

/** 导入 Excel: choose or drop, look at errors and differences, confirm with the PIN. Closes only when the version is recorded. */
export function ImportDialog(props: {
  readonly list: ListView;
  readonly dropped: File | undefined;
  readonly onClose: () => void;
}) {
  const { list, dropped, onClose } = props;
  const { kind, name } = list;
  const client = useQueryClient();
  const [onlyCorrect, setOnlyCorrect] = useState(false);
  const [pin, setPin] = useState('');
  const started = useRef(false);
  const read = useMutation({
    meta: { inline: true },
    mutationFn: async (chosen: File): Promise<Previewed> => {
      const file = { name: chosen.name, base64: await toBase64(chosen) };
      return { file, preview: await call('lists.preview', { kind, file }) };
    },
  });
  const take = useMutation({
    meta: { inline: true },
    mutationFn: ({ file, preview }: Previewed) => call('lists.import', { kind, file, onlyCorrect, after: preview.after, pin }),
  });
  const choose = (file: File) => {
    setOnlyCorrect(false);
    take.reset();
    read.mutate(file);
  };
  useEffect(() => {
    if (!dropped || started.current) return;
    started.current = true;
    read.mutate(dropped);
  }, [dropped, read]);
  const why = read.data ? lacks(read.data, onlyCorrect, pin) : IMPORT_TEXTS.choose;
  const send = async () => {
    if (why || take.isPending || !read.data) return;
    try {
      client.setQueryData(['lists'], await take.mutateAsync(read.data));
    } catch {
      // Shown below from `take.error`; the PIN has to be typed again.
      setPin('');
      return;
    }
    // Rules, the digest on the head of this screen and the state of every case rest on the lists.
    void client.invalidateQueries();
    onClose();
    reportDone(IMPORT_TEXTS.done(name, read.data.preview.after + 1));
  };
  const actions = (
    <>
      <Button onPress={onClose}>{IMPORT_TEXTS.cancel}</Button>
      {read.data ? (
        <Button kind="primary" type="submit" why={take.isPending ? IMPORT_TEXTS.working : why}>
          {take.isPending ? IMPORT_TEXTS.working : IMPORT_TEXTS.confirm}
        </Button>
      ) : null}
    </>
  );
  return (
    <ModalDialog title={IMPORT_TEXTS.title(name)} onClose={onClose} wide>
      <DialogForm onSubmit={() => void send()} actions={actions}>
        <FileZone onFile={choose} busy={read.isPending} chosen={read.data?.file.name} />
        <div className={styles.alert}>
          <Trouble error={read.error} />
        </div>
        {read.data && !read.isPending ? (
          <>
            <ImportPreview preview={read.data.preview} />
            {read.data.preview.errorCount > 0 && read.data.preview.good > 0 ? (
              <Check label={IMPORT_TEXTS.onlyCorrect(read.data.preview.good)} checked={onlyCorrect} onChange={setOnlyCorrect} />
            ) : null}
            <div className={styles.pin}>
              <Field
                label={IMPORT_TEXTS.pin}
                type="password"
                value={pin}
                onChange={setPin}
                hint={IMPORT_TEXTS.pinHint}
                max={128}
                required
              />
            </div>
          </>
        ) : null}
        <div className={styles.alert}>
          <Trouble error={take.error} />
        </div>
      </DialogForm>
    </ModalDialog>
  );
}
