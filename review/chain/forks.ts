/**
 * Forks (signoff-design 5.5): two events of one workstation under one number prove that its journal was copied or set back and went on
 * twice. Which of the two is true nobody can tell, so neither is believed.
 */
import type { Crypto, Envelope } from '../ports.ts';
import type { ChainEvent, EventBody } from './event.ts';
import { checkEvent } from './journal.ts';
import { idOf } from './pae.ts';
import type { Roster } from './roster.ts';

export interface ForkProof {
  readonly ws: string;
  readonly inc: number;
  readonly seq: number;
  /** Ids of all events under this number, ascending. */
  readonly ids: readonly string[];
}
export interface Forks {
  /** By workstation and number. */
  readonly proofs: readonly ForkProof[];
  /** Cases with an event on either side of a fork: nothing of them can be believed. */
  readonly cases: ReadonlySet<string>;
  /** What stands among the proofs and proves nothing: Chinese sentences. */
  readonly problems: readonly string[];
}

const place = ({ ws, inc, seq }: EventBody): string => `${ws} ${inc} ${seq}`;

/**
 * @param events of the log itself
 * @param apart events that contradict those, and what rests on them, as a journal keeps them
 */
export function forksOf(crypto: Crypto, roster: Roster, events: readonly ChainEvent[], apart: readonly Envelope[]): Forks {
  const problems: string[] = [];
  const known = new Set(events.map(({ id }) => id));
  const forked: ChainEvent[] = [];
  for (const envelope of apart) {
    const { event, problem } = checkEvent(crypto, roster, envelope);
    if (!event || problem !== undefined)
      problems.push(`分叉记录 ${idOf(crypto, envelope.payloadType, envelope.body).slice(0, 12)}：${problem}`);
    else if (known.has(event.id)) problems.push(`分叉记录 ${event.id.slice(0, 12)}：与日志中的一条相同，不能证明分叉`);
    else {
      known.add(event.id);
      forked.push(event);
    }
  }
  const proofs = proofsOf(events, forked);
  const onFork = new Set(forked.filter(({ body }) => proofs.some((proof) => samePlace(proof, body))).map(({ id }) => id));
  for (const { id, body } of forked) {
    // Whatever rests on one side of a fork was kept with it.
    if (onFork.has(body.prev) || body.parents.some((parent) => onFork.has(parent))) onFork.add(id);
    if (!onFork.has(id)) problems.push(`分叉记录 ${id.slice(0, 12)}：与日志中的记录不冲突，不能证明分叉`);
  }
  return { proofs, cases: casesOf(proofs, events, forked), problems };
}

const samePlace = (a: Pick<EventBody, 'ws' | 'inc' | 'seq'>, b: EventBody): boolean =>
  a.ws === b.ws && a.inc === b.inc && a.seq === b.seq;

function proofsOf(events: readonly ChainEvent[], forked: readonly ChainEvent[]): readonly ForkProof[] {
  const byPlace = Map.groupBy([...events, ...forked], ({ body }) => place(body));
  return [...byPlace.values()].flatMap((some) => {
    const [first] = some;
    // A hundred thousand places hold one event each.
    if (!first || some.length === 1) return [];
    const ids = [...new Set(some.map(({ id }) => id))].sort();
    return ids.length > 1 ? [{ ws: first.body.ws, inc: first.body.inc, seq: first.body.seq, ids }] : [];
  });
}

/** As the store sees it: everything apart, and everything from where a journal forks. */
function casesOf(
  proofs: readonly ForkProof[],
  events: readonly ChainEvent[],
  forked: readonly ChainEvent[],
): ReadonlySet<string> {
  const behind = events.filter(({ body }) =>
    proofs.some(({ ws, inc, seq }) => ws === body.ws && inc === body.inc && body.seq >= seq),
  );
  return new Set([...forked, ...behind].map(({ body }) => body.case).filter((caseId) => caseId !== '-'));
}

/** The sentence an inspector reads about a fork. */
export const forkSentence = ({ ws, inc, seq, ids }: ForkProof): string =>
  `分叉：工作站 ${ws}（第${inc}次启用）的第${seq}条有${ids.length}个不同的版本（${ids.map((id) => id.slice(0, 12)).join('、')}），它的账本曾被复制或换成旧的后继续使用；涉及的件不能认定`;
