import type { CaseView } from '../../../review/contract.ts';
import { REFER_OUTCOMES, type ReferOutcome } from '../../../review/model/index.ts';
import { Radios } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { useStatus } from '../../state/queries.ts';
import { ActDialog } from './ActDialog.tsx';
import { type CaseDialogProps, firstEmpty } from './caseDialog.ts';
import { OUTCOME_TEXTS as TEXTS } from './outcomeTexts.ts';
import styles from './Signing.module.css';

export interface PendingDialogProps extends CaseDialogProps {
  /** The hold, referral or consultation that is closed. */
  readonly of: string;
}

const useToday = (): string => useStatus().data?.today ?? '';

interface ReasonDialogProps extends CaseDialogProps {
  readonly call: 'chain.recall' | 'chain.reexamine';
  readonly texts: { readonly title: string; readonly confirm: string; readonly hint: string; readonly done: string };
}

/** An act that needs nothing but its reason. */
function ReasonDialog({ view, onClose, call, texts }: ReasonDialogProps) {
  const draft = useFormDraft(`${call.replace('chain.', '')}:${view.row.id}`);
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  return (
    <ActDialog
      call={call}
      input={(pin) => ({ case: view.row.id, reason, pin })}
      view={view}
      title={texts.title}
      step={texts.title}
      confirm={texts.confirm}
      done={texts.done}
      missing={firstEmpty([[TEXTS.reason, reason]])}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{texts.hint}</p>
      <Field label={TEXTS.reason} lines={3} value={reason} onChange={setReason} max={500} required />
    </ActDialog>
  );
}

/** 撤回 by the drafter. */
export const RecallDialog = (props: CaseDialogProps) => <ReasonDialog {...props} call="chain.recall" texts={TEXTS.recall} />;

/** 复审: the whole chain again. */
export const ReexamineDialog = (props: CaseDialogProps) => (
  <ReasonDialog {...props} call="chain.reexamine" texts={TEXTS.reexamine} />
);

/** 暂缓公开, with the day on which it is looked at again. */
export function HoldDialog({ view, onClose }: CaseDialogProps) {
  const draft = useFormDraft(`hold:${view.row.id}`);
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  const [until, setUntil] = fieldOf<string>(draft, 'until', '');
  return (
    <ActDialog
      call="chain.hold"
      input={(pin) => ({ case: view.row.id, reason, until, pin })}
      view={view}
      title={TEXTS.hold.title}
      step={TEXTS.hold.title}
      confirm={TEXTS.hold.confirm}
      done={TEXTS.hold.done}
      missing={firstEmpty([
        [TEXTS.reason, reason],
        [TEXTS.hold.until, until],
      ])}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.hold.hint}</p>
      <Field label={TEXTS.reason} lines={2} value={reason} onChange={setReason} max={500} required />
      <Field label={TEXTS.hold.until} type="date" value={until} onChange={setUntil} max={10} required />
    </ActDialog>
  );
}

/** 恢复办理 of one hold. */
export function ResumeDialog({ view, of, onClose }: PendingDialogProps) {
  const draft = useFormDraft(`resume:${view.row.id}`);
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  return (
    <ActDialog
      call="chain.resume"
      input={(pin) => ({ case: view.row.id, of, reason, pin })}
      view={view}
      title={TEXTS.resume.title}
      step={TEXTS.resume.title}
      confirm={TEXTS.resume.confirm}
      done={TEXTS.resume.done}
      missing={firstEmpty([[TEXTS.reason, reason]])}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.resume.hint}</p>
      <Field label={TEXTS.reason} lines={2} value={reason} onChange={setReason} max={500} required />
    </ActDialog>
  );
}

/** What the findings that were sent up are about, as a first wording of the question. */
const escalatedWords = (view: CaseView): string =>
  view.findings
    .filter(({ decision }) => decision?.kind === 'escalate')
    .map(({ categoryName, decision }) => `${categoryName}：${decision?.reason ?? ''}`)
    .join('；')
    .slice(0, 500);

/** 送上级确定. */
export function ReferDialog({ view, onClose }: CaseDialogProps) {
  const today = useToday();
  const draft = useFormDraft(`refer:${view.row.id}`);
  const [whom, setWhom] = fieldOf<string>(draft, 'whom', '');
  const [question, setQuestion] = fieldOf<string>(draft, 'question', escalatedWords(view));
  const [on, setOn] = fieldOf<string>(draft, 'on', today);
  return (
    <ActDialog
      call="chain.refer"
      input={(pin) => ({ case: view.row.id, whom, question, on, pin })}
      view={view}
      title={TEXTS.refer.title}
      step={TEXTS.refer.title}
      confirm={TEXTS.refer.confirm}
      done={TEXTS.refer.done}
      missing={firstEmpty([
        [TEXTS.refer.whom, whom],
        [TEXTS.refer.question, question],
        [TEXTS.refer.on, on],
      ])}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.refer.hint}</p>
      <Field label={TEXTS.refer.whom} value={whom} onChange={setWhom} hint={TEXTS.refer.whomHint} max={60} required />
      <Field label={TEXTS.refer.question} lines={3} value={question} onChange={setQuestion} max={500} required />
      <Field label={TEXTS.refer.on} type="date" value={on} onChange={setOn} max={10} required />
    </ActDialog>
  );
}

/** The answer from above: number, date, conclusion. */
export function AnswerDialog({ view, of, onClose }: PendingDialogProps) {
  const today = useToday();
  const draft = useFormDraft(`answer:${view.row.id}`);
  const [number, setNumber] = fieldOf<string>(draft, 'number', '');
  const [on, setOn] = fieldOf<string>(draft, 'on', today);
  const [outcome, setOutcome] = fieldOf<ReferOutcome>(draft, 'outcome', 'may');
  const [answer, setAnswer] = fieldOf<string>(draft, 'answer', '');
  return (
    <ActDialog
      call="chain.answer"
      input={(pin) => ({ case: view.row.id, of, number, on, outcome, answer, pin })}
      view={view}
      title={TEXTS.answer.title}
      step={TEXTS.answer.title}
      confirm={TEXTS.answer.confirm}
      done={TEXTS.answer.done}
      missing={firstEmpty([
        [TEXTS.answer.number, number],
        [TEXTS.answer.on, on],
        [TEXTS.answer.words, answer],
      ])}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.answer.hint}</p>
      <Field label={TEXTS.answer.number} value={number} onChange={setNumber} max={60} required />
      <Field label={TEXTS.answer.on} type="date" value={on} onChange={setOn} max={10} required />
      <Radios legend={TEXTS.answer.outcome} options={REFER_OUTCOMES} value={outcome} onChange={setOutcome} />
      <Field label={TEXTS.answer.words} lines={2} value={answer} onChange={setAnswer} max={500} required />
    </ActDialog>
  );
}

/** 撤下 of what was published. */
export function TakeDownDialog({ view, onClose }: CaseDialogProps) {
  const today = useToday();
  const draft = useFormDraft(`take-down:${view.row.id}`);
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  const [on, setOn] = fieldOf<string>(draft, 'on', today);
  return (
    <ActDialog
      call="chain.takeDown"
      input={(pin) => ({ case: view.row.id, reason, on, pin })}
      view={view}
      title={TEXTS.takeDown.title}
      step={TEXTS.takeDown.title}
      confirm={TEXTS.takeDown.confirm}
      done={TEXTS.takeDown.done}
      missing={firstEmpty([
        [TEXTS.reason, reason],
        [TEXTS.takeDown.on, on],
      ])}
      danger
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.takeDown.hint}</p>
      <Field label={TEXTS.reason} lines={2} value={reason} onChange={setReason} max={500} required />
      <Field label={TEXTS.takeDown.on} type="date" value={on} onChange={setOn} max={10} required />
    </ActDialog>
  );
}
