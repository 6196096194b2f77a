/**
 * The same strict rules as the program's (host/crypto.ts), from other code: @noble for hashes and curve points, or the browser's own
 * WebCrypto. An inspector's verdict must not rest on the cryptography of the machine that wrote the log.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { toHex } from '../review/chain/hex.ts';
import type { VerifyLater } from '../review/chain/learn-signatures.ts';
import type { Crypto } from '../review/ports.ts';

const { Point } = ed25519;
type CurvePoint = ReturnType<typeof Point.fromBytes>;
const ORDER = Point.Fn.ORDER;

const littleEndian = (bytes: Uint8Array): bigint => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

const points = new Map<string, CurvePoint | undefined>();
const KNOWN_KEYS = 1024;

/** Point of a public key; undefined for a second spelling, no point of the curve, or one of small order. */
function pointOf(publicKey: Uint8Array): CurvePoint | undefined {
  if (publicKey.length !== 32) return undefined;
  const name = toHex(publicKey);
  if (points.has(name)) return points.get(name);
  let point: CurvePoint | undefined;
  try {
    const read = Point.fromBytes(publicKey, false);
    point = read.isSmallOrder() ? undefined : read;
  } catch {
    // The library throws for whatever is no point; that is a wrong key.
    point = undefined;
  }
  if (points.size >= KNOWN_KEYS) {
    points.clear();
    uses.clear();
    tables = 0;
  }
  points.set(name, point);
  return point;
}

/** The group order in 32 bytes, little-endian. */
const ORDER_BYTES = Uint8Array.from({ length: 32 }, (_, at) => Number((ORDER >> BigInt(8 * at)) & 255n));

/** Second half below the group order: S + L would be a second spelling of the same signature. */
function acceptableSignature(signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  let at = 31;
  while (at >= 0 && signature[32 + at] === ORDER_BYTES[at]) at -= 1;
  return at >= 0 && (signature[32 + at] ?? 0) < (ORDER_BYTES[at] ?? 0);
}

/** A table of multiples costs as much as fifty signatures and some 400 KB, and makes each of its key's signatures five times as quick. */
const USES_BEFORE_TABLE = 50;
const MOST_TABLES = 100;
const uses = new Map<CurvePoint, number>();
let tables = 0;

/** Notes that a key is used, and has a table made for it when it is used often. */
function noteUse(key: CurvePoint): void {
  const times = (uses.get(key) ?? 0) + 1;
  uses.set(key, times);
  if (times !== USES_BEFORE_TABLE || tables >= MOST_TABLES) return;
  tables += 1;
  key.precompute(6);
}

/** RFC 8032 §5.1.7 without cofactor: R must be, byte for byte, S·B − k·A. */
function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = pointOf(publicKey);
  if (!key || !acceptableSignature(signature)) return false;
  noteUse(key);
  const first = signature.subarray(0, 32);
  const k = littleEndian(sha512.create().update(first).update(publicKey).update(message).digest()) % ORDER;
  const s = littleEndian(signature.subarray(32));
  const expected = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(k)).toBytes();
  return expected.every((byte: number, at: number) => byte === first[at]);
}

export const strictCrypto: Crypto = { sha256: (bytes) => sha256(bytes), verify };

/** WebCrypto's Ed25519 with our rules round it; undefined where the browser has none (Chromium before 137), or answers wrongly. */
export async function browserVerify(): Promise<VerifyLater | undefined> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) return undefined;
  const imported = new Map<CurvePoint, Promise<CryptoKey>>();
  const later: VerifyLater = async (publicKey, message, signature) => {
    const point = acceptableSignature(signature) ? pointOf(publicKey) : undefined;
    if (!point) return false;
    const key = imported.get(point) ?? subtle.importKey('raw', buffer(publicKey), 'Ed25519', false, ['verify']);
    imported.set(point, key);
    return subtle.verify('Ed25519', await key, buffer(signature), buffer(message));
  };
  try {
    const good = await later(KNOWN.publicKey, KNOWN.message, KNOWN.signature);
    const bad = await later(KNOWN.publicKey, Uint8Array.of(1), KNOWN.signature);
    return good && !bad ? later : undefined;
  } catch {
    // No such algorithm here.
    return undefined;
  }
}

/** WebCrypto's types ask for what all arrays of this page are: none lies in shared memory. */
const buffer = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

const hex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** RFC 8032 §7.1, test 2. */
const KNOWN = {
  publicKey: hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  message: hex('72'),
  signature: hex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
};

/** Known answers of what this page computes with; a page that fails them must not judge anything. */
export function selfTest(): boolean {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const digest = [...strictCrypto.sha256(new Uint8Array())].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const good = verify(KNOWN.publicKey, KNOWN.message, KNOWN.signature);
  return digest === empty && good && !verify(KNOWN.publicKey, Uint8Array.of(1), KNOWN.signature);
}
