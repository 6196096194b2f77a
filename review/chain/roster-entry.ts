/** Entries of the roster log (signoff-design 2.1): who may do what, with a hash chain of its own. Who may sign which entry is in roster-rules.ts. */
import { z } from 'zod';
import {
  DELEGABLE_STEPS,
  DELEGATION_REASONS,
  fail,
  isChain,
  ok,
  REVOKE_REASONS,
  type Result,
  ROLES,
  STEPS,
} from '../model/index.ts';
import type { Crypto, Envelope, Signer } from '../ports.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { ascending, CIVIL_DATE, COUNT, HASH, INSTANT, KEY_ID, keysOf, MADE_ID } from './fields.ts';
import { idOf, PAYLOAD_TYPES, pae } from './pae.ts';

const PUBLIC_KEY = z.string().regex(/^[0-9a-f]{64}$/);
const NAME = z.string().min(1).max(60);
const ROLE_SET = z.array(keysOf(ROLES)).min(1).max(7);
const OF = z.strictObject({ of: HASH });
const ENROLL = z.strictObject({
  p: MADE_ID,
  name: NAME,
  department: z.string().max(30),
  roles: ROLE_SET,
  key: KEY_ID,
  publicKey: PUBLIC_KEY,
  /** Version of the statement the person accepted; absent in rosters from before there was one. */
  statement: z.int().min(1).max(99).optional(),
});

/** What changes the roster. Names stand here in clear: a signature that names nobody is worth nothing (Part 11, 11.50). */
const CHANGES = {
  workstation: z.strictObject({ ws: MADE_ID, name: NAME.optional(), key: KEY_ID, publicKey: PUBLIC_KEY }),
  /**
   * A further workstation with what people need to sign there: keys of people who are in the roster already, and new people. Also for
   * one that was admitted before, when more people are to work on it.
   */
  admit: z.strictObject({
    ws: MADE_ID,
    name: NAME,
    key: KEY_ID,
    publicKey: PUBLIC_KEY,
    keys: z.array(z.strictObject({ p: MADE_ID, key: KEY_ID, publicKey: PUBLIC_KEY })).max(30),
    enrolled: z.array(ENROLL).max(30),
  }),
  /** The roster is written on `ws` from here on, no longer on `from`: also when that one is lost (ADR 25). */
  home: z.strictObject({ ws: MADE_ID, from: MADE_ID }),
  /** 流程设置. Never fewer than drafter and approver, who are two people (signoff-design 3.3). */
  policy: z.strictObject({
    chain: z.array(keysOf(STEPS)).min(2).max(4).refine(isChain),
    idleMinutes: z.int().min(1).max(10),
    checks: z
      .array(z.enum(['competition', 'legal']))
      .max(2)
      .refine(ascending)
      .optional(),
  }),
  /** Who signs routine changes: the two administrators together, or always the root key. */
  routine: z.strictObject({ by: z.enum(['administrators', 'root']) }),
  enroll: ENROLL,
  role: z.strictObject({ p: MADE_ID, department: z.string().max(30), roles: ROLE_SET }),
  /** With `ws` that one key alone, and the person goes on with those on other workstations; without it all of them. */
  revoke: z.strictObject({ p: MADE_ID, key: KEY_ID, ws: MADE_ID.optional(), reason: keysOf(REVOKE_REASONS) }),
  /** A new key for a person whose old one is locked or lost: the old one is void from here on. */
  rekey: z.strictObject({ p: MADE_ID, key: KEY_ID, publicKey: PUBLIC_KEY, reason: z.enum(['locked', 'lost', 'replaced']) }),
  /** `to` signs the steps for `from`, on the days from `since` to `until`, both included. */
  delegate: z
    .strictObject({
      d: MADE_ID,
      from: MADE_ID,
      to: MADE_ID,
      steps: z.array(z.enum(DELEGABLE_STEPS)).min(1).refine(ascending),
      since: CIVIL_DATE,
      until: CIVIL_DATE,
      reason: keysOf(DELEGATION_REASONS),
    })
    .refine(({ since, until }) => since <= until),
  recall: z.strictObject({ d: MADE_ID }),
} as const;
export type ChangeType = keyof typeof CHANGES;
export type ChangeData<T extends ChangeType> = z.output<(typeof CHANGES)[T]>;
export type RosterChange = { readonly [T in ChangeType]: { readonly type: T; readonly data: ChangeData<T> } }[ChangeType];

const CHANGE = z
  .strictObject({ type: keysOf(CHANGES), data: z.record(z.string(), z.unknown()) })
  .refine(({ type, data }) => CHANGES[type].safeParse(data).success)
  .transform((change) => change as RosterChange);

/** Data of each kind of entry. A change is signed by the root key, or proposed by one person and approved by another. */
const DATA = {
  root: z.strictObject({ office: NAME, key: KEY_ID, publicKey: PUBLIC_KEY }),
  ...CHANGES,
  propose: z.strictObject({ change: CHANGE }),
  approve: OF,
  /** The root key puts into force what two people want. */
  ratify: OF,
  reject: OF,
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

/** Keys that a change enters into the roster. */
export function keysIn(change: RosterChange): readonly { readonly key: string; readonly publicKey: string }[] {
  if (change.type === 'admit') return [change.data, ...change.data.keys, ...change.data.enrolled];
  return 'publicKey' in change.data ? [change.data] : [];
}

export const isChange = (type: RosterType): type is ChangeType => Object.hasOwn(CHANGES, type);

/** Signs an entry; gives the envelope and its id. Code: canonical-value, roster-format. */
export function sealRosterEntry(
  crypto: Crypto,
  signer: Signer,
  body: RosterBody,
): Result<{ readonly envelope: Envelope; readonly id: string }> {
  const bytes = canonicalBytes(body);
  if (!bytes.ok) return bytes;
  const checked = readRosterBody(bytes.data);
  if (!checked.ok) return checked;
  const payloadType = PAYLOAD_TYPES.roster;
  const signature = signer.sign(pae(payloadType, bytes.data));
  return ok({
    envelope: { payloadType, body: bytes.data, key: signer.key, signature },
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
