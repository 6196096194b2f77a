/** The signed head of a package between workstations (signoff-design 6.1): who sends how much, up to where, and the digest of each part. */
import { z } from 'zod';
import { fail, ok, PART_NAMES, type Result } from '../model/index.ts';
import type { Crypto, Envelope, Signer } from '../ports.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { COUNT, HASH, INSTANT, MADE_ID } from './fields.ts';
import { readEnvelope, writeEnvelope } from './log-text.ts';
import { idOf, PAYLOAD_TYPES, pae } from './pae.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

export { MANIFEST_NAME, PART_NAMES, type PartName } from '../model/index.ts';

const MANIFEST = z.strictObject({
  v: z.literal(1),
  alg: z.literal('ed25519-sha256'),
  org: MADE_ID,
  /** The sender, and where its own journal ends in this package. */
  from: z.strictObject({ ws: MADE_ID, inc: COUNT.min(1), seq: COUNT.min(1), id: HASH }),
  to: MADE_ID.optional(),
  /** Id of the package that this one answers. */
  receipt: HASH.optional(),
  at: INSTANT,
  /** Head of the roster log in the package. */
  roster: HASH,
  events: COUNT.min(1),
  contents: COUNT,
  /** Salt of the key of the contents: 16 bytes. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  files: z
    .array(z.strictObject({ name: z.enum(PART_NAMES), size: COUNT, sha256: HASH }))
    .refine((files) => files.map(({ name }) => name).join() === PART_NAMES.join()),
});
export type Manifest = z.output<typeof MANIFEST>;

export const DAMAGED_PACKAGE = fail(
  'package-format',
  '这不是先审的数据包，或文件不完整、被改动过，没有导入任何内容。请对方重新导出一份。',
);

/** Text of the manifest, one line, and the id of the package. Codes: those of `canonicalBytes`. */
export function sealManifest(
  crypto: Crypto,
  signer: Signer,
  manifest: Manifest,
): Result<{ readonly text: string; readonly id: string }> {
  const body = canonicalBytes(manifest);
  if (!body.ok) return body;
  const payloadType = PAYLOAD_TYPES.package;
  const envelope = { payloadType, body: body.data, key: signer.key, signature: signer.sign(pae(payloadType, body.data)) };
  return ok({ text: `${writeEnvelope(envelope)}\n`, id: idOf(crypto, payloadType, body.data) });
}

export interface ReadManifest {
  readonly id: string;
  readonly manifest: Manifest;
  /** Still to be verified: whose key it is stands in the roster beside it. */
  readonly envelope: Envelope;
}

/** Form of a manifest, without its signature. Code: package-format. */
export function readManifest(crypto: Crypto, bytes: Uint8Array): Result<ReadManifest> {
  const text = decodeUtf8(bytes);
  const envelope = text?.endsWith('\n') ? readEnvelope(text.slice(0, -1)) : undefined;
  if (envelope?.payloadType !== PAYLOAD_TYPES.package) return DAMAGED_PACKAGE;
  const value = parseCanonical(envelope.body);
  const manifest = value.ok ? MANIFEST.safeParse(value.data) : undefined;
  if (!manifest?.success) return DAMAGED_PACKAGE;
  return ok({ id: idOf(crypto, envelope.payloadType, envelope.body), manifest: manifest.data, envelope });
}

/** Bytes of lines, each ended by a line feed. */
export const linesOf = (lines: readonly string[]): Uint8Array => encodeUtf8(lines.map((line) => `${line}\n`).join(''));
