import type { Crypto } from '../ports.ts';
import { toHex } from './hex.ts';
import { encodeUtf8 } from './utf8.ts';

/** What is signed and hashed: every kind of object has its own type, so that a signature on one can never pass for another. */
export const PAYLOAD_TYPES = {
  event: 'application/vnd.xianshen.event.v1+json',
  roster: 'application/vnd.xianshen.roster.v1+json',
  checkpoint: 'application/vnd.xianshen.checkpoint.v1',
  anchor: 'application/vnd.xianshen.anchor.v1+json',
  package: 'application/vnd.xianshen.package.v1+json',
  join: 'application/vnd.xianshen.join.v1+json',
  rulePack: 'application/vnd.xianshen.rulepack.v1+json',
  /** Never published: its signature is the secret under which a person's unfinished forms are sealed. */
  stash: 'application/vnd.xianshen.stash.v1',
} as const;

/** Lengths in bytes of the types above, counted once. */
const LENGTHS: ReadonlyMap<string, number> = new Map(Object.values(PAYLOAD_TYPES).map((type) => [type, encodeUtf8(type).length]));

/** Pre-authentication encoding of DSSE v1: "DSSEv1" SP len(type) SP type SP len(body) SP body; lengths in bytes, decimal. */
export function pae(payloadType: string, body: Uint8Array): Uint8Array {
  const length = LENGTHS.get(payloadType) ?? encodeUtf8(payloadType).length;
  const head = encodeUtf8(`DSSEv1 ${length} ${payloadType} ${body.length} `);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/** Id of a signed object: lower-case hex SHA-256 over its PAE. */
export function idOf(crypto: Crypto, payloadType: string, body: Uint8Array): string {
  return toHex(crypto.sha256(pae(payloadType, body)));
}

/** `prev` of the first entry of every chain. */
export const ZERO_ID = '0'.repeat(64);
