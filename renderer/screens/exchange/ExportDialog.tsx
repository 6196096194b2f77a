import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackageExported, WorkstationRow } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { Check } from '../../components/Choice.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { call } from '../../state/desk.ts';
import { newJob, useProgress } from '../../state/jobs.ts';
import { reportError } from '../../state/messages.ts';
import { CaseChoice } from './CaseChoice.tsx';
import styles from './Exchange.module.css';
import { EXPORT_TEXTS } from './texts.ts';
import { savePackage } from './usePackages.ts';

interface ExportDialogProps {
  readonly stations: readonly WorkstationRow[];
  readonly onClose: () => void;
}

/** For whom, with which contents; then the file and the passphrase, which is shown once. */
export function ExportDialog({ stations, onClose }: ExportDialogProps) {
  const others = stations.filter(({ here }) => !here);
  const [to, setTo] = useState(others.length === 1 ? (others[0]?.id ?? '') : '');
  const [cases, setCases] = useState<ReadonlySet<string>>(new Set());
  const [lists, setLists] = useState(false);
  const [job] = useState(newJob);
  const client = useQueryClient();
  const make = useMutation({
    meta: { inline: true },
    mutationFn: () => call('package.export', { cases: [...cases], lists, job, ...(to === '' ? {} : { to }) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['packages'] }),
  });
  if (make.data) return <Exported made={make.data} onClose={onClose} />;
  const why = make.isPending ? EXPORT_TEXTS.working : cases.size > 500 ? EXPORT_TEXTS.tooMany : undefined;
  const options = [['', EXPORT_TEXTS.anyone] as const, ...others.map(({ id, name }) => [id, name] as const)];
  const actions = (
    <>
      <Button onPress={make.isPending ? () => void call('job.cancel', { job }) : onClose}>{EXPORT_TEXTS.cancel}</Button>
      <Button kind="primary" type="submit" why={why}>
        {EXPORT_TEXTS.confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={EXPORT_TEXTS.title} onClose={make.isPending ? () => undefined : onClose} wide>
      <DialogForm onSubmit={() => (why ? undefined : make.mutate())} actions={actions}>
        <SelectField label={EXPORT_TEXTS.to} options={options} value={to} onChange={setTo} />
        <CaseChoice chosen={cases} onChange={setCases} />
        <Check label={EXPORT_TEXTS.lists} checked={lists} onChange={setLists} />
        <p className={styles.small}>{EXPORT_TEXTS.listsHint}</p>
        {make.isPending ? <Progress job={job} /> : null}
        <Trouble error={make.error} />
      </DialogForm>
    </ModalDialog>
  );
}

function Progress({ job }: { readonly job: string }) {
  const progress = useProgress(job);
  return <ProgressLine progress={progress ?? { job, phase: EXPORT_TEXTS.working }} name={EXPORT_TEXTS.title} />;
}

/** The package is recorded; what remains is to lay it on the stick and to tell the passphrase. */
function Exported({ made, onClose }: { readonly made: PackageExported; readonly onClose: () => void }) {
  const [saved, setSaved] = useState(false);
  const save = useMutation({
    mutationFn: () => savePackage(made),
    onSuccess: (done) => setSaved((before) => before || done),
    onError: reportError,
  });
  const actions = (
    <>
      <Button kind={saved ? 'plain' : 'primary'} onPress={() => save.mutate()}>
        {saved ? EXPORT_TEXTS.saveAgain : EXPORT_TEXTS.save}
      </Button>
      <Button kind={saved ? 'primary' : 'plain'} type="submit" why={saved ? undefined : EXPORT_TEXTS.saveFirst}>
        {EXPORT_TEXTS.done}
      </Button>
    </>
  );
  return (
    <ModalDialog title={EXPORT_TEXTS.doneTitle} onClose={onClose}>
      <DialogForm onSubmit={() => (saved ? onClose() : undefined)} actions={actions}>
        <p role="status">{saved ? EXPORT_TEXTS.saved(made.name) : EXPORT_TEXTS.notSaved}</p>
        {made.passphrase === undefined ? (
          <p className={styles.small}>{EXPORT_TEXTS.noPassphrase}</p>
        ) : (
          <>
            <p>{EXPORT_TEXTS.passphrase}</p>
            <output className={styles.secret} aria-label={EXPORT_TEXTS.passphrase}>
              {made.passphrase}
            </output>
            <p className={styles.small}>{EXPORT_TEXTS.passphraseHint}</p>
          </>
        )}
      </DialogForm>
    </ModalDialog>
  );
}
