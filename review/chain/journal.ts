/** The checks that make a row of signed events a journal: nothing missing, nothing moved, nobody acting beyond their role. */
import type { Crypto, Envelope } from '../ports.ts';
import { clockFlags } from './clock.ts';
import { type ChainEvent, type EventBody, openEvent } from './event.ts';
import { KINDS } from './kinds/index.ts';
import { ZERO_ID } from './pae.ts';
import { peerAfter } from './peer-clock.ts';
import type { Roster } from './roster.ts';
import { delegationsFor, keysOfMember, type RosterState, signsOn } from './roster-state.ts';
import { finish, SLICE, type Sliced } from './sliced.ts';

export interface JournalProblem {
  /** Number of the event, or the number the missing event should have. */
  readonly seq: number;
  readonly message: string;
}
export interface Journal {
  readonly events: readonly ChainEvent[];
  readonly problems: readonly JournalProblem[];
}

/**
 * Opens one event and judges its actor under the roster that the event names. An event that cannot be opened at all is given as
 * undefined together with the problem.
 */
export function checkEvent(
  crypto: Crypto,
  roster: Roster,
  envelope: Envelope,
): { readonly event?: ChainEvent; readonly problem?: string } {
  const opened = openEvent(crypto, envelope, roster.publicKey);
  if (!opened.ok) return { problem: opened.error.message };
  const { body } = opened.data;
  const problem = actorProblem(body, roster);
  const delegations = delegationsSeen(body, roster);
  const policy = settingsSeen(body, roster);
  const event: ChainEvent = {
    ...opened.data,
    ...(delegations ? { delegations } : {}),
    ...(policy ? { policy } : {}),
  };
  return problem === undefined ? { event } : { event: { ...event, problem }, problem };
}

function actorProblem(body: EventBody, roster: Roster): string | undefined {
  const seen = roster.at(body.roster);
  if (!seen) return '记录引用的名册不存在';
  const { state } = seen;
  const { actor } = body;
  if (body.org !== state.org) return '记录不属于本单位';
  if (body.policy !== state.policy) return '记录引用的流程设置与名册不一致';
  if (!state.workstations.has(body.ws)) return '记录来自没有登记的工作站';
  if (!(KINDS[body.type].roles as readonly string[]).includes(actor.role)) return '这个角色不能做这件事';
  if (actor.role === 'workstation') {
    return actor.p === body.ws && state.workstations.get(body.ws) === actor.key ? undefined : '工作站密钥与名册不一致';
  }
  const member = state.people.get(actor.p);
  if (!member || !keysOfMember(member).includes(actor.key)) return '签名人不在名册中，或密钥已注销';
  if (!signsOn(state, member, actor.key, body.ws)) return '签名所用的密钥不是这台工作站上的';
  if (actor.for !== undefined) return deputyProblem(body, state);
  return member.roles.includes(actor.role) ? undefined : '签名人没有这个角色';
}

/** What the roster itself says against a deputy; the days a delegation is valid on are judged by the gate, under the event's clock. */
function deputyProblem({ type, actor }: EventBody, state: RosterState): string | undefined {
  const allowed = 'deputies' in KINDS[type];
  return allowed && delegationsFor(state, actor.for ?? '', actor.p, actor.role).length > 0 ? undefined : '代签没有授权';
}

/** The office's settings in the roster a case event names; undefined outside cases. */
export function settingsSeen({ roster: head, case: caseId }: EventBody, roster: Roster): ChainEvent['policy'] {
  const seen = caseId === '-' ? undefined : roster.at(head);
  return seen && { entry: seen.index, chain: seen.state.chain, checks: seen.state.checks };
}

/** Delegations under which the actor of an event acts, in the roster the event names; undefined when it is nobody's deputy. */
export function delegationsSeen({ roster: head, actor }: EventBody, roster: Roster): ChainEvent['delegations'] {
  const state = actor.for === undefined ? undefined : roster.at(head)?.state;
  return state && delegationsFor(state, actor.for ?? '', actor.p, actor.role);
}

/** How far one journal was read: a workstation's events since it was set up or last restored. */
interface Line {
  last?: { readonly id: string; readonly body: EventBody };
  position: number;
  rosterIndex: number;
  /** Newest time taken in from other workstations. */
  peer?: string | undefined;
}

/** The check of events one after another; see `readJournal`. */
export interface JournalCheck {
  add(envelope: Envelope): void;
  readonly found: Journal;
}

/**
 * Events of several workstations may stand in one log (they came in packages): each workstation's own must be numbered from 1
 * without gap. A restore begins a new row of numbers, and only a restore does.
 */
export function journalCheck(crypto: Crypto, roster: Roster): JournalCheck {
  const events: ChainEvent[] = [];
  const problems: JournalProblem[] = [];
  const known: Known = new Map();
  const lines = new Map<string, Line>();
  const workstations = new Set<string>();
  let current: Line = { position: 0, rosterIndex: 0 };
  return {
    found: { events, problems },
    add(envelope) {
      const checked = checkEvent(crypto, roster, envelope);
      if (!checked.event) {
        // Whose it was cannot be believed; it takes the place of the event that should stand here.
        current.position++;
        problems.push({ seq: current.position, message: `第${current.position}条：${checked.problem}` });
        return;
      }
      const { body, id } = checked.event;
      const name = `${body.ws} ${body.inc}`;
      const restored = !lines.has(name) && workstations.has(body.ws);
      const line = lines.get(name) ?? (lines.size === 0 ? current : { position: 0, rosterIndex: 0 });
      lines.set(name, line);
      workstations.add(body.ws);
      line.position++;
      line.peer = peerAfter(body, line.peer);
      const rosterIndex = roster.at(body.roster)?.index ?? 0;
      const found = [
        checked.problem,
        ...placeProblems(body, line, known, restored),
        ...rosterProblems(body, rosterIndex, line, known),
      ].filter((text) => text !== undefined);
      const place = workstations.size > 1 ? `${body.ws} 第${body.seq}条` : `第${body.seq}条`;
      for (const message of found) problems.push({ seq: body.seq, message: `${place}：${message}` });
      events.push(found.length === 0 ? checked.event : { ...checked.event, problem: found.join('；') });
      known.set(id, { case: body.case, rosterIndex });
      line.rosterIndex = Math.max(line.rosterIndex, rosterIndex);
      line.position = body.seq;
      line.last = { id, body };

      current = line;
    },
  };
}

/**
 * Reads a whole log, oldest first: numbers contiguous from 1, each `prev` the id before it, parents known, the roster never going
 * back (neither in a journal nor from a parent to its child), clock flags not left out. Every problem is told at its place; reading goes on after it.
 */
export function readJournal(crypto: Crypto, roster: Roster, envelopes: readonly Envelope[]): Journal {
  return finish(journalSteps(crypto, roster, envelopes));
}

/** The same in slices. */
export function* journalSteps(crypto: Crypto, roster: Roster, envelopes: readonly Envelope[]): Sliced<Journal> {
  const check = journalCheck(crypto, roster);
  for (const [index, envelope] of envelopes.entries()) {
    if (index % SLICE === 0) yield { phase: '正在核对记录', ratio: index / envelopes.length };
    check.add(envelope);
  }
  return check.found;
}

/** Of every event read so far: its case, and how new the roster was that it names. */
type Known = Map<string, { readonly case: string; readonly rosterIndex: number }>;

export const OLDER_THAN_PARENTS = '引用的名册比前序记录的更旧';

/** Whoever answers to an event has seen the roster it names: nobody acts under the settings or keys from before (signoff-design 2.7). */
function rosterProblems({ parents }: EventBody, index: number, line: Line, known: Known): string[] {
  const older = parents.some((parent) => (known.get(parent)?.rosterIndex ?? 0) > index);
  return [...(index < line.rosterIndex ? ['引用的名册比前一条更旧'] : []), ...(older ? [OLDER_THAN_PARENTS] : [])];
}

function placeProblems(body: EventBody, line: Line, known: Known, restored: boolean): string[] {
  const found: string[] = [];
  const { last, position, peer } = line;
  // What was lost in a restore may come back in a package, after the row of numbers that the restore began.
  if (restored && body.inc > 1 && !RESTARTS.includes(body.type)) found.push('来自另一本日志');
  if (body.seq > position) found.push(`之前缺第${position}条${body.seq - 1 > position ? `至第${body.seq - 1}条` : ''}`);
  if (body.seq < position) found.push('序号重复或次序被调换');
  if (body.prev !== (last?.id ?? ZERO_ID)) found.push('与前一条不相接');
  if (body.parents.some((parent) => known.get(parent)?.case !== body.case)) found.push('引用了不存在的前序记录');
  const due = clockFlags(last?.body, body, peer);
  if (due.some((flag) => !body.flags.includes(flag))) found.push('时钟标记被略去');
  return found;
}

/** Kinds that may begin a new row of numbers: the second person's consent comes before the restore. */
export const RESTARTS: readonly string[] = ['ws.restore', 'consent'];

/** Events by the journal they stand in (workstation and incarnation), each in order. */
export function byJournal(events: readonly ChainEvent[]): readonly (readonly ChainEvent[])[] {
  const journals = new Map<string, ChainEvent[]>();
  for (const event of events) {
    const name = `${event.body.ws} ${event.body.inc}`;
    const known = journals.get(name);
    if (known) known.push(event);
    else journals.set(name, [event]);
  }
  return [...journals.values()];
}
