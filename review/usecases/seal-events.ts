import { type EventBody, sealEvent } from '../chain/event.ts';
import { type ActorRole, type ClockFlag, type EventData, type EventType, OPENINGS } from '../chain/kinds/index.ts';
import type { RosterState } from '../chain/roster.ts';
import { ok, type Result } from '../model/index.ts';
import type { Head, Moment, Ports, Signer, StoredEvent } from '../ports.ts';

export type NewEvent = {
  readonly [T in EventType]: { readonly type: T; readonly case: string; readonly data: EventData<T> };
}[EventType];

export interface Actor {
  readonly p: string;
  readonly role: ActorRole;
  /** Person on whose behalf a deputy acts. */
  readonly for?: string;
  readonly signer: Signer;
}

/** Where the next events stand and what the clock said. */
export interface Place {
  readonly head: Head;
  readonly now: Moment;
  readonly flags: readonly ClockFlag[];
  readonly parents: readonly string[];
}

/** Signs events one after another behind a head. Codes: those of `sealEvent`. */
export function sealAll(
  ports: Ports,
  state: RosterState,
  { head, now, flags, parents }: Place,
  acts: readonly { readonly actor: Actor; readonly event: NewEvent }[],
): Result<readonly StoredEvent[]> {
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
      parents: ofCase && !OPENINGS.includes(event.type) ? [...caseParents].sort() : [],
      type: event.type,
      actor: { p: actor.p, role: actor.role, key: actor.signer.key, ...(actor.for === undefined ? {} : { for: actor.for }) },
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
