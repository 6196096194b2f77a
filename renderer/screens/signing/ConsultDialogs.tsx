import { CONSULT_OUTCOMES, CONSULTATIONS, type Consultation, type ConsultOutcome } from '../../../review/model/index.ts';
import { Radios } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { useStatus } from '../../state/queries.ts';
import { ActDialog } from './ActDialog.tsx';
import { type CaseDialogProps, firstEmpty } from './caseDialog.ts';
import type { PendingDialogProps } from './OutcomeDialogs.tsx';
import { OUTCOME_TEXTS } from './outcomeTexts.ts';
import styles from './Signing.module.css';

/** 征求意见 of another body, department, third party, or the legal unit. */
export function ConsultDialog({ view, onClose }: CaseDialogProps) {
  const TEXTS = OUTCOME_TEXTS.consult;
  const today = useStatus().data?.today ?? '';
  const draft = useFormDraft(`consult:${view.row.id}`);
  const [about, setAbout] = fieldOf<Consultation>(draft, 'about', 'body');
  const [whom, setWhom] = fieldOf<string>(draft, 'whom', '');
  const [question, setQuestion] = fieldOf<string>(draft, 'question', '');
  const [on, setOn] = fieldOf<string>(draft, 'on', today);
  const [due, setDue] = fieldOf<string>(draft, 'due', '');
  return (
    <ActDialog
      call="consult.open"
      input={(pin) => ({ case: view.row.id, about, whom, question, on, ...(due === '' ? {} : { due }), pin })}
      view={view}
      title={TEXTS.title}
      step={TEXTS.title}
      confirm={TEXTS.confirm}
      done={TEXTS.done}
      missing={firstEmpty([
        [TEXTS.whom, whom],
        [TEXTS.question, question],
        [TEXTS.on, on],
      ])}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.hint}</p>
      <SelectField label={TEXTS.about} options={CONSULTATIONS} value={about} onChange={setAbout} />
      <Field label={TEXTS.whom} value={whom} onChange={setWhom} max={60} required />
      <Field label={TEXTS.question} lines={2} value={question} onChange={setQuestion} max={500} required />
      <Field label={TEXTS.on} type="date" value={on} onChange={setOn} max={10} required />
      <Field label={TEXTS.due} type="date" value={due} onChange={setDue} max={10} />
    </ActDialog>
  );
}

/** What was answered, or that nothing came. */
export function ReplyDialog({ view, of, onClose }: PendingDialogProps) {
  const TEXTS = OUTCOME_TEXTS.reply;
  const today = useStatus().data?.today ?? '';
  const draft = useFormDraft(`consult-reply:${view.row.id}`);
  const [outcome, setOutcome] = fieldOf<ConsultOutcome>(draft, 'outcome', 'agree');
  const [reply, setReply] = fieldOf<string>(draft, 'reply', '');
  const [on, setOn] = fieldOf<string>(draft, 'on', today);
  const silence = view.pending.find(({ id }) => id === of)?.silence ?? '';
  return (
    <ActDialog
      call="consult.close"
      input={(pin) => ({ case: view.row.id, of, outcome, reply, on, pin })}
      view={view}
      title={TEXTS.title}
      step={TEXTS.title}
      confirm={TEXTS.confirm}
      done={TEXTS.done}
      missing={firstEmpty([
        [TEXTS.words, reply],
        [TEXTS.on, on],
      ])}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>
        {TEXTS.hint}
        {silence}。
      </p>
      <Radios legend={TEXTS.outcome} options={CONSULT_OUTCOMES} value={outcome} onChange={setOutcome} />
      <Field label={TEXTS.words} lines={2} value={reply} onChange={setReply} max={500} required />
      <Field label={TEXTS.on} type="date" value={on} onChange={setOn} max={10} required />
    </ActDialog>
  );
}
