/** One link of the chain (signoff-design 1): the exact bytes that were signed, and the checks everybody makes on them. */
import { z } from 'zod';
import { fail, ok, type Policy, type Result, ROLES } from '../model/index.ts';
import type { Crypto, Envelope, Signer, StoredEvent } from '../ports.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { ascending, CASE_ID, COUNT, HASH, INSTANT, KEY_ID, keysOf, MADE_ID } from './fields.ts';
import { type EventData, type EventType, FLAGS, KINDS, OPENINGS } from './kinds/index.ts';
import { idOf, PAYLOAD_TYPES, pae } from './pae.ts';
import type { Delegation } from './roster-state.ts';

const HEAD = z.strictObject({
  v: z.literal(1),
  alg: z.literal('ed25519-sha256'),
  org: MADE_ID,
  ws: MADE_ID,
  inc: COUNT,
  seq: COUNT.min(1),
  prev: HASH,
  case: CASE_ID,
  parents: z.array(HASH).max(32).refine(ascending),
  type: keysOf(KINDS),
  actor: z.strictObject({
    p: MADE_ID,
    role: z.union([keysOf(ROLES), z.literal('workstation')]),
    key: KEY_ID,
    /** Person on whose behalf a deputy acts. */
    for: MADE_ID.optional(),
  }),
  /** Heads of the roster log and of the policy that the actor saw. */
  roster: HASH,
  policy: HASH,
  at: INSTANT,
  boot: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  mono: z.int().min(0),
  flags: FLAGS,
  data: z.record(z.string(), z.unknown()),
});
export type EventHead = Omit<z.output<typeof HEAD>, 'type' | 'data'>;

/** Body of an event, typed by its kind. */
export type EventBody = { readonly [T in EventType]: EventHead & { readonly type: T; readonly data: EventData<T> } }[EventType];
export type BodyOf<T extends EventType> = Extract<EventBody, { readonly type: T }>;

/** An event that was read; `problem` (Chinese) says why it must not be trusted. */
export interface ChainEvent {
  readonly id: string;
  readonly body: EventBody;
  readonly problem?: string;
  /** Signed with a revoked key: nobody has settled it, or it was voided (quarantine.ts). It has a `problem` then. */
  readonly quarantine?: 'open' | 'void';
  /** Acts of a deputy: the delegations in the roster the actor saw; whether one is valid on the day is for the gate. */
  readonly delegations?: readonly Delegation[];
  /** The office's settings in the roster the actor saw, and the number of the roster entry. */
  readonly policy?: { readonly entry: number } & Policy;
}

/** Signs a body. Codes: those of `canonicalBytes`, event-format. */
export function sealEvent(crypto: Crypto, signer: Signer, body: EventBody): Result<StoredEvent> {
  const bytes = canonicalBytes(body);
  if (!bytes.ok) return bytes;
  // Nothing is signed that the same program would refuse to read back.
  const checked = readBody(bytes.data);
  if (!checked.ok) return checked;
  const payloadType = PAYLOAD_TYPES.event;
  return ok({
    payloadType,
    body: bytes.data,
    key: signer.key,
    signature: signer.sign(pae(payloadType, bytes.data)),
    id: idOf(crypto, payloadType, bytes.data),
    seq: body.seq,
    caseId: body.case,
    type: body.type,
  });
}

/**
 * Opens an envelope in the strict order: signature, type, canonical form, body rules. The key id only tells which key to try.
 * Codes: event-key (unknown key), event-signature, event-type, event-format.
 */
export function openEvent(
  crypto: Crypto,
  envelope: Envelope,
  publicKey: (key: string) => Uint8Array | undefined,
): Result<ChainEvent> {
  const key = publicKey(envelope.key);
  if (!key) return fail('event-key', '签名所用的密钥不在名册中');
  if (!crypto.verify(key, pae(envelope.payloadType, envelope.body), envelope.signature)) {
    return fail('event-signature', '签名无效，内容可能被改动过');
  }
  if (envelope.payloadType !== PAYLOAD_TYPES.event) return fail('event-type', '不是日志记录的类型');
  const body = readBody(envelope.body);
  if (!body.ok) return body;
  if (body.data.actor.key !== envelope.key) return fail('event-key', '签名密钥与记录中写明的不一致');
  return ok({ id: idOf(crypto, PAYLOAD_TYPES.event, envelope.body), body: body.data });
}

/** Canonical form and body rules, without any signature. Code: event-format. */
export function readBody(bytes: Uint8Array): Result<EventBody> {
  const refused = fail('event-format', '记录的格式不符合规定');
  const value = parseCanonical(bytes);
  if (!value.ok) return refused;
  const head = HEAD.safeParse(value.data);
  if (!head.success) return refused;
  const kind = KINDS[head.data.type];
  if (!kind.data.safeParse(head.data.data).success) return refused;
  const { type, case: caseId, parents } = head.data;
  if ((kind.place === 'workstation') !== (caseId === '-')) return refused;
  // Only what opens a case, or stands outside every case, has no parents.
  if ((OPENINGS.includes(type) || caseId === '-') !== (parents.length === 0)) return refused;
  return ok(head.data as EventBody);
}
