/**
 * Joining an office: what a second workstation asks for. Its own key and the keys made there by the people who will sign there;
 * private parts stay there. The file is signed by the workstation key, which proves that whoever asks holds it; whose the keys of the
 * people are is vouched for by the two who admit them, after comparing the codes by word of mouth (signoff-design 2.2).
 */
import { z } from 'zod';
import { fail, ok, type Result, ROLES } from '../model/index.ts';
import type { Crypto, Signer } from '../ports.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { INSTANT, KEY_ID, keysOf, MADE_ID } from './fields.ts';
import { fromHex } from './hex.ts';
import { readEnvelope, writeEnvelope } from './log-text.ts';
import { idOf, PAYLOAD_TYPES, pae } from './pae.ts';
import { checkPublicKey, keyIdOf } from './public-key.ts';
import { decodeUtf8 } from './utf8.ts';

const PUBLIC_KEY = z.string().regex(/^[0-9a-f]{64}$/);
const REQUEST = z.strictObject({
  v: z.literal(1),
  alg: z.literal('ed25519-sha256'),
  at: INSTANT,
  ws: MADE_ID,
  name: z.string().min(1).max(60),
  key: KEY_ID,
  publicKey: PUBLIC_KEY,
  people: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(60),
        role: keysOf(ROLES),
        department: z.string().max(30),
        key: KEY_ID,
        publicKey: PUBLIC_KEY,
      }),
    )
    .min(1)
    .max(30),
});
export type JoinRequest = z.output<typeof REQUEST>;

const DAMAGED = fail(
  'join-format',
  '这不是先审的加入申请文件（.xsjoin），或文件不完整、被改动过，没有办理。请在那台工作站上重新存一份。',
);

/** Text of the request, one line, and its id. Codes: those of `canonicalBytes`. */
export function sealJoinRequest(
  crypto: Crypto,
  signer: Signer,
  request: JoinRequest,
): Result<{ readonly text: string; readonly id: string }> {
  const body = canonicalBytes(request);
  if (!body.ok) return body;
  const payloadType = PAYLOAD_TYPES.join;
  const envelope = { payloadType, body: body.data, key: signer.key, signature: signer.sign(pae(payloadType, body.data)) };
  return ok({ text: `${writeEnvelope(envelope)}\n`, id: idOf(crypto, payloadType, body.data) });
}

/** A request that was signed by the very key it asks to be entered. Code: join-format. */
export function openJoinRequest(
  crypto: Crypto,
  bytes: Uint8Array,
): Result<{ readonly request: JoinRequest; readonly id: string }> {
  const text = decodeUtf8(bytes);
  const envelope = text?.endsWith('\n') ? readEnvelope(text.slice(0, -1)) : undefined;
  if (envelope?.payloadType !== PAYLOAD_TYPES.join) return DAMAGED;
  const value = parseCanonical(envelope.body);
  const request = value.ok ? REQUEST.safeParse(value.data) : undefined;
  if (!request?.success || request.data.key !== envelope.key) return DAMAGED;
  const { ws, key, publicKey, people } = request.data;
  const own = fromHex(publicKey);
  const sound = [request.data, ...people].every((one) => {
    const bytesOf = fromHex(one.publicKey);
    return bytesOf && checkPublicKey(bytesOf).ok && keyIdOf(crypto, bytesOf) === one.key;
  });
  if (!own || !sound || ws !== workstationId(key)) return DAMAGED;
  if (!crypto.verify(own, pae(envelope.payloadType, envelope.body), envelope.signature)) return DAMAGED;
  return ok({ request: request.data, id: idOf(crypto, envelope.payloadType, envelope.body) });
}

/** A workstation is named after its key. */
export const workstationId = (key: string): string => `ws-${key.slice(0, 12)}`;
