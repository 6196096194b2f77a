/** Contents that travel in a package: each sealed under the passphrase of the package, tied to its case and commitment. */
import { z } from 'zod';
import { fail, ok, type Result } from '../model/index.ts';
import type { Crypto, Destroyed, NewBlob, ParcelCipher } from '../ports.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { commitment } from './commitment.ts';
import type { EventBody } from './event.ts';
import { CASE_ID, HASH } from './fields.ts';
import { fromHex } from './hex.ts';
import { DAMAGED_PACKAGE, linesOf } from './package-manifest.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

const LINE = z.strictObject({ case: CASE_ID, commitment: HASH, nonce: z.string().max(16), data: z.string() });
type Line = z.output<typeof LINE>;

/** A single package carries at most so many. */
export const MAX_CONTENTS = 100_000;

export const WRONG_PASSPHRASE = fail(
  'package-passphrase',
  '数据包口令不对，或包里的内容被改动过，没有导入任何内容。请向导出的人核对口令后重试。',
);

const binding = ({ case: caseId, commitment: of }: Pick<Line, 'case' | 'commitment'>): Uint8Array =>
  encodeUtf8(contentName(caseId, of));

/** Lines of sealed contents. `secret` is the passphrase as shown; `salt` that of the manifest, hex. */
export function sealContents(cipher: ParcelCipher, secret: string, salt: string, blobs: readonly NewBlob[]): Uint8Array {
  const key = cipher.key(secret, fromHex(salt) ?? new Uint8Array());
  return linesOf(
    blobs.map((blob) => {
      const place = { case: blob.caseId, commitment: blob.commitment };
      const plain = new Uint8Array(1 + blob.salt.length + blob.bytes.length);
      plain[0] = blob.salt.length;
      plain.set(blob.salt, 1);
      plain.set(blob.bytes, 1 + blob.salt.length);
      const { nonce, data } = key.seal(plain, binding(place));
      return JSON.stringify({ ...place, nonce: toBase64(nonce), data: toBase64(data) });
    }),
  );
}

/**
 * Opens all contents and holds each against its commitment. Codes: package-format, package-passphrase, package-contents (not what it
 * was committed to, or given twice).
 */
export function openContents(
  crypto: Crypto,
  cipher: ParcelCipher,
  { secret, salt, bytes, count }: { secret: string; salt: string; bytes: Uint8Array; count: number },
): Result<readonly NewBlob[]> {
  const text = decodeUtf8(bytes);
  const lines = text === undefined || text === '' ? [] : text.slice(0, -1).split('\n');
  if (text === undefined || (text !== '' && !text.endsWith('\n')) || lines.length !== count || count > MAX_CONTENTS)
    return DAMAGED_PACKAGE;
  const key = cipher.key(secret, fromHex(salt) ?? new Uint8Array());
  const blobs = new Map<string, NewBlob>();
  for (const text of lines) {
    const line = readLine(text);
    const nonce = line && fromBase64(line.nonce);
    const data = line && fromBase64(line.data);
    if (!line || nonce?.length !== 12 || !data) return DAMAGED_PACKAGE;
    const plain = key.open(nonce, data, binding(line));
    if (!plain) return WRONG_PASSPHRASE;
    const length = plain[0] ?? 255;
    const salt = plain.slice(1, 1 + length);
    const content = plain.slice(1 + length);
    const known = contentName(line.case, line.commitment);
    const fits = (length === 0 || length === 16) && salt.length === length;
    if (!fits || commitment(crypto, salt, content) !== line.commitment || blobs.has(known))
      return fail('package-contents', '数据包里有内容与记录的摘要不符，没有导入任何内容。请对方重新导出一份。');
    blobs.set(known, { commitment: line.commitment, caseId: line.case, salt, bytes: content });
  }
  return ok([...blobs.values()]);
}

function readLine(text: string): Line | undefined {
  try {
    const line = LINE.safeParse(JSON.parse(text));
    return line.success && JSON.stringify(line.data) === text ? line.data : undefined;
  } catch {
    return undefined;
  }
}

/** A content by its place: `case` LF `commitment`. */
export const contentName = (caseId: string, of: string): string => `${caseId}\n${of}`;

/** Names of the contents that events speak of; those that one destroys are none of its own. */
export function namedContents(bodies: Iterable<EventBody>): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { type, case: caseId, data } of bodies)
    collect(type === 'blob.shred' ? data.reason : data, (of) => named.add(contentName(caseId, of)));
  return named;
}

/** Contents whose destruction events record. */
export const destroyedBy = (bodies: readonly EventBody[]): readonly Destroyed[] =>
  bodies.flatMap((body) => (body.type === 'blob.shred' ? [{ caseId: body.case, commitments: body.data.blobs }] : []));

function collect(value: unknown, found: (hash: string) => void): void {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) found(value);
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner, found);
}
