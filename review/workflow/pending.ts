/** What stands open in a case: holds, referrals, consultations. Nothing here closes by itself, whatever the calendar says. */
import type { CaseGraph } from '../chain/case-graph.ts';
import type { ChainEvent } from '../chain/event.ts';
import type { EventType } from '../chain/kinds/index.ts';
import { CONSULTATIONS, type Consultation } from '../model/index.ts';
import { type CaseFacts, type EventOf, eventsOf } from './case-facts.ts';
import { dateOf } from './working-days.ts';

const CLOSED_BY = { hold: 'hold.end', refer: 'refer.answer', 'consult.open': 'consult.close' } as const satisfies Partial<
  Record<EventType, EventType>
>;
type Opening = keyof typeof CLOSED_BY;
type Closing<T extends Opening> = (typeof CLOSED_BY)[T];

/** An opening with the newest event that closed it, having seen it. */
export interface Pair<T extends Opening> {
  readonly opened: EventOf<T>;
  readonly closed: EventOf<Closing<T>> | undefined;
}

/** False for what a deputy did on a day that no delegation covers: it opens nothing again. */
const covered = ({ body, delegations = [] }: Pick<ChainEvent, 'body' | 'delegations'>): boolean => {
  const day = dateOf(body.at);
  return body.actor.for === undefined || delegations.some(({ since, until }) => since <= day && day <= until);
};

/** All openings of a kind in the order of the graph. */
export function pairsOf<T extends Opening>(graph: CaseGraph, type: T): readonly Pair<T>[] {
  const closings = eventsOf<Closing<Opening>>(graph.ordered, CLOSED_BY[type]).filter(covered);
  return eventsOf(graph.ordered, type).map((opened) => {
    const closed = closings.findLast(({ id, body }) => body.data.of === opened.id && graph.precedes(opened.id, id));
    // Which kind closes which is settled by the table; the checker cannot follow it through the parameter.
    return { opened, closed: closed as EventOf<Closing<T>> | undefined };
  });
}

/** Those that nobody has closed. */
export const openOf = <T extends Opening>(graph: CaseGraph, type: T): readonly EventOf<T>[] =>
  pairsOf(graph, type)
    .filter(({ closed }) => closed === undefined)
    .map(({ opened }) => opened);

/** Whether a finding was sent up and no answer has come since. */
export function awaitsAnswer(graph: CaseGraph, facts: CaseFacts, number: number): boolean {
  const answers = eventsOf(graph.ordered, 'refer.answer');
  return (facts.escalations.get(number) ?? []).some((sent) => !answers.some(({ id }) => graph.precedes(sent, id)));
}

/** Findings that were sent up and then left standing, although no answer came in between. */
export function unansweredEscalations(graph: CaseGraph, facts: CaseFacts): readonly number[] {
  const answers = eventsOf(graph.ordered, 'refer.answer');
  return facts.numbers.filter((number) => {
    const decision = facts.decisions.get(number);
    if (!decision || (decision.kind !== 'keep' && decision.kind !== 'false-alarm')) return false;
    const escalated = facts.escalations.get(number) ?? [];
    return escalated.some(
      (sent) =>
        graph.precedes(sent, decision.event) &&
        !answers.some(({ id }) => graph.precedes(sent, id) && graph.precedes(id, decision.event)),
    );
  });
}

/** Chinese: why a check that the office demands does not allow 签发 over the newest version; `before` limits what may be known. */
export function checkWhy(graph: CaseGraph, facts: CaseFacts, check: Consultation, before?: string): string | undefined {
  const known = (id: string): boolean => before === undefined || graph.precedes(id, before);
  const latest = facts.documents.flatMap(({ versions }) => versions.findLast(({ id }) => known(id))?.id ?? []);
  const done = pairsOf(graph, 'consult.open').filter(
    ({ opened, closed }) => opened.body.data.about === check && closed !== undefined && known(closed.id),
  );
  const newest = done.at(-1);
  if (!newest?.closed) return `${CONSULTATIONS[check]}还没有办`;
  // A check of an earlier version says nothing about what was put in afterwards.
  const { id } = newest.opened;
  if (latest.some((version) => !graph.precedes(version, id))) return `${CONSULTATIONS[check]}之后换了文件，须重新办理`;
  return newest.closed.body.data.outcome === 'agree' ? undefined : `${CONSULTATIONS[check]}没有同意`;
}

/** Acts after which every earlier signature is void, in the order of the graph. */
export function voidings(graph: CaseGraph): readonly EventOf<'return' | 'submission.recall' | 'reexamine'>[] {
  const all = graph.ordered.filter(
    ({ body, problem }) => problem === undefined && ['return', 'submission.recall', 'reexamine'].includes(body.type),
  ) as unknown as readonly EventOf<'return' | 'submission.recall' | 'reexamine'>[];
  const superior = eventsOf(graph.ordered, 'sign').filter(({ body }) => body.data.step !== 'draft');
  return all.filter((act) => {
    if (act.body.type !== 'submission.recall') return true;
    // Once the next step has signed, the drafter no longer takes it back alone.
    return !superior.some(
      (sign) =>
        graph.precedes(sign.id, act.id) &&
        !all.some((between) => between !== act && graph.precedes(sign.id, between.id) && graph.precedes(between.id, act.id)),
    );
  });
}

/** The newest withdrawal of what was published that no 复审 has followed. */
export const takedownInForce = (graph: CaseGraph): EventOf<'takedown'> | undefined => {
  const again = eventsOf(graph.ordered, 'reexamine');
  return eventsOf(graph.ordered, 'takedown').findLast((down) => !again.some(({ id }) => graph.precedes(down.id, id)));
};
