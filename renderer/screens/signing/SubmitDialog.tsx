import { useState } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { STEPS } from '../../../review/model/index.ts';
import { Check } from '../../components/Choice.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { useDocuments } from '../../state/queries.ts';
import { offPage } from '../desk/chunks.ts';
import { useDeskPlace } from '../desk/deskPlace.ts';
import { ActDialog } from './ActDialog.tsx';
import { OpinionField } from './OpinionField.tsx';
import { opinionPlace } from './opinionPlace.ts';
import styles from './Signing.module.css';
import { OPINIONS, TEXTS } from './texts.ts';

interface SubmitDialogProps {
  readonly view: CaseView;
  /** Opinion of the drafter's signature that no longer counts. */
  readonly before?: string | undefined;
  readonly onClose: () => void;
}

/** The drafter signs and hands the case to the head: only after reading through, hidden content included. */
export function SubmitDialog({ view, before, onClose }: SubmitDialogProps) {
  const draft = useFormDraft(opinionPlace(view));
  const usual = before ?? OPINIONS.draft[view.row.counts.total === 0 ? 1 : 0] ?? '';
  const [opinion, setOpinion] = fieldOf<string>(draft, 'opinion', usual);
  const [read, setRead] = useState(false);
  const views = useDocuments(view);
  const hiddenSeen = useDeskPlace((state) => state.hiddenSeen);
  const unseen = views.filter(({ draft }) => !hiddenSeen.includes(draft.source.sha256) && offPage(draft).length > 0);
  const labels = view.documents
    .filter(({ number }) => unseen.some(({ document }) => document === number))
    .map(({ label }) => label);
  const many = view.documents.length > 1;
  const hiddenUnseen = unseen.length > 0 ? TEXTS.hiddenUnseen(many ? labels.join('、') : '') : undefined;
  const loading = views.length < view.documents.length ? TEXTS.loadingDocuments : undefined;
  const readMissing = read ? undefined : `请先勾选“${TEXTS.readThrough}”`;
  const missing = loading ?? hiddenUnseen ?? (opinion.trim() === '' ? '请填写意见' : readMissing);
  return (
    <ActDialog
      call="chain.sign"
      input={(pin) => ({ case: view.row.id, step: 'draft', opinion, pin })}
      view={view}
      title={TEXTS.submitTitle}
      step={STEPS.draft}
      confirm={TEXTS.submit}
      done={TEXTS.done.submitted}
      missing={missing}
      draft={draft}
      onClose={onClose}
    >
      <OpinionField step="draft" value={opinion} onChange={setOpinion} />
      {hiddenUnseen ? <p className={styles.warn}>{hiddenUnseen}</p> : null}
      <Check label={many ? TEXTS.readThroughAll : TEXTS.readThrough} checked={read} onChange={setRead} />
    </ActDialog>
  );
}
