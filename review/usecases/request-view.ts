/** One application as the screens show it, and what the person may do with it. */
import type { RequestAction, RequestRow, RequestView } from '../contract.ts';
import { CONSULT_OUTCOMES, ok, type Person, type Result, type Role } from '../model/index.ts';
import { NOTIFY_DAYS, requestClock } from '../workflow/request-clock.ts';
import type { RequestFacts } from '../workflow/request-facts.ts';
import type { RequestRecord } from '../workflow/request-table.ts';
import { timelineOf } from './case-view.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import { nameOf } from './people-of.ts';
import { answerDeadline, readRequest } from './request-reader.ts';

/** Every application as the annual report counts it. */
export const requestRecords = (parts: DeskParts): readonly RequestRecord[] =>
  parts.ports.store.caseIds('request.receive').flatMap((id) => {
    const read = readRequest(parts, id);
    if (!read.ok) return [];
    const { receive, close } = read.data.facts;
    const { applicant, on: receivedOn } = receive.body.data;
    const closed = close && { on: close.body.data.on, result: close.body.data.result };
    return [{ applicant, receivedOn, ...(closed ? { closed } : {}) }];
  });

/** Name and address of an applicant, kept together outside the log. */
export interface ApplicantPerson {
  readonly name: string;
  readonly contact: string;
}
export function personOfRequest(parts: DeskParts, id: string, { receive }: RequestFacts): ApplicantPerson {
  const text = parts.cases.text(id, receive.body.data.person);
  // Cleared contents read as a sentence, not as the object that was written.
  return text.startsWith('{') ? (JSON.parse(text) as ApplicantPerson) : { name: text, contact: '' };
}

export function requestRow(parts: DeskParts, id: string, facts: RequestFacts): RequestRow {
  const { receive, amend, close, extend, state } = facts;
  const { number, applicant, content, on } = receive.body.data;
  const clock = requestClock(facts, dateOf(parts.ports.clock.now().at), parts.calendar());
  const deadline = answerDeadline(facts, clock);
  return {
    id,
    number,
    applicant,
    name: personOfRequest(parts, id, facts).name,
    content: parts.cases.text(id, amend?.body.data.content ?? content),
    receivedOn: on,
    state,
    ...(deadline ? { deadline } : {}),
    ...(clock.notify
      ? {
          notifyBy: {
            ...clock.notify,
            clock: `补正告知：自收到之日${on}起${NOTIFY_DAYS}个工作日内，一次性告知（《政府信息公开条例》第三十条）`,
          },
        }
      : {}),
    paused: clock.paused,
    extended: extend !== undefined,
    ...(close ? { result: close.body.data.result, closedOn: close.body.data.on } : {}),
    replies: facts.replies.flatMap((reply) => replyOf(parts, reply)),
  };
}

function replyOf(parts: DeskParts, caseId: string): RequestRow['replies'] {
  const read = parts.cases.read(caseId);
  const create = read.ok ? read.data.facts.create : undefined;
  if (!read.ok || !create) return [];
  const { number, title } = create.body.data;
  return [{ case: caseId, number, title: parts.cases.text(caseId, title), state: read.data.state }];
}

/** Codes: case-missing. */
export function requestView(parts: DeskParts, id: string, person: Person): Result<RequestView> {
  const read = readRequest(parts, id);
  if (!read.ok) return read;
  const { facts, graph } = read.data;
  const text = (of: string): string => parts.cases.text(id, of);
  const by = (who: string): string => nameOf(parts.roster(), who);
  const { notify, amend, extend, close, receive } = facts;
  return ok({
    row: requestRow(parts, id, facts),
    contact: personOfRequest(parts, id, facts).contact,
    by: receive.body.data.by,
    reply: receive.body.data.reply,
    ...(notify
      ? { notified: { missing: text(notify.body.data.missing), on: notify.body.data.on, due: notify.body.data.due } }
      : {}),
    ...(amend ? { amended: { content: text(amend.body.data.content), on: amend.body.data.on } } : {}),
    asks: facts.asks.map(({ ask, reply }) => {
      const { about, whom, matter, on, due } = ask.body.data;
      const answer = reply && {
        outcome: CONSULT_OUTCOMES[reply.body.data.outcome],
        words: text(reply.body.data.reply),
        on: reply.body.data.on,
      };
      return { id: ask.id, about, whom: text(whom), matter: text(matter), on, due, ...(answer ? { answer } : {}) };
    }),
    ...(extend
      ? { extension: { reason: text(extend.body.data.reason), by: by(extend.body.actor.p), told: extend.body.data.told } }
      : {}),
    ...(close ? { closed: { grounds: text(close.body.data.grounds), by: by(close.body.actor.p) } } : {}),
    timeline: timelineOf(parts, id, undefined, graph.ordered),
    actions: requestActions(parts, facts, person),
  });
}

const CLERKS: readonly Role[] = ['drafter', 'reviewer'];
const HEADS: readonly Role[] = ['head', 'reviewer', 'leader'];

/** Every action with the first reason against it. */
export function requestActions(parts: DeskParts, facts: RequestFacts, person: Person): RequestView['actions'] {
  const { state, notify, extend, receive, asks } = facts;
  const clock = requestClock(facts, dateOf(parts.ports.clock.now().at), parts.calendar());
  const done = state === 'closed' ? '本件已办结' : undefined;
  const clerk = CLERKS.includes(person.role) ? undefined : '由拟稿人或保密审查员办理';
  const waiting = state === 'amending' ? '正在等申请人补正' : undefined;
  const open = asks.some(({ reply }) => !reply);
  return {
    notify: view(
      clerk,
      done,
      notify ? '补正只能一次性告知' : undefined,
      clock.notify ? undefined : `已过收到之日起${NOTIFY_DAYS}个工作日，或已起草答复`,
    ),
    amend: view(clerk, done, waiting ? undefined : '没有在等申请人补正'),
    ask: view(clerk, done, waiting),
    reply: view(clerk, done, open ? undefined : '没有在征求意见'),
    extend: view(
      HEADS.includes(person.role) ? undefined : '由处室负责人、保密审查员或分管领导同意',
      done,
      waiting,
      extend ? '只能延期一次' : undefined,
      receive.body.actor.p === person.id ? '登记人不能同意自己的延期' : undefined,
    ),
    link: view(clerk, done, waiting),
    close: view(clerk, done, open ? '征求意见还没有结束' : undefined),
  } satisfies Record<RequestAction, RequestView['actions'][RequestAction]>;
}

const view = (...reasons: readonly (string | undefined)[]): RequestView['actions'][RequestAction] => {
  const why = reasons.find((reason) => reason !== undefined);
  return { enabled: why === undefined, why: why ?? '' };
};
