import { type ComponentType, type ReactNode, useState } from 'react';
import type { RequestAction, RequestView } from '../../../review/contract.ts';
import {
  APPLICANTS,
  groupOf,
  RECEIVED_BY,
  REPLY_WAYS,
  REQUEST_ASKS,
  REQUEST_RESULTS,
  RESULT_GROUPS,
} from '../../../review/model/index.ts';
import { Badge, StateBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { deadlineWords } from '../../components/DeadlineMark.tsx';
import { screenOf, usePlace } from '../../state/place.ts';
import { whyGrey } from '../desk/CaseBar.tsx';
import { History } from '../signoff/Chain.tsx';
import {
  AmendDialog,
  AskDialog,
  CloseDialog,
  ExtendDialog,
  LinkDialog,
  NotifyDialog,
  ReplyDialog,
  type RequestActProps,
} from './ActDialogs.tsx';
import { RequestStateBadge } from './columns.tsx';
import { DayMark } from './DayMark.tsx';
import styles from './Requests.module.css';
import { TEXTS } from './texts.ts';
import { useLetter } from './useLetter.ts';

type Act = Exclude<RequestAction, 'reply'>;
const ACTS: readonly Act[] = ['notify', 'amend', 'ask', 'extend', 'link', 'close'];
const DIALOGS: Readonly<Record<Act, ComponentType<RequestActProps>>> = {
  notify: NotifyDialog,
  amend: AmendDialog,
  ask: AskDialog,
  extend: ExtendDialog,
  link: LinkDialog,
  close: CloseDialog,
};

/** One application: its clock with the basis, what was done, and what can be done. */
export function RequestDetail({ view }: { readonly view: RequestView }) {
  const [act, setAct] = useState<Act>();
  const [replying, setReplying] = useState<string>();
  const Dialog = act && DIALOGS[act];
  return (
    <section className={styles.detail} aria-label={TEXTS.detail}>
      <header className={styles.detailHead}>
        <h2>{view.row.number}</h2>
        <RequestStateBadge state={view.row.state} />
      </header>
      <Facts view={view} />
      <Acts view={view} onAct={setAct} />
      <Asks view={view} onReply={setReplying} />
      <Replies view={view} />
      <History entries={view.timeline} />
      {Dialog ? <Dialog view={view} onClose={() => setAct(undefined)} /> : null}
      {replying === undefined ? null : <ReplyDialog view={view} of={replying} onClose={() => setReplying(undefined)} />}
    </section>
  );
}

function Facts({ view }: { readonly view: RequestView }) {
  const { row, notified, amended, extension, closed } = view;
  const words = TEXTS.facts;
  const clock = row.deadline && (
    <>
      <DayMark deadline={row.deadline} />　<span className={styles.small}>{deadlineWords(row.deadline)}</span>
      {row.paused > 0 ? <span className={styles.small}>　{TEXTS.paused(row.paused)}</span> : null}
    </>
  );
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.applicant, `${row.name}（${APPLICANTS[row.applicant]}）`],
    [words.contact, view.contact],
    [words.received, `${row.receivedOn}　${RECEIVED_BY[view.by]}`],
    [words.reply, REPLY_WAYS[view.reply]],
    [words.content, row.content],
    ...(clock ? [[row.state === 'amending' ? words.amendment : words.clock, clock] as const] : []),
    ...(row.notifyBy && !notified
      ? [
          [
            words.notifyBy,
            <span key="notify">
              <DayMark deadline={row.notifyBy} />　<span className={styles.small}>{deadlineWords(row.notifyBy)}</span>
            </span>,
          ] as const,
        ]
      : []),
    ...(notified ? [[words.notified, TEXTS.notified(notified.on, notified.due, notified.missing)] as const] : []),
    ...(amended ? [[words.amended, `${amended.on}　${amended.content}`] as const] : []),
    ...(extension ? [[words.extension, TEXTS.extension(extension.by, extension.reason, extension.told)] as const] : []),
    ...(row.result && closed
      ? [
          [words.result, `${resultWords(row.result)}　${TEXTS.closedOn(row.closedOn ?? '')}（${closed.by}）`] as const,
          [words.grounds, closed.grounds] as const,
        ]
      : []),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function resultWords(result: NonNullable<RequestView['row']['result']>): string {
  const group = groupOf(result);
  return group === result ? REQUEST_RESULTS[result] : `${RESULT_GROUPS[group]}：${REQUEST_RESULTS[result]}`;
}

function Asks({ view, onReply }: { readonly view: RequestView; readonly onReply: (of: string) => void }) {
  const letter = useLetter();
  if (view.asks.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{TEXTS.asks}</h3>
      <ul className={styles.items}>
        {view.asks.map((ask) => (
          <li key={ask.id}>
            <p className={styles.itemHead}>
              <b>{REQUEST_ASKS[ask.about]}</b>
              {ask.answer ? <Badge tone="plain">{ask.answer.outcome}</Badge> : null}
              <Button onPress={() => letter.mutate({ request: view.row.id, of: ask.id })}>{TEXTS.letter}</Button>
              {ask.answer ? null : (
                <Button onPress={() => onReply(ask.id)} why={whyGrey(view.actions.reply)}>
                  {TEXTS.registerReply}
                </Button>
              )}
            </p>
            <p className={styles.small}>{TEXTS.ask(ask.whom, ask.on, ask.due)}</p>
            <p>{ask.matter}</p>
            {ask.answer ? (
              <p>
                {ask.answer.on}　{ask.answer.words}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Replies({ view }: { readonly view: RequestView }) {
  const openCase = usePlace((state) => state.openCase);
  const { replies, state } = view.row;
  if (replies.length === 0 && state === 'closed') return null;
  return (
    <section className={styles.part}>
      <h3>{TEXTS.replies}</h3>
      {replies.length === 0 ? <p className={styles.note}>{TEXTS.noReply}</p> : null}
      <ul className={styles.items}>
        {replies.map((reply) => (
          <li key={reply.case} className={styles.itemHead}>
            <span>
              {reply.number} {reply.title}
            </span>
            <StateBadge state={reply.state} />
            <Button onPress={() => openCase(reply.case, screenOf(reply.state))} label={`${TEXTS.open} ${reply.number}`}>
              {TEXTS.open}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ view, onAct }: { readonly view: RequestView; readonly onAct: (act: Act) => void }) {
  const now = ACTS.filter((act) => view.actions[act].enabled);
  const not = ACTS.filter((act) => !view.actions[act].enabled);
  const button = (act: Act) => (
    <Button key={act} kind={act === 'close' ? 'primary' : 'plain'} onPress={() => onAct(act)} why={whyGrey(view.actions[act])}>
      {TEXTS.dialogs[act].name}
    </Button>
  );
  const line = (act: Act) => (
    <div key={act} className={styles.act}>
      {button(act)}
      <span className={styles.small}>{view.actions[act].why}</span>
    </div>
  );
  return (
    <section className={styles.part}>
      <h3>{TEXTS.acts}</h3>
      <div className={styles.acts}>{now.map(button)}</div>
      {not.length > 0 ? (
        <details className={styles.more}>
          <summary>{TEXTS.notNow(not.length)}</summary>
          {not.map(line)}
        </details>
      ) : null}
    </section>
  );
}
