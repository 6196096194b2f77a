import { clockFlags } from '../chain/clock.ts';
import { type EventBody, readBody, sealEvent } from '../chain/event.ts';
import type { ActorRole, ClockFlag, EventData, EventType } from '../chain/kinds/index.ts';
import type { Roster } from '../chain/roster.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { Head, Moment, NewBlob, Ports, Signer, StoredEvent } from '../ports.ts';

export type NewEvent = {
  readonly [T in EventType]: { readonly type: T; readonly case: string; readonly data: EventData<T> };
}[EventType];

export interface Actor {
  readonly p: string;
  readonly role: ActorRole;
  readonly signer: Signer;
}

export interface JournalWriter {
  /**
   * Signs the events of one command and appends them with their blobs, all or nothing; durable when it returns ok. `parents` are
   * the heads of the case (empty for a new one); further events of the same case follow one another.
   */
  append(actor: Actor, events: readonly NewEvent[], parents?: readonly string[], blobs?: readonly NewBlob[]): Result<Head>;
  /** The workstation as an actor, for what happens before anybody has shown a PIN. */
  workstation(): Actor;
}

type Reading = Moment & { readonly flags: readonly ClockFlag[] };

export function journalWriter(ports: Ports, roster: () => Roster, appended: (caseIds: readonly string[]) => void): JournalWriter {
  let lastReading: { readonly id: string; readonly reading: Reading | undefined } | undefined;

  const previousReading = (head: Head): Reading | undefined => {
    if (lastReading?.id === head.id) return lastReading.reading;
    const newest = ports.store.events().at(-1);
    const body = newest && readBody(newest.body);
    return body?.ok ? body.data : undefined;
  };
  const workstation = (): Actor => {
    const signer = ports.keys.workstation();
    return { p: ports.store.head().ws, role: 'workstation', signer };
  };

  return {
    workstation,
    append(actor, events, parents = [], blobs = []) {
      const head = ports.store.head();
      const now = ports.clock.now();
      const previous = previousReading(head);
      const flags = clockFlags(previous, now);
      if (flags.includes('preBuild')) return CLOCK_WRONG;
      const news = flags.filter((flag) => !previous?.flags.includes(flag));
      const flagEvent: NewEvent = { type: 'clock.flag', case: '-', data: { flags: news } };
      const acts = events.map((event) => ({ actor, event }));
      const all = news.length > 0 ? [{ actor: workstation(), event: flagEvent }, ...acts] : acts;
      const sealed = sealAll(ports, roster(), { head, now, flags, parents }, all);
      if (!sealed.ok) return sealed;
      const written = ports.store.append(sealed.data, blobs);
      if (!written.ok) return written;
      lastReading = { id: written.data.id, reading: { ...now, flags } };
      appended(events.map((event) => event.case));
      return written;
    },
  };
}

const CLOCK_WRONG = fail('clock-before-build', '本机时钟早于程序发布的年份，这一步没有记录。请把日期和时间校准后再办。');

interface Place {
  readonly head: Head;
  readonly now: Moment;
  readonly flags: readonly ClockFlag[];
  readonly parents: readonly string[];
}

function sealAll(
  ports: Ports,
  roster: Roster,
  { head, now, flags, parents }: Place,
  acts: readonly { readonly actor: Actor; readonly event: NewEvent }[],
): Result<readonly StoredEvent[]> {
  const state = roster.now;
  if (!state) return fail('not-set-up', '先审还没有建立单位和人员，请先完成设置。');
  const sealed: StoredEvent[] = [];
  let { id: prev, seq } = head;
  let caseParents = parents;
  for (const { actor, event } of acts) {
    const ofCase = event.case !== '-';
    const body = {
      v: 1,
      alg: 'ed25519-sha256',
      org: state.org,
      ws: head.ws,
      inc: head.inc,
      seq: ++seq,
      prev,
      case: event.case,
      parents: ofCase && event.type !== 'case.create' ? [...caseParents].sort() : [],
      type: event.type,
      actor: { p: actor.p, role: actor.role, key: actor.signer.key },
      roster: state.head,
      policy: state.policy,
      at: now.at,
      boot: now.boot,
      mono: now.mono,
      flags: [...flags],
      data: event.data,
    } as EventBody;
    const one = sealEvent(ports.crypto, actor.signer, body);
    if (!one.ok) return one;
    sealed.push(one.data);
    prev = one.data.id;
    if (ofCase) caseParents = [one.data.id];
  }
  return ok(sealed);
}
