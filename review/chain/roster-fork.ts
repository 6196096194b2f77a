/**
 * Two rosters of one office of which neither extends the other: it was written on two workstations. A hand-over signed by the root key
 * decides between them; without one, or with one on each side, nobody here can (ADR 25).
 */
import type { Crypto, Envelope } from '../ports.ts';
import type { ChainEvent, EventBody } from './event.ts';
import type { EventData } from './kinds/index.ts';
import { idOf } from './pae.ts';
import { foldRoster, type Roster } from './roster.ts';

export interface RosterFork {
  /** 1-based number of the first entry that differs. */
  readonly seq: number;
  /** Ids of that entry, here and there. */
  readonly own: string;
  readonly other: string;
  /** Whose roster goes on: the one with the hand-over; `open` when that does not decide. */
  readonly stands: 'own' | 'other' | 'open';
}

/** Compares two rosters; undefined when one extends the other, when they are of different offices, or when theirs does not hold. */
export function rosterFork(crypto: Crypto, mine: readonly Envelope[], theirs: readonly Envelope[]): RosterFork | undefined {
  const [own, other] = [idsOf(crypto, mine), idsOf(crypto, theirs)];
  const at = own.findIndex((id, index) => id !== other[index]);
  if (at < 1 || at >= other.length) return undefined;
  const [here, there] = [foldRoster(crypto, mine), foldRoster(crypto, theirs)];
  if (there.problems.length > 0) return undefined;
  const [handedHere, handedThere] = [here, there].map(({ entries }) =>
    entries.slice(at).some(({ change }) => change?.type === 'home'),
  );
  const stands = handedHere === handedThere ? 'open' : handedHere ? 'own' : 'other';
  return { seq: at + 1, own: own[at] ?? '', other: other[at] ?? '', stands };
}

export const idsOf = (crypto: Crypto, log: readonly Envelope[]): readonly string[] =>
  log.map(({ payloadType, body }) => idOf(crypto, payloadType, body));

/** Codes under which an import says what became of such a package. */
export const ROSTER_FORK_CODES = {
  own: 'package-roster-stale',
  other: 'package-roster-moved',
  open: 'package-roster-diverged',
} as const satisfies Readonly<Record<RosterFork['stands'], string>>;

/** What a recorded refusal said. */
export const standsOf = (code: string): RosterFork['stands'] =>
  code === ROSTER_FORK_CODES.own ? 'own' : code === ROSTER_FORK_CODES.other ? 'other' : 'open';

export type SeenRosterFork = NonNullable<EventData<'pkg.refuse'>['fork']>;

const short = (id: string): string => id.slice(0, 12);

/** Where the roster was handed over to another workstation, in plain Chinese, oldest first. */
export const handOverLines = ({ entries }: Roster): readonly string[] =>
  entries.flatMap(({ body, change }) =>
    change?.type === 'home'
      ? [`名册第${body.seq}条起改在工作站 ${change.data.ws} 上变更（单位根密钥签署，取代 ${change.data.from}）`]
      : [],
  );

/** What imports of a log say of rosters that were written twice: told where the hand-over decided, a problem where it did not. */
export function seenRosterForks(events: readonly ChainEvent[]): {
  readonly lines: readonly string[];
  readonly problems: readonly { readonly seq: number; readonly message: string }[];
} {
  const seen = events.flatMap(({ body }) =>
    body.type === 'pkg.refuse' && body.data.fork ? [{ body, code: body.data.code, fork: body.data.fork }] : [],
  );
  const decided = seen.filter(({ code }) => code === ROSTER_FORK_CODES.own);
  return {
    lines: decided.map(({ fork }) => `${forkWords(fork)}：以移交后的名册为准，工作站 ${fork.ws} 后写的不予认定`),
    problems: seen
      .filter(({ code }) => code !== ROSTER_FORK_CODES.own)
      .map(({ body, code, fork }) => ({ seq: body.seq, message: `${forkWords(fork)}：${undecidedWords(body, code)}` })),
  };
}

const forkWords = ({ seq, own, other, ws }: SeenRosterFork): string =>
  `名册分叉：第${seq}条在本日志中是 ${short(own)}，在工作站 ${ws} 上是 ${short(other)}`;

const undecidedWords = ({ ws }: EventBody, code: string): string =>
  code === ROSTER_FORK_CODES.other ? `名册已移交，工作站 ${ws} 后写的不予认定` : '没有移交可以判定，须由保密办核对';
