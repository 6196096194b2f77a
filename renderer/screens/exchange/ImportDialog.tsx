import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PackageImported } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { ChooseFile } from '../../components/ChooseFile.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { call } from '../../state/desk.ts';
import { droppedFiles } from '../../state/droppedFiles.ts';
import { toBase64 } from '../../state/files.ts';
import { newJob, useProgress } from '../../state/jobs.ts';
import { useReceive } from '../../state/receive.ts';
import styles from './Exchange.module.css';
import { IMPORT_TEXTS } from './texts.ts';

interface ImportDialogProps {
  /** A package that was dropped or handed over before the dialog was open. */
  readonly brought: File | undefined;
  readonly onDone: (result: PackageImported) => void;
  readonly onClose: () => void;
}

/** A file from the stick and its passphrase. A refusal is said here, with its reason; the file can be chosen again. */
export function ImportDialog(props: ImportDialogProps) {
  const [file, setFile] = useState(props.brought);
  const [passphrase, setPassphrase] = useState('');
  const [job] = useState(newJob);
  const client = useQueryClient();
  const take = useMutation({
    meta: { inline: true },
    mutationFn: async (chosen: File) => {
      const base64 = await toBase64(chosen);
      const secret = passphrase.trim() === '' ? {} : { passphrase: passphrase.trim() };
      return call('package.import', { file: { name: chosen.name, base64 }, job, ...secret });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['packages'] }),
    onSuccess: async (result) => {
      props.onDone(result);
      props.onClose();
      await client.invalidateQueries();
    },
  });
  useDroppedFiles(take.isPending ? undefined : props.onClose);
  const why = take.isPending ? IMPORT_TEXTS.working : file ? undefined : IMPORT_TEXTS.chooseMissing;
  const actions = (
    <>
      <Button onPress={take.isPending ? () => void call('job.cancel', { job }) : props.onClose}>
        {take.isPending ? IMPORT_TEXTS.stop : IMPORT_TEXTS.cancel}
      </Button>
      <Button kind="primary" type="submit" why={why}>
        {IMPORT_TEXTS.confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={IMPORT_TEXTS.title} onClose={take.isPending ? () => undefined : props.onClose}>
      <DialogForm onSubmit={() => (file && !why ? take.mutate(file) : undefined)} actions={actions}>
        <ChooseFile label={IMPORT_TEXTS.file} accept=".xspkg" button={IMPORT_TEXTS.choose} chosen={file?.name} onFile={setFile} />
        <Field
          label={IMPORT_TEXTS.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          hint={IMPORT_TEXTS.passphraseHint}
          max={60}
        />
        <p className={styles.small}>{IMPORT_TEXTS.note}</p>
        {take.isPending ? <Progress job={job} /> : null}
        <Trouble error={take.isPending ? null : take.error} unknown={IMPORT_TEXTS.unknown} />
      </DialogForm>
    </ModalDialog>
  );
}

/** What is dropped on the open dialog goes where it belongs as if it had been dropped on the window: a package comes back here. Not while one is taken in. */
function useDroppedFiles(onClose: (() => void) | undefined): void {
  const receive = useReceive();
  useEffect(() => {
    const onDrop = ({ dataTransfer }: DragEvent) => {
      if (!onClose || !dataTransfer || dataTransfer.files.length === 0) return;
      const files = droppedFiles(dataTransfer);
      onClose();
      void files.then(receive);
    };
    window.addEventListener('drop', onDrop);
    return () => window.removeEventListener('drop', onDrop);
  }, [onClose, receive]);
}

function Progress({ job }: { readonly job: string }) {
  const progress = useProgress(job);
  return <ProgressLine progress={progress ?? { job, phase: IMPORT_TEXTS.working }} name={IMPORT_TEXTS.title} />;
}
