/**
 * What a package adds to a store: the set union by id (signoff-design 6.3). Every new event is judged like one's own; an event whose
 * number is taken by another one is a fork: kept apart as proof, together with whatever rests on it.
 */
import { fail, ok, type Result } from '../model/index.ts';
import type { Crypto, Envelope, Head, StoredEvent } from '../ports.ts';
import { checkpoints } from './checkpoint.ts';
import { clockFlags } from './clock.ts';
import { type ChainEvent, type EventBody, readBody } from './event.ts';
import { importProblems, importsIn } from './import-witness.ts';
import { checkEvent, OLDER_THAN_PARENTS, RESTARTS } from './journal.ts';
import type { OpenedPackage } from './package-read.ts';
import { idOf, PAYLOAD_TYPES, ZERO_ID } from './pae.ts';
import { peerAfter } from './peer-clock.ts';
import type { Roster } from './roster.ts';
import { isDoneAlone } from './two-people.ts';

export interface Merged {
  readonly event: StoredEvent;
  /** True when it contradicts, or rests on what contradicts, an event that is already there. */
  readonly fork: boolean;
}
export interface MergePlan {
  /** New events, each after everything it names. */
  readonly news: readonly Merged[];
  /** Every event there will be, for looking up what contents belong to. */
  readonly bodies: ReadonlyMap<string, EventBody>;
}
/** What the store holds. */
export interface Held {
  readonly crypto: Crypto;
  readonly head: Head;
  readonly events: readonly StoredEvent[];
  readonly forks: readonly StoredEvent[];
}

const slot = ({ ws, inc, seq }: Pick<EventBody, 'ws' | 'inc' | 'seq'>): string => `${ws} ${inc} ${seq}`;
const placeOf = ({ ws, seq }: Pick<EventBody, 'ws' | 'seq'>): string => `工作站 ${ws} 第${seq}条`;
const refused = (code: string, why: string) =>
  fail(code, `数据包里的记录不成立（${why}），没有导入任何内容。请对方重新导出一份；再次出现请报保密办核对。`);
const ROLLED_BACK = fail(
  'package-rolled-back',
  '数据包里有本机自己签过、而本机账本已经没有的记录：本机的账本和锚点可能被换成了旧的。没有导入任何内容，现在停止办理。请不要删除任何文件，报告保密办，由两人在“自检”中恢复。',
);
/** This journal is an old copy: `lost` is the newest own event it does not have. */
export type RolledBack = typeof ROLLED_BACK & { readonly lost: Pick<Head, 'inc' | 'seq' | 'id'> };

/**
 * Judges the events of an opened package against what is held. Codes: package-event (signature, form, role, an act of two people done
 * by one), package-duplicate,
 * package-gap (also what others sent to the sender), package-order (numbers, predecessors, clock flags), package-checkpoint,
 * package-rolled-back.
 */
export function mergePlan(held: Held, opened: OpenedPackage): Result<MergePlan> | RolledBack {
  const bodies = new Map<string, EventBody>();
  const forked = new Set(held.forks.map(({ id }) => id));
  /** What the journal of an event had taken in from others by then, by the event. */
  const peers = new Map<string, string | undefined>();
  for (const { id, body } of [...held.events, ...held.forks]) {
    const read = readBody(body);
    if (!read.ok) return refused('package-order', '本机账本里有不能读取的记录');
    bodies.set(id, read.data);
    peers.set(id, peerAfter(read.data, peers.get(read.data.prev)));
  }
  const incoming = openNew(held.crypto, opened.roster, opened.events, bodies);
  if (!incoming.ok) return incoming;
  const sorted = inOrder(incoming.data, bodies);
  if (!sorted.ok) return sorted;
  const taken = new Map(held.events.map(({ id }) => [slot(bodies.get(id) as EventBody), id]));
  const news: Merged[] = [];
  for (const { chained, stored } of sorted.data) {
    const { body, id } = chained;
    const peer = peerAfter(body, peers.get(body.prev));
    const wrong = orderProblem(chained, bodies, opened.roster, peer);
    if (wrong !== undefined) return refused('package-order', `${placeOf(body)}：${wrong}`);
    if (isDoneAlone(held.crypto, bodies.get(body.prev), body))
      return refused('package-event', `${placeOf(body)}：须由两人办理，没有另一人的同意`);
    const fork = taken.has(slot(body)) || forked.has(body.prev) || body.parents.some((parent) => forked.has(parent));
    if (fork) forked.add(id);
    else if (isOwnNow(held.head, body)) return { ...ROLLED_BACK, lost: newestOwn(held.head, sorted.data) };
    else taken.set(slot(body), id);
    bodies.set(id, body);
    peers.set(id, peer);
    news.push({ event: stored, fork });
  }
  const brought = news.flatMap(({ event }) => bodies.get(event.id) ?? []);
  const [missing] = importProblems(importsIn(brought), undefined, { has: (id) => bodies.has(id), forks: 0 });
  if (missing) return refused('package-gap', missing.message);
  return checkpointHolds(held.crypto, opened, bodies) ? ok({ news, bodies }) : WRONG_CHECKPOINT;
}

const isOwnNow = (head: Head, { ws, inc }: EventBody): boolean => ws === head.ws && inc >= head.inc;

function newestOwn(head: Head, incoming: readonly Incoming[]): RolledBack['lost'] {
  const own = incoming.filter(({ chained: { body } }) => isOwnNow(head, body));
  const [newest] = own.toSorted(({ chained: { body: a } }, { chained: { body: b } }) => b.inc - a.inc || b.seq - a.seq);
  return newest ? { inc: newest.chained.body.inc, seq: newest.chained.body.seq, id: newest.chained.id } : head;
}

interface Incoming {
  readonly chained: ChainEvent;
  readonly stored: StoredEvent;
}

/** Events that are not held yet, signatures and roles checked; by id. */
function openNew(
  crypto: Crypto,
  roster: Roster,
  envelopes: readonly Envelope[],
  held: ReadonlyMap<string, EventBody>,
): Result<ReadonlyMap<string, Incoming>> {
  const found = new Map<string, Incoming>();
  const seen = new Set<string>();
  for (const envelope of envelopes) {
    const id = idOf(crypto, PAYLOAD_TYPES.event, envelope.body);
    if (seen.has(id)) return refused('package-duplicate', '同一条记录出现两次');
    seen.add(id);
    if (held.has(id)) continue;
    const { event, problem } = checkEvent(crypto, roster, envelope);
    if (!event || problem !== undefined) {
      return refused('package-event', `${event ? `${placeOf(event.body)}：` : ''}${problem ?? '不能读取'}`);
    }
    const { seq, case: caseId, type } = event.body;
    found.set(id, { chained: event, stored: { ...envelope, id, seq, caseId, type } });
  }
  return ok(found);
}

const dependencies = ({ seq, prev, parents }: EventBody): readonly string[] => (seq === 1 ? parents : [prev, ...parents]);

/** Each event after everything it names, and by workstation and number where that leaves a choice. */
function inOrder(incoming: ReadonlyMap<string, Incoming>, held: ReadonlyMap<string, EventBody>): Result<readonly Incoming[]> {
  const followers = new Map<string, string[]>();
  const missing = new Map<string, number>();
  const ready: string[] = [];
  const byPlace = [...incoming].sort(([a, { chained: x }], [b, { chained: y }]) => {
    const order = x.body.ws.localeCompare(y.body.ws) || x.body.inc - y.body.inc || x.body.seq - y.body.seq;
    return order || (a < b ? -1 : 1);
  });
  for (const [id, { chained }] of byPlace) {
    const names = new Set(dependencies(chained.body));
    let open = 0;
    for (const name of names) {
      if (held.has(name)) continue;
      if (!incoming.has(name)) {
        return refused('package-gap', `${placeOf(chained.body)}之前缺少记录，可能要先导入较早的数据包`);
      }
      followers.set(name, [...(followers.get(name) ?? []), id]);
      open++;
    }
    missing.set(id, open);
    if (open === 0) ready.push(id);
  }
  const ordered: Incoming[] = [];
  for (let at = 0; at < ready.length; at++) {
    const id = ready[at] ?? '';
    const one = incoming.get(id);
    if (one) ordered.push(one);
    for (const next of followers.get(id) ?? []) {
      const left = (missing.get(next) ?? 0) - 1;
      missing.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  // Names are digests, so they cannot run in a circle; whoever made them would have broken SHA-256.
  return ordered.length === incoming.size ? ok(ordered) : refused('package-order', '记录的先后不成立');
}

/** The rules of one's own journal (journal.ts), for one event behind those that are there. */
function orderProblem(
  { body }: ChainEvent,
  bodies: ReadonlyMap<string, EventBody>,
  roster: Roster,
  peer: string | undefined,
): string | undefined {
  const before = body.seq === 1 ? undefined : bodies.get(body.prev);
  if (body.seq === 1 && body.prev !== ZERO_ID) return '与前一条不相接';
  if (before && (before.ws !== body.ws || before.inc !== body.inc || before.seq !== body.seq - 1)) return '与前一条不相接';
  if (body.inc < 1 || (body.seq === 1 && body.inc > 1 && !RESTARTS.includes(body.type))) return '来自另一本日志';
  if (body.parents.some((parent) => bodies.get(parent)?.case !== body.case)) return '引用了别件的记录';
  const index = (one: EventBody): number => roster.at(one.roster)?.index ?? 0;
  if (before && index(body) < index(before)) return '引用的名册比前一条更旧';
  if (body.parents.some((parent) => index(bodies.get(parent) ?? body) > index(body))) return OLDER_THAN_PARENTS;
  return clockFlags(before, body, peer).some((flag) => !body.flags.includes(flag)) ? '时钟标记被略去' : undefined;
}

const WRONG_CHECKPOINT = fail(
  'package-checkpoint',
  '数据包的检查点与包里的记录不符，可能有记录被删去，没有导入任何内容。请对方重新导出一份。',
);

/** The sender's journal up to where the manifest says it ends, recomputed. */
function checkpointHolds(crypto: Crypto, { manifest, note }: OpenedPackage, bodies: ReadonlyMap<string, EventBody>): boolean {
  const { ws, inc, seq, id } = manifest.from;
  const line: ChainEvent[] = [];
  for (let at = id, body = bodies.get(at); body; at = body.prev, body = bodies.get(at)) {
    if (body.ws !== ws || body.inc !== inc || body.seq !== seq - line.length) return false;
    line.push({ id: at, body });
  }
  return line.length === seq && checkpoints(crypto, line.reverse()).get(seq)?.note === note;
}
