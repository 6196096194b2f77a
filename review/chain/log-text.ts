/** The exported log: one DSSE envelope a line (roster, then events, then the seal, then proofs of forks), so that common tools can read it too. */
import type { LogModel } from '../artefacts.ts';
import type { Envelope } from '../ports.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { PAYLOAD_TYPES } from './pae.ts';

/** JSON lines of a log, each ended by a line feed. */
export function writeLog({ roster, events, seal, forks = [] }: LogModel): string {
  return [...roster, ...events, ...(seal ? [seal] : []), ...forks].map((envelope) => `${writeEnvelope(envelope)}\n`).join('');
}

/** One DSSE envelope as JSON, without line feed. */
export function writeEnvelope({ payloadType, body, key, signature }: Envelope): string {
  return lineOf(payloadType, toBase64(body), key, toBase64(signature));
}

const lineOf = (payloadType: string, payload: string, keyid: string, sig: string): string =>
  JSON.stringify({ payloadType, payload, signatures: [{ keyid, sig }] });

/**
 * Envelopes of an exported log. Strict: every line must be exactly what `writeLog` makes, in the order roster, events, seal, forks;
 * lines that are not are told by their number (1-based) and left out.
 */
export function readLog(text: string): LogModel & { readonly badLines: readonly number[] } {
  const parts: Parts = { roster: [], events: [], forks: [] };
  const badLines: number[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else badLines.push(lines.length);
  for (const [index, line] of lines.entries()) {
    const envelope = readEnvelope(line);
    if (!envelope || !place(parts, envelope)) badLines.push(index + 1);
  }
  return { ...parts, badLines };
}

interface Parts {
  readonly roster: Envelope[];
  readonly events: Envelope[];
  readonly forks: Envelope[];
  seal?: Envelope;
}

function place(parts: Parts, envelope: Envelope): boolean {
  if (parts.seal) {
    if (envelope.payloadType !== PAYLOAD_TYPES.event) return false;
    parts.forks.push(envelope);
    return true;
  }
  if (envelope.payloadType === PAYLOAD_TYPES.event) parts.events.push(envelope);
  else if (envelope.payloadType === PAYLOAD_TYPES.roster && parts.events.length === 0) parts.roster.push(envelope);
  else if (envelope.payloadType === PAYLOAD_TYPES.checkpoint) parts.seal = envelope;
  else return false;
  return true;
}

/** Undefined for anything but exactly what `writeEnvelope` makes. */
export function readEnvelope(line: string): Envelope | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { payloadType, payload, signatures } = (value ?? {}) as Record<string, unknown>;
  const first: unknown = Array.isArray(signatures) ? signatures[0] : undefined;
  const { keyid, sig } = (first ?? {}) as Record<string, unknown>;
  if (typeof payloadType !== 'string' || typeof payload !== 'string') return undefined;
  if (typeof keyid !== 'string' || typeof sig !== 'string') return undefined;
  const body = fromBase64(payload);
  const signature = fromBase64(sig);
  if (!body || !signature) return undefined;
  // Comparing with what we would write refuses unknown fields, second signatures and other spellings in one stroke; the base64 is
  // the only one for its bytes, as `fromBase64` says.
  return lineOf(payloadType, payload, keyid, sig) === line ? { payloadType, body, key: keyid, signature } : undefined;
}
