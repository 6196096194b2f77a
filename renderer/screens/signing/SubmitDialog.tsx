import { useState } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { STEPS } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Check } from '../../components/Choice.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { usePlace } from '../../state/place.ts';
import { useDocuments } from '../../state/queries.ts';
import { offPage } from '../desk/chunks.ts';
import { placeKey, useDeskPlace, useHiddenSeen } from '../desk/deskPlace.ts';
import { ActDialog } from './ActDialog.tsx';
import { OpinionField } from './OpinionField.tsx';
import { opinionPlace } from './opinionPlace.ts';
import styles from './Signing.module.css';
import { TEXTS, usualOpinion } from './texts.ts';

interface SubmitDialogProps {
  readonly view: CaseView;
  /** Opinion of the drafter's signature that no longer counts. */
  readonly before?: string | undefined;
  readonly onClose: () => void;
}

/** The drafter signs and hands the case to the head: only after reading through, hidden content included. */
export function SubmitDialog({ view, before, onClose }: SubmitDialogProps) {
  const draft = useFormDraft(opinionPlace(view));
  const usual = before ?? usualOpinion('draft', view.row);
  const [opinion, setOpinion] = fieldOf<string>(draft, 'opinion', usual);
  const [read, setRead] = useState(false);
  const views = useDocuments(view);
  const hidden = useHiddenSeen();
  const unseen = views.filter(({ draft }) => !hidden.seen(draft.source.sha256) && offPage(draft).length > 0);
  const labels = view.documents
    .filter(({ number }) => unseen.some(({ document }) => document === number))
    .map(({ label }) => label);
  const many = view.documents.length > 1;
  const hiddenUnseen = unseen.length > 0 ? TEXTS.hiddenUnseen(many ? labels.join('、') : '') : undefined;
  const lookAtHidden = () => {
    const [first] = unseen;
    if (!first) return;
    const { move, openDocument } = useDeskPlace.getState();
    openDocument(view.row.id, first.document);
    move(placeKey(view.row.id, first.document), { tab: 'hidden' });
    hidden.see(first.draft.source.sha256);
    onClose();
    usePlace.getState().openCase(view.row.id, 'desk');
  };
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
      done={({ row }) => TEXTS.done.submitted(row.next)}
      missing={missing}
      draft={draft}
      onClose={onClose}
    >
      <OpinionField step="draft" value={opinion} onChange={setOpinion} />
      {hiddenUnseen ? (
        <p className={styles.warn}>
          {hiddenUnseen}
          <Button onPress={lookAtHidden}>{TEXTS.lookAtHidden}</Button>
        </p>
      ) : null}
      <Check label={many ? TEXTS.readThroughAll : TEXTS.readThrough} checked={read} onChange={setRead} />
    </ActDialog>
  );
}
