import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type OpenStoreOptions, openStore } from '../../../db/open.ts';
import type { JournalStore } from '../../../db/store.ts';
import { blobCipher } from '../../../host/blob-cipher.ts';
import { systemClock } from '../../../host/clock.ts';
import { crypto, sha256, signerFromSeed } from '../../../host/crypto.ts';
import { canonicalBytes } from '../../../review/chain/canonical.ts';
import { idOf, PAYLOAD_TYPES, pae } from '../../../review/chain/pae.ts';
import type { Envelope, Head, NewBlob, StoredEvent } from '../../../review/ports.ts';

export const WS = 'ws-0123456789ab';
export const signer = signerFromSeed(sha256(Buffer.from('test workstation')));

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const optionsIn = (folder: string, more: Partial<OpenStoreOptions> = {}): OpenStoreOptions => ({
  folder: join(folder, 'store'),
  anchorFolder: join(folder, 'anchor'),
  ws: WS,
  crypto,
  cipher: blobCipher,
  clock: systemClock(),
  ...more,
});

/** Opens, and closes after the test. */
export function opened(folder: string, more: Partial<OpenStoreOptions> = {}): JournalStore {
  const store = openStore(optionsIn(folder, more));
  if (!store.ok) throw new Error(store.error.code);
  onTestFinished(() => {
    store.data.close();
  });
  return store.data;
}

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

/** Appends so many events, one commit each, and returns them. */
export function appendSome(store: JournalStore, count: number, caseId = 'c-1'): readonly StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let i = 0; i < count; i += 1) {
    const event = eventAfter(store.head(), i === 0 ? 'case.create' : 'finding.decide', caseId);
    const done = store.append([event], []);
    if (!done.ok) throw new Error(done.error.code);
    events.push(event);
  }
  return events;
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
