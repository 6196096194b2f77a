/**
 * What signoff-design 1.4 asks beyond RFC 8032 verification: keys of small order and second spellings of keys and signatures are
 * refused, so that one signature has one byte form and a key cannot be made to fit every message.
 */

/** y coordinates (little-endian, sign bit cleared) of the eight points whose order divides 8; two order-8 pairs share a y. */
const SMALL_ORDER_Y = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
] as const;

/** Prime of the field and order of the base point, little-endian. */
const P = Buffer.from('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'hex');
const L = Buffer.from('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010', 'hex');

/** Compares two little-endian numbers of the same length. */
function lessThan(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const left = a[i] ?? 0;
    const right = b[i] ?? 0;
    if (left !== right) return left < right;
  }
  return false;
}

/** 32 bytes, y below the prime, not of small order. */
export function acceptablePublicKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32) return false;
  const y = Buffer.from(publicKey);
  y[31] = (y[31] ?? 0) & 0x7f;
  return lessThan(y, P) && !SMALL_ORDER_Y.some((known) => known === y.toString('hex'));
}

/** 64 bytes whose second half is below the group order (otherwise S + L would be a second valid signature). */
export const acceptableSignature = (signature: Uint8Array): boolean =>
  signature.length === 64 && lessThan(signature.subarray(32), L);
