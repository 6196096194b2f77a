/** Applications as their events tell them, and the clock of the answer: also for the cases that are the answer. */
import type { Deadline } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { GateResult } from '../workflow/gate.ts';
import { ANSWER_DAYS, EXTENSION_DAYS, type RequestClock, requestClock } from '../workflow/request-clock.ts';
import { type RequestFacts, requestFacts } from '../workflow/request-facts.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';

export interface ReadRequest {
  readonly facts: RequestFacts;
  readonly graph: GateResult['graph'];
}

/** Code: case-missing. */
export function readRequest(parts: DeskParts, id: string): Result<ReadRequest> {
  const read = parts.cases.read(id);
  const facts = read.ok ? requestFacts(read.data.graph) : undefined;
  if (!read.ok || !facts) return fail('case-missing', '登记簿里没有这件申请，可能编号有误。请刷新。');
  return ok({ facts, graph: read.data.graph });
}

/** The day by which the office answers, or the applicant amends, with the words of its clock; undefined once it is closed. */
export function answerDeadline(facts: RequestFacts, clock: RequestClock): Deadline | undefined {
  const deadline = clock.answer ?? clock.amendment;
  return deadline && { ...deadline, clock: clockWords(facts, clock.since, clock.paused) };
}

/** Reply cases by id with the applications they answer; built anew when something was written. */
const replies = new WeakMap<DeskParts, { readonly head: string; readonly of: ReadonlyMap<string, readonly RequestFacts[]> }>();

function repliesOf(parts: DeskParts): ReadonlyMap<string, readonly RequestFacts[]> {
  const { id: head } = parts.ports.store.head();
  const before = replies.get(parts);
  if (before?.head === head) return before.of;
  const of = new Map<string, RequestFacts[]>();
  for (const id of parts.ports.store.caseIds('request.receive')) {
    const read = readRequest(parts, id);
    for (const reply of read.ok ? read.data.facts.replies : []) {
      if (read.ok) of.set(reply, [...(of.get(reply) ?? []), read.data.facts]);
    }
  }
  replies.set(parts, { head, of });
  return of;
}

/** The clock of the application that a reply case answers. */
export interface ReplyClock {
  readonly deadline: Deadline;
  /** Civil day the application was closed; '' while it is open. */
  readonly answeredOn: string;
}

/**
 * When the answer that a reply case is for is due: of several applications the first that is. One that was closed counts as of
 * the day it was. Undefined while no application is linked.
 */
export function replyClock(parts: DeskParts, caseId: string): ReplyClock | undefined {
  const today = dateOf(parts.ports.clock.now().at);
  const due = (repliesOf(parts).get(caseId) ?? []).flatMap((facts) => {
    const { close } = facts;
    const as: RequestFacts = close ? { ...facts, close: undefined, state: 'open' } : facts;
    const deadline = answerDeadline(as, requestClock(as, close?.body.data.on ?? today, parts.calendar()));
    return deadline ? [{ deadline, answeredOn: close?.body.data.on ?? '' }] : [];
  });
  return due.toSorted((one, other) => (one.deadline.on < other.deadline.on ? -1 : 1))[0];
}

function clockWords({ amend, extend, state }: RequestFacts, since: string, paused: number): string {
  if (state === 'amending')
    return '补正期限：申请人在合理期限内补正，逾期无正当理由不补正的，视为放弃申请（《政府信息公开条例》第三十条）';
  const days = ANSWER_DAYS + (extend ? EXTENSION_DAYS : 0);
  const from = amend ? `收到补正之日${since}` : `收到申请之日${since}`;
  const rest = paused > 0 ? `，已扣除征求意见${paused}个工作日` : '';
  return `答复期限：自${from}的次日起${days}个工作日${extend ? '（含延长20个工作日）' : ''}${rest}（《政府信息公开条例》第三十三条）`;
}
