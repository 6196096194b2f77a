/** The checks that make a row of signed events a journal: nothing missing, nothing moved, nobody acting beyond their role. */
import type { Crypto, Envelope } from '../ports.ts';
import { clockFlags } from './clock.ts';
import { type ChainEvent, type EventBody, openEvent } from './event.ts';
import { KINDS } from './kinds/index.ts';
import { ZERO_ID } from './pae.ts';
import type { Roster } from './roster.ts';

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
  const problem = actorProblem(opened.data.body, roster);
  return problem === undefined ? { event: opened.data } : { event: { ...opened.data, problem }, problem };
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
  // Deputies need a delegation entry in the roster; there is no such entry yet, so nobody can act for another.
  if (actor.for !== undefined) return '代签没有授权';
  if (actor.role === 'workstation') {
    return actor.p === body.ws && state.workstations.get(body.ws) === actor.key ? undefined : '工作站密钥与名册不一致';
  }
  const member = state.people.get(actor.p);
  if (!member || member.key !== actor.key) return '签名人不在名册中，或密钥已注销';
  return member.roles.includes(actor.role) ? undefined : '签名人没有这个角色';
}

/**
 * Reads a whole journal, oldest first: numbers contiguous from 1, each `prev` the id before it, parents known, the roster never
 * going back, clock flags not left out. Every problem is told at its place; reading goes on after it.
 */
export function readJournal(crypto: Crypto, roster: Roster, envelopes: readonly Envelope[]): Journal {
  const events: ChainEvent[] = [];
  const problems: JournalProblem[] = [];
  const caseOf = new Map<string, string>();
  let last: { readonly id: string; readonly body: EventBody } | undefined;
  let position = 0;
  let rosterIndex = 0;
  for (const envelope of envelopes) {
    position++;
    const checked = checkEvent(crypto, roster, envelope);
    if (!checked.event) {
      problems.push({ seq: position, message: `第${position}条：${checked.problem}` });
      continue;
    }
    const { body, id } = checked.event;
    const found = [checked.problem, ...placeProblems(body, last, position, caseOf)].filter((text) => text !== undefined);
    const index = roster.at(body.roster)?.index ?? 0;
    if (index < rosterIndex) found.push('引用的名册比前一条更旧');
    for (const message of found) problems.push({ seq: body.seq, message: `第${body.seq}条：${message}` });
    events.push(found.length === 0 ? checked.event : { ...checked.event, problem: found.join('；') });
    caseOf.set(id, body.case);
    rosterIndex = Math.max(rosterIndex, index);
    position = body.seq;
    last = { id, body };
  }
  return { events, problems };
}

function placeProblems(
  body: EventBody,
  last: { readonly id: string; readonly body: EventBody } | undefined,
  position: number,
  caseOf: ReadonlyMap<string, string>,
): string[] {
  const found: string[] = [];
  if (body.seq > position) found.push(`之前缺第${position}条${body.seq - 1 > position ? `至第${body.seq - 1}条` : ''}`);
  if (body.seq < position) found.push('序号重复或次序被调换');
  if (body.prev !== (last?.id ?? ZERO_ID)) found.push('与前一条不相接');
  if (last && (body.ws !== last.body.ws || body.inc !== last.body.inc)) found.push('来自另一本日志');
  if (body.parents.some((parent) => caseOf.get(parent) !== body.case)) found.push('引用了不存在的前序记录');
  const due = clockFlags(last?.body, body);
  if (due.some((flag) => !body.flags.includes(flag))) found.push('时钟标记被略去');
  return found;
}
