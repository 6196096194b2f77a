import { useState } from 'react';
import type { CaseView, PendingView } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { deadlineText } from '../../components/DeadlineMark.tsx';
import { timeText } from '../../components/timeText.ts';
import { whyGrey } from '../desk/CaseBar.tsx';
import { ReplyDialog } from '../signing/ConsultDialogs.tsx';
import { AnswerDialog, ResumeDialog } from '../signing/OutcomeDialogs.tsx';
import { OUTCOME_TEXTS } from '../signing/outcomeTexts.ts';
import styles from './Pending.module.css';
import signOff from './SignOff.module.css';

const TEXTS = OUTCOME_TEXTS.pending;
const CLOSE = {
  hold: { action: 'resume', name: TEXTS.resume, dialog: ResumeDialog },
  refer: { action: 'answer', name: TEXTS.answer, dialog: AnswerDialog },
  consult: { action: 'reply', name: TEXTS.reply, dialog: ReplyDialog },
} as const;

/** What the case waits for or waited for, with the button that closes it. */
export function Pending({ view }: { readonly view: CaseView }) {
  const [closing, setClosing] = useState<PendingView>();
  if (view.pending.length === 0) return null;
  const Dialog = closing && CLOSE[closing.kind].dialog;
  return (
    <section className={signOff.section}>
      <h2>
        <span>{TEXTS.title}</span>
      </h2>
      <ul className={styles.list}>
        {view.pending.map((pending) => (
          <Item key={pending.id} view={view} pending={pending} onClose={() => setClosing(pending)} />
        ))}
      </ul>
      {closing && Dialog ? <Dialog view={view} of={closing.id} onClose={() => setClosing(undefined)} /> : null}
    </section>
  );
}

function Item(props: { readonly view: CaseView; readonly pending: PendingView; readonly onClose: () => void }) {
  const { pending, view } = props;
  const { action, name } = CLOSE[pending.kind];
  const { closed, deadline } = pending;
  return (
    <li className={styles.item} data-open={closed === undefined}>
      <p className={styles.head}>
        <b>{pending.name}</b>
        {pending.whom ? <span>{pending.whom}</span> : null}
        {closed ? <Badge tone="plain">{closed.outcome}</Badge> : <Badge tone="warn">{TEXTS.open}</Badge>}
        {closed || pending.due === '' ? null : (
          <span className={styles.due}>
            {pending.kind === 'hold' ? TEXTS.again(pending.due) : TEXTS.due(pending.due)}
            {deadline ? `（${deadlineText(deadline)}${deadline.estimated ? '，推算' : ''}）` : ''}
          </span>
        )}
        {closed ? null : (
          <Button onPress={props.onClose} why={whyGrey(view.actions[action])}>
            {name}
          </Button>
        )}
      </p>
      <p className={styles.words}>
        {pending.by}　{timeText(pending.at)}　{pending.words}
      </p>
      {closed ? (
        <p className={styles.words}>
          {closed.by}　{closed.on}　{[closed.number, closed.words].filter((words) => words !== '').join('：')}
        </p>
      ) : (
        <p className={styles.small}>{pending.silence}</p>
      )}
    </li>
  );
}
