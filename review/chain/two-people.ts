import type { Crypto } from '../ports.ts';
import { canonicalBytes } from './canonical.ts';
import type { ChainEvent, EventBody } from './event.ts';
import { toHex } from './hex.ts';
import type { EventType } from './kinds/index.ts';

/** Digest that a second person agrees to: kind and data of the act. */
export function consentSubject(crypto: Crypto, act: { readonly type: EventType; readonly data: unknown }): string {
  const bytes = canonicalBytes({ type: act.type, data: act.data });
  return toHex(crypto.sha256(bytes.ok ? bytes.data : new Uint8Array()));
}

/** Why an act needs a second person; undefined when it needs none. */
export function consentFor(body: Pick<EventBody, 'type' | 'data'>): 'export' | 'quarantine' | 'restore' | 'shred' | undefined {
  if (body.type === 'quarantine.settle') return 'quarantine';
  if (body.type === 'blob.shred') return 'shred';
  if (body.type === 'ws.restore') return 'restore';
  return body.type === 'export.full' && 'what' in body.data && body.data.what === 'inspection' ? 'export' : undefined;
}

/** Whether a body is another person's consent to exactly this act. */
export const consentedBy = (crypto: Crypto, before: EventBody | undefined, act: EventBody): boolean =>
  before?.type === 'consent' &&
  before.data.what === consentFor(act) &&
  before.actor.p !== act.actor.p &&
  before.data.subject === consentSubject(crypto, act);

/** An act of two people that one did alone. `before` is the event it follows in its journal. */
export const isDoneAlone = (crypto: Crypto, before: EventBody | undefined, act: EventBody): boolean =>
  consentFor(act) !== undefined && !consentedBy(crypto, before, act);

/** Acts of two people that were done by one: the event before must be another person's consent to exactly this act. Events of one journal in order. */
export const consentProblems = (
  crypto: Crypto,
  events: readonly ChainEvent[],
): { readonly seq: number; readonly message: string }[] =>
  events
    .filter(({ body }, index) => isDoneAlone(crypto, events[index - 1]?.body, body))
    .map(({ body: { seq } }) => ({ seq, message: `第${seq}条：须由两人办理，没有另一人的同意` }));
