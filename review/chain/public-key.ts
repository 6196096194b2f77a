import { fail, ok, type Result } from '../model/index.ts';
import type { Crypto } from '../ports.ts';
import { toHex } from './hex.ts';

/** Id of a key: first 32 hex characters of SHA-256 over its 32 raw bytes. */
export const keyIdOf = (crypto: Crypto, publicKey: Uint8Array): string => toHex(crypto.sha256(publicKey)).slice(0, 32);

/**
 * y coordinates of the eight points of small order on edwards25519, with the encodings that are not reduced modulo p; the sign
 * bit is masked before comparing. A signature under such a key can be made to fit any message (signoff-design 1.4).
 */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** Refuses keys that must never be enrolled. Code: key-refused. */
export function checkPublicKey(publicKey: Uint8Array): Result<null> {
  const masked = publicKey.slice();
  if (masked.length === 32) masked[31] = (masked[31] ?? 0) & 0x7f;
  if (masked.length !== 32 || SMALL_ORDER.has(toHex(masked))) {
    return fail('key-refused', '这个签名密钥不合格，没有登记。请重新生成密钥。');
  }
  return ok(null);
}
