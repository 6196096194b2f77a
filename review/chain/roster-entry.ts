/** Entries of the roster log (signoff-design 2.1): who may do what, signed by the unit root key, with a hash chain of its own. */
import { z } from 'zod';
import { fail, ok, type Result, ROLES, STEPS } from '../model/index.ts';
import type { Crypto, Envelope, Signer } from '../ports.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { COUNT, HASH, INSTANT, KEY_ID, keysOf, MADE_ID } from './fields.ts';
import { idOf, PAYLOAD_TYPES, pae } from './pae.ts';

const PUBLIC_KEY = z.string().regex(/^[0-9a-f]{64}$/);
const NAME = z.string().min(1).max(60);
const ROLE_SET = z.array(keysOf(ROLES)).min(1).max(7);

/** Data of each kind of entry. Names stand here in clear: a signature that names nobody is worth nothing (Part 11, 11.50). */
const DATA = {
  root: z.strictObject({ office: NAME, key: KEY_ID, publicKey: PUBLIC_KEY }),
  workstation: z.strictObject({ ws: MADE_ID, key: KEY_ID, publicKey: PUBLIC_KEY }),
  policy: z.strictObject({
    chain: z.array(keysOf(STEPS)).min(4).max(4),
    idleMinutes: z.int().min(1).max(10),
  }),
  enroll: z.strictObject({
    p: MADE_ID,
    name: NAME,
    department: z.string().max(30),
    roles: ROLE_SET,
    key: KEY_ID,
    publicKey: PUBLIC_KEY,
  }),
  role: z.strictObject({ p: MADE_ID, department: z.string().max(30), roles: ROLE_SET }),
  revoke: z.strictObject({ p: MADE_ID, key: KEY_ID, reason: z.enum(['left', 'lost', 'locked', 'replaced']) }),
} as const;
export type RosterType = keyof typeof DATA;
export type RosterData<T extends RosterType> = z.output<(typeof DATA)[T]>;

const HEAD = z.strictObject({
  v: z.literal(1),
  alg: z.literal('ed25519-sha256'),
  org: MADE_ID,
  seq: COUNT.min(1),
  prev: HASH,
  type: keysOf(DATA),
  at: INSTANT,
  data: z.record(z.string(), z.unknown()),
});
type EntryHead = Omit<z.output<typeof HEAD>, 'type' | 'data'>;
export type RosterBody = {
  readonly [T in RosterType]: EntryHead & { readonly type: T; readonly data: RosterData<T> };
}[RosterType];
export type RosterClaim = { readonly [T in RosterType]: { readonly type: T; readonly data: RosterData<T> } }[RosterType];

/** Org id of a root key: the key is the office. */
export const orgOf = (rootKey: string): string => `org-${rootKey.slice(0, 16)}`;

/** Signs an entry with the root key; gives the envelope and its id. Code: canonical-value, roster-format. */
export function sealRosterEntry(
  crypto: Crypto,
  root: Signer,
  body: RosterBody,
): Result<{ readonly envelope: Envelope; readonly id: string }> {
  const bytes = canonicalBytes(body);
  if (!bytes.ok) return bytes;
  const checked = readRosterBody(bytes.data);
  if (!checked.ok) return checked;
  const payloadType = PAYLOAD_TYPES.roster;
  const signature = root.sign(pae(payloadType, bytes.data));
  return ok({
    envelope: { payloadType, body: bytes.data, key: root.key, signature },
    id: idOf(crypto, payloadType, bytes.data),
  });
}

/** Canonical form and body rules of an entry, without its signature. Code: roster-format. */
export function readRosterBody(bytes: Uint8Array): Result<RosterBody> {
  const refused = fail('roster-format', '名册记录的格式不符合规定');
  const value = parseCanonical(bytes);
  if (!value.ok) return refused;
  const head = HEAD.safeParse(value.data);
  if (!head.success || !DATA[head.data.type].safeParse(head.data.data).success) return refused;
  return ok(head.data as RosterBody);
}
