import { useState } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { STEPS } from '../../../review/model/index.ts';
import { Check } from '../../components/Choice.tsx';
import { offPage } from '../desk/chunks.ts';
import { useDeskPlace } from '../desk/deskPlace.ts';
import { ActDialog } from './ActDialog.tsx';
import { OpinionField } from './OpinionField.tsx';
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
  const [opinion, setOpinion] = useState(before ?? OPINIONS.draft[view.findings.length === 0 ? 1 : 0] ?? '');
  const [read, setRead] = useState(false);
  const seen = useDeskPlace((state) => state.hiddenSeen.includes(view.draft.source.sha256));
  const hiddenUnseen = !seen && offPage(view.draft).length > 0;
  const readMissing = read ? undefined : `请先勾选“${TEXTS.readThrough}”`;
  const missing = hiddenUnseen ? TEXTS.hiddenUnseen : opinion.trim() === '' ? '请填写意见' : readMissing;
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
      onClose={onClose}
    >
      <OpinionField step="draft" value={opinion} onChange={setOpinion} />
      {hiddenUnseen ? <p className={styles.warn}>{TEXTS.hiddenUnseen}</p> : null}
      <Check label={TEXTS.readThrough} checked={read} onChange={setRead} />
    </ActDialog>
  );
}
