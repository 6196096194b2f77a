import { STEPS } from '../../../review/model/index.ts';
import { Field } from '../../components/Field.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { ActDialog } from './ActDialog.tsx';
import { type CaseDialogProps, firstEmpty } from './caseDialog.ts';
import { OUTCOME_TEXTS } from './outcomeTexts.ts';
import styles from './Signing.module.css';
import { TEXTS as SIGN_TEXTS } from './texts.ts';

/** 同意部分公开 of the step that is due: what stays unpublished, and on which ground. */
export function PartlyDialog({ view, onClose }: CaseDialogProps) {
  const TEXTS = OUTCOME_TEXTS.partly;
  const draft = useFormDraft(`partly:${view.row.id}`);
  const [opinion, setOpinion] = fieldOf<string>(draft, 'opinion', TEXTS.opinion);
  const [withheld, setWithheld] = fieldOf<string>(draft, 'withheld', '');
  const step = view.myStep ?? 'approve';
  return (
    <ActDialog
      call="chain.sign"
      input={(pin) => ({ case: view.row.id, step, opinion, partly: withheld, pin })}
      view={view}
      title={TEXTS.title(STEPS[step])}
      step={STEPS[step]}
      confirm={TEXTS.confirm}
      done={({ row }) => SIGN_TEXTS.done.signed(row.next)}
      missing={firstEmpty([
        [SIGN_TEXTS.opinion, opinion],
        [TEXTS.withheld, withheld],
      ])}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.hint}</p>
      <Field label={SIGN_TEXTS.opinion} lines={2} value={opinion} onChange={setOpinion} max={500} required />
      <Field
        label={TEXTS.withheld}
        lines={2}
        value={withheld}
        onChange={setWithheld}
        max={500}
        required
        suggestions={SIGN_TEXTS.bases}
      />
    </ActDialog>
  );
}
