/** What a set of signed events says about one application (依申请公开). Pure; nothing of it is stored. */
import type { CaseGraph } from '../chain/case-graph.ts';
import type { RequestState } from '../model/index.ts';
import { type EventOf, eventsOf } from './case-facts.ts';

export interface RequestAskFact {
  readonly ask: EventOf<'request.ask'>;
  readonly reply: EventOf<'request.reply'> | undefined;
}
export interface RequestFacts {
  readonly receive: EventOf<'request.receive'>;
  readonly notify: EventOf<'request.notify'> | undefined;
  readonly amend: EventOf<'request.amend'> | undefined;
  readonly asks: readonly RequestAskFact[];
  readonly extend: EventOf<'request.extend'> | undefined;
  /** Ids of the review cases of the reply, newest last. */
  readonly replies: readonly string[];
  readonly close: EventOf<'request.close'> | undefined;
  readonly state: RequestState;
}

/** Undefined when the entry was not opened by an application. What may happen once counts the first time. */
export function requestFacts({ ordered, precedes }: CaseGraph): RequestFacts | undefined {
  const receive = eventsOf(ordered, 'request.receive')[0];
  if (!receive) return undefined;
  const notify = eventsOf(ordered, 'request.notify')[0];
  const amend = notify && eventsOf(ordered, 'request.amend').find(({ id }) => precedes(notify.id, id));
  const replies = eventsOf(ordered, 'request.reply');
  const asks = eventsOf(ordered, 'request.ask').map((ask) => ({
    ask,
    reply: replies.find(({ id, body }) => body.data.of === ask.id && precedes(ask.id, id)),
  }));
  const close = eventsOf(ordered, 'request.close')[0];
  return {
    receive,
    notify,
    amend,
    asks,
    extend: eventsOf(ordered, 'request.extend')[0],
    replies: [...new Set(eventsOf(ordered, 'request.draft').map(({ body }) => body.data.reply))],
    close,
    state: stateOf(notify !== undefined && !amend, asks, close !== undefined),
  };
}

function stateOf(unamended: boolean, asks: readonly RequestAskFact[], closed: boolean): RequestState {
  if (closed) return 'closed';
  if (unamended) return 'amending';
  return asks.some(({ reply }) => !reply) ? 'asking' : 'open';
}
