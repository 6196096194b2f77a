/**
 * Events under revoked keys (signoff-design 2.7). A package may bring an event that was signed with a key of whose end this workstation
 * knew before: made by somebody honest who had not heard yet, or by somebody who kept the key. Nobody can tell from the event. It is
 * kept, and says nothing, until two people have settled it.
 */
import type { QuarantineState } from '../model/index.ts';
import type { Crypto } from '../ports.ts';
import type { ChainEvent, EventBody } from './event.ts';
import type { EventData } from './kinds/index.ts';
import type { Roster } from './roster.ts';
import type { RosterChange } from './roster-entry.ts';
import { keysEnded } from './roster-state.ts';
import { consentedBy } from './two-people.ts';

/** What one key signed in one journal, from the first such event to the last. */
export type LateSigned = NonNullable<EventData<'pkg.import'>['late']>[number];

/** Keys that are not in force any more: of people who left, lost theirs or were given another. */
export function endedKeys(roster: Roster): ReadonlySet<string> {
  const ended = new Set<string>();
  for (const { change, body } of roster.entries) {
    const before = change && roster.at(body.prev)?.state;
    for (const key of change && before ? keysEnded(before, change) : []) ended.add(key);
  }
  return ended;
}

/** Whether an event is one of those that a range names. */
export const isWithin = ({ ws, inc, key, from, to }: LateSigned, body: EventBody): boolean =>
  body.ws === ws && body.inc === inc && body.actor.key === key && from <= body.seq && body.seq <= to;

/**
 * Of the events that a package brings, those under keys that had ended as this workstation knew before, by key and journal.
 * @param mine the roster before the package
 */
export function lateSigned(mine: Roster, news: readonly EventBody[]): readonly LateSigned[] {
  const ended = endedKeys(mine);
  const found = new Map<string, LateSigned>();
  for (const { ws, inc, seq, actor } of news) {
    if (!ended.has(actor.key)) continue;
    const name = `${ws} ${inc} ${actor.key}`;
    const known = found.get(name) ?? { ws, inc, key: actor.key, from: seq, to: seq };
    found.set(name, { ...known, from: Math.min(known.from, seq), to: Math.max(known.to, seq) });
  }
  return [...found.values()];
}

export interface Quarantine {
  readonly late: readonly (LateSigned & { readonly state: QuarantineState })[];
  /** The event as it counts: one in quarantine bears its state, and a problem, so that it says nothing. */
  flagged(event: ChainEvent): ChainEvent;
}

/** Kinds that `quarantineOf` must be given all events of. */
export const QUARANTINE_TYPES = ['pkg.import', 'quarantine.settle', 'consent'] as const;

const WHY = { open: '用已撤销的密钥签署，待处理', void: '用已撤销的密钥签署，已作废' } as const;

/**
 * What is in quarantine according to all imports in a log, of whatever workstation, and how it was settled. Refused wins over let
 * stand: two people must not be able to undo what two others have voided. A settlement that is itself late settles nothing.
 */
export function quarantineOf(crypto: Crypto, events: readonly ChainEvent[], roster: Roster): Quarantine {
  const ended = endedKeys(roster);
  const ranges = events.flatMap(({ body }) => (body.type === 'pkg.import' ? (body.data.late ?? []) : []));
  // Nobody can lay a hand on what a present key has signed.
  const late = distinct(ranges.filter(({ key }) => ended.has(key)));
  const isLate = (body: EventBody): boolean => late.some((range) => isWithin(range, body));
  const bodies = new Map(events.map(({ id, body }) => [id, body]));
  const settled = events.flatMap(({ body, problem }) => {
    if (body.type !== 'quarantine.settle' || problem !== undefined || isLate(body)) return [];
    const second = bodies.get(body.prev);
    return second && !isLate(second) && consentedBy(crypto, second, body) ? [body.data] : [];
  });
  const stateOf = (body: EventBody): QuarantineState | undefined => {
    if (!isLate(body)) return undefined;
    const verdicts = settled.filter((data) => isWithin(data, body)).map(({ verdict }) => verdict);
    return verdicts.includes('void') ? 'void' : (verdicts[0] ?? 'open');
  };
  return {
    late: late.map((range) => {
      const verdicts = settled.filter((data) => covers(data, range)).map(({ verdict }) => verdict);
      return { ...range, state: verdicts.includes('void') ? 'void' : (verdicts[0] ?? 'open') };
    }),
    flagged(event) {
      const state = late.length > 0 ? stateOf(event.body) : undefined;
      if (state === undefined || state === 'stands' || event.problem !== undefined) return event;
      return { ...event, problem: WHY[state], quarantine: state };
    },
  };
}

const covers = (outer: LateSigned, inner: LateSigned): boolean =>
  outer.ws === inner.ws && outer.inc === inner.inc && outer.key === inner.key && outer.from <= inner.from && inner.to <= outer.to;

const distinct = (ranges: readonly LateSigned[]): readonly LateSigned[] =>
  ranges.filter((range, at) => !ranges.some((other, i) => covers(other, range) && (!covers(range, other) || i < at)));

/** Name of the person whose key it once was; the key where nobody's is known. */
export const signerName = (roster: Roster, key: string): string => {
  const person = roster.entries.flatMap(({ change }) => holdersIn(change)).find((one) => one.key === key)?.p ?? '';
  return roster.now?.people.get(person)?.name ?? key;
};

function holdersIn(change: RosterChange | undefined): readonly { readonly p: string; readonly key: string }[] {
  if (change?.type === 'admit') return [...change.data.keys, ...change.data.enrolled];
  return change?.type === 'enroll' || change?.type === 'rekey' ? [change.data] : [];
}
