import { MAX_BODY } from '../review/chain/canonical.ts';
import { idOf, PAYLOAD_TYPES } from '../review/chain/pae.ts';
import type { Crypto, StoredEvent } from '../review/ports.ts';

/** An event as the table keeps it. The columns repeat what the signed body says, so that SQL can find and order it. */
export interface EventRow {
  readonly hash: Uint8Array;
  readonly ws: string;
  readonly inc: number;
  readonly seq: number;
  readonly prev: Uint8Array;
  readonly case_id: string;
  readonly type: string;
  readonly body: Uint8Array;
  readonly key_id: string;
  readonly sig: Uint8Array;
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
export const bytesOfHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

type BodyPlace = Pick<EventRow, 'ws' | 'inc' | 'seq' | 'case_id' | 'type'> & { readonly prev: string };

/** Reads the place an event claims out of its body; undefined when the body is no event. Signatures are judged elsewhere. */
function placeIn(body: Uint8Array): BodyPlace | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { ws, inc, seq, prev, case: caseId, type } = value as Partial<Record<string, unknown>>;
  if (typeof ws !== 'string' || typeof caseId !== 'string' || typeof type !== 'string') return undefined;
  if (typeof inc !== 'number' || !Number.isSafeInteger(inc) || typeof seq !== 'number' || !Number.isSafeInteger(seq))
    return undefined;
  if (typeof prev !== 'string' || !/^[0-9a-f]{64}$/.test(prev)) return undefined;
  return { ws, inc, seq, prev, case_id: caseId, type };
}

/** The row of an event, or undefined when id, size or columns do not agree with the signed bytes. */
export function rowOf(crypto: Crypto, event: StoredEvent): EventRow | undefined {
  if (event.payloadType !== PAYLOAD_TYPES.event || event.body.length > MAX_BODY) return undefined;
  const place = placeIn(event.body);
  if (!place || place.seq !== event.seq || place.case_id !== event.caseId || place.type !== event.type) return undefined;
  if (idOf(crypto, event.payloadType, event.body) !== event.id) return undefined;
  const { prev, ...columns } = place;
  return {
    ...columns,
    prev: bytesOfHex(prev),
    hash: bytesOfHex(event.id),
    body: event.body,
    key_id: event.key,
    sig: event.signature,
  };
}

export const eventOf = (row: EventRow): StoredEvent => ({
  payloadType: PAYLOAD_TYPES.event,
  body: row.body,
  key: row.key_id,
  signature: row.sig,
  id: hexOf(row.hash),
  seq: row.seq,
  caseId: row.case_id,
  type: row.type,
});

/** Whether a stored row says what its body says and carries the body's hash. */
export function rowAgrees(crypto: Crypto, row: EventRow): boolean {
  const again = rowOf(crypto, eventOf(row));
  return again !== undefined && again.ws === row.ws && again.inc === row.inc && hexOf(again.prev) === hexOf(row.prev);
}
