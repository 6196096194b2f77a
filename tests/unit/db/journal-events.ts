import { join } from 'node:path';
import type { OpenStoreOptions } from '../../../db/open.ts';
import { blobCipher } from '../../../host/blob-cipher.ts';
import { systemClock } from '../../../host/clock.ts';
import { crypto, sha256, signerFromSeed } from '../../../host/crypto.ts';
import { canonicalBytes } from '../../../review/chain/canonical.ts';
import { idOf, PAYLOAD_TYPES, pae } from '../../../review/chain/pae.ts';
import type { Envelope, Head, NewBlob, StoredEvent } from '../../../review/ports.ts';

export const WS = 'ws-0123456789ab';
export const signer = signerFromSeed(sha256(Buffer.from('test workstation')));

export const optionsIn = (folder: string, more: Partial<OpenStoreOptions> = {}): OpenStoreOptions => ({
  folder: join(folder, 'store'),
  anchorFolder: join(folder, 'anchor'),
  ws: WS,
  crypto,
  signer,
  cipher: blobCipher,
  clock: systemClock(),
  ...more,
});

/** Signs the next event after a head. `data` goes into the body as it is. */
export function eventAfter(head: Head, type = 'finding.decide', caseId = 'c-1', data: Record<string, string> = {}): StoredEvent {
  const seq = head.seq + 1;
  const body = canonicalBytes({ v: 1, ws: head.ws, inc: head.inc, seq, prev: head.id, case: caseId, type, data });
  if (!body.ok) throw new Error(body.error.code);
  const payloadType = PAYLOAD_TYPES.event;
  const id = idOf(crypto, payloadType, body.data);
  return {
    payloadType,
    body: body.data,
    key: signer.key,
    signature: signer.sign(pae(payloadType, body.data)),
    id,
    seq,
    caseId,
    type,
  };
}

export function rosterEntry(name: string): Envelope {
  const payloadType = PAYLOAD_TYPES.roster;
  const body = canonicalBytes({ v: 1, kind: 'enroll', name });
  if (!body.ok) throw new Error(body.error.code);
  return { payloadType, body: body.data, key: signer.key, signature: signer.sign(pae(payloadType, body.data)) };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A text blob of a case, committed with a fixed salt. */
export function textBlob(caseId: string, text: string): NewBlob {
  const bytes = new Uint8Array(Buffer.from(text, 'utf8'));
  const salt = new Uint8Array(16).fill(7);
  return { commitment: hex(sha256(Buffer.concat([salt, bytes]))), caseId, salt, bytes };
}

export function fileBlob(caseId: string, text: string): NewBlob {
  const bytes = new Uint8Array(Buffer.from(text, 'utf8'));
  return { commitment: hex(sha256(bytes)), caseId, salt: new Uint8Array(0), bytes };
}
