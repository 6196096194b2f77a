import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnRulesView, PackPreview } from '../../../review/contract.ts';
import type { OwnRule } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { ChooseFile } from '../../components/ChooseFile.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { call } from '../../state/desk.ts';
import { toBase64 } from '../../state/files.ts';
import { reportDone, reportInfo } from '../../state/messages.ts';
import styles from './OwnRules.module.css';
import { CHANGE_TEXTS } from './ownTexts.ts';

/** What is about to be signed. */
export type RuleChange =
  | { readonly save: OwnRule }
  | { readonly remove: { readonly id: string; readonly title: string } }
  | { readonly install: true }
  | { readonly pack: true };

interface ChangeDialogProps {
  readonly change: RuleChange;
  readonly own: OwnRulesView;
  readonly onClose: () => void;
  /** Called with the new state once the change is recorded. */
  readonly onDone: (view: OwnRulesView) => void;
}

interface PackFile {
  readonly name: string;
  readonly base64: string;
}

const words = (change: RuleChange) => {
  if ('save' in change) return { title: CHANGE_TEXTS.saveTitle, confirm: CHANGE_TEXTS.save };
  if ('remove' in change) return { title: CHANGE_TEXTS.removeTitle, confirm: CHANGE_TEXTS.remove };
  if ('install' in change) return { title: CHANGE_TEXTS.installTitle, confirm: CHANGE_TEXTS.install };
  return { title: CHANGE_TEXTS.exportTitle, confirm: CHANGE_TEXTS.export };
};

/** What the backend is asked to compare; undefined while no file is chosen, or where nothing changes. */
function compared(change: RuleChange, file: PackFile | undefined) {
  if ('save' in change) return { save: change.save };
  if ('remove' in change) return { remove: change.remove.id };
  return 'install' in change && file ? { file } : undefined;
}

/** Difference to the version in force, then the PIN: the one door through which rules change or leave. */
export function ChangeDialog({ change, own, onClose, onDone }: ChangeDialogProps) {
  const client = useQueryClient();
  const [file, setFile] = useState<PackFile>();
  const [pin, setPin] = useState('');
  const asked = compared(change, file);
  const preview = useQuery({
    queryKey: ['difference', asked, own.version],
    queryFn: () => (asked ? call('rules.difference', { change: asked }) : null),
    enabled: asked !== undefined,
    meta: { inline: true },
    gcTime: 0,
    staleTime: Infinity,
  });
  const act = useMutation({ meta: { inline: true }, mutationFn: () => send(change, file, preview.data ?? undefined, pin) });
  const why = lacks(change, file, preview.data ?? undefined, pin);
  const submit = async () => {
    if (why || act.isPending) return;
    try {
      const view = await act.mutateAsync();
      if (view) {
        client.setQueryData(['own-rules'], view);
        // Rules, the digest on the head of this screen and the state of every case rest on the packs.
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'trial' && queryKey[0] !== 'difference' });
        onDone(view);
        reportDone(doneWords(change, preview.data ?? undefined, view));
      }
    } catch {
      // Shown below from `act.error`; the PIN has to be typed again.
      setPin('');
      return;
    }
    onClose();
  };
  const { title, confirm } = words(change);
  const actions = (
    <>
      <Button onPress={onClose}>{CHANGE_TEXTS.cancel}</Button>
      <Button kind={'remove' in change ? 'danger' : 'primary'} type="submit" why={act.isPending ? CHANGE_TEXTS.working : why}>
        {act.isPending ? CHANGE_TEXTS.working : confirm}
      </Button>
    </>
  );
  return (
    <ModalDialog title={title} onClose={onClose}>
      <DialogForm onSubmit={() => void submit()} actions={actions}>
        {'install' in change ? (
          <ChooseFile
            label={CHANGE_TEXTS.file}
            accept=".xspack"
            button={CHANGE_TEXTS.choose}
            chosen={file?.name}
            onFile={(pack) => void toBase64(pack).then((base64) => setFile({ name: pack.name, base64 }))}
          />
        ) : null}
        {'pack' in change ? <p className={styles.small}>{CHANGE_TEXTS.exportHint}</p> : null}
        {asked && preview.isPending ? <p className={styles.small}>{CHANGE_TEXTS.reading}</p> : null}
        <Trouble error={preview.error} />
        {preview.data ? <Preview preview={preview.data} /> : null}
        <Field
          label={CHANGE_TEXTS.pin}
          type="password"
          value={pin}
          onChange={setPin}
          hint={'pack' in change ? undefined : CHANGE_TEXTS.pinHint}
          max={128}
          required
        />
        <Trouble error={act.error} />
      </DialogForm>
    </ModalDialog>
  );
}

function lacks(
  change: RuleChange,
  file: PackFile | undefined,
  preview: PackPreview | undefined,
  pin: string,
): string | undefined {
  if ('install' in change && !file) return CHANGE_TEXTS.chooseFirst;
  if (!('pack' in change)) {
    if (!preview) return CHANGE_TEXTS.reading;
    if (preview.whyNot.length > 0) return preview.whyNot[0];
    const { added, removed, changed } = preview.difference;
    if (added.length + removed.length + changed.length === 0) return CHANGE_TEXTS.nothing;
  }
  return pin === '' ? CHANGE_TEXTS.pinMissing : undefined;
}

/** Undefined when nothing in the rules changed: a pack that was exported, or not saved after all. */
async function send(
  change: RuleChange,
  file: PackFile | undefined,
  preview: PackPreview | undefined,
  pin: string,
): Promise<OwnRulesView | undefined> {
  const after = preview?.before ?? '';
  if ('save' in change) return call('rules.save', { change, after, pin });
  if ('remove' in change) return call('rules.save', { change: { remove: change.remove.id }, after, pin });
  if ('install' in change) return file && call('rules.install', { file, after, pin });
  const { name, base64 } = await call('rules.pack', { pin });
  const { saved } = await call('file.save', { name, base64 });
  if (saved) reportDone(CHANGE_TEXTS.exported(name));
  else reportInfo(CHANGE_TEXTS.notExported);
  return undefined;
}

const doneWords = (change: RuleChange, preview: PackPreview | undefined, view: OwnRulesView): string =>
  'install' in change ? CHANGE_TEXTS.installed(preview?.title ?? '', preview?.version ?? '') : CHANGE_TEXTS.saved(view.version);

function Preview({ preview }: { readonly preview: PackPreview }) {
  const { difference, whyNot, signedBy } = preview;
  const lines = [
    ...difference.added.map(({ id, title }) => ({ kind: CHANGE_TEXTS.added, id, title, parts: '' })),
    ...difference.changed.map(({ id, title, parts }) => ({ kind: CHANGE_TEXTS.changed, id, title, parts: parts.join('、') })),
    ...difference.removed.map(({ id, title }) => ({ kind: CHANGE_TEXTS.removed, id, title, parts: '' })),
  ];
  return (
    <section className={styles.difference} aria-label={CHANGE_TEXTS.difference} {...{ tabIndex: 0 }}>
      <p>
        {preview.title} {CHANGE_TEXTS.versions(preview.before, preview.version)}
        {signedBy === '' ? null : <span className={styles.small}>{CHANGE_TEXTS.signedBy(signedBy)}</span>}
      </p>
      {lines.length === 0 ? <p>{CHANGE_TEXTS.nothing}</p> : null}
      <ul>
        {lines.map(({ kind, id, title, parts }) => (
          <li key={id}>
            <b>{kind}</b> {title} <span className={styles.small}>{parts === '' ? id : `${id} · ${parts}`}</span>
          </li>
        ))}
      </ul>
      {whyNot.length > 0 ? (
        <div className={styles.error}>
          {CHANGE_TEXTS.whyNot}：{whyNot.slice(0, 5).join('；')}
        </div>
      ) : null}
    </section>
  );
}
