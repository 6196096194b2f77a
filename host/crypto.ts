/**
 * All cryptography of the product. The only file that may import node:crypto (lint), so that one page shows every algorithm in
 * use and one known-answer test (host/self-test.ts) covers it.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes as nodeRandomBytes,
  scrypt as nodeScrypt,
  sign as nodeSign,
  verify as nodeVerify,
  timingSafeEqual,
} from 'node:crypto';
import type { Crypto, Signer } from '../review/ports.ts';
import { acceptablePublicKey, acceptableSignature } from './ed25519-strict.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const randomBytes = (length: number): Uint8Array => new Uint8Array(nodeRandomBytes(length));
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Key id as people records carry it: first 32 hex characters of SHA-256 over the 32 raw bytes of the public key. */
export const keyIdOf = (publicKey: Uint8Array): string => sha256Hex(publicKey).slice(0, 32);

/** Judging and importing a key costs a third of a verification; a journal knows few keys. */
const imported = new Map<string, KeyObject>();
const IMPORTED_LIMIT = 256;

/** Undefined for a key that no signature may be judged by. Throws what OpenSSL throws for 32 bytes that are no point of the curve. */
function publicKeyObject(publicKey: Uint8Array): KeyObject | undefined {
  const x = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.byteLength).toString('base64url');
  const known = imported.get(x);
  if (known) return known;
  if (!acceptablePublicKey(publicKey)) return undefined;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  if (imported.size >= IMPORTED_LIMIT) imported.clear();
  imported.set(x, key);
  return key;
}

function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (!acceptableSignature(signature)) return false;
  try {
    const key = publicKeyObject(publicKey);
    return key !== undefined && nodeVerify(null, message, key, signature);
  } catch (error) {
    // OpenSSL throws for 32 bytes that are no point of the curve; that is a wrong key, not a failure of the program.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** The same on the thread pool: OpenSSL does not hold up the calls meanwhile. */
export function verifyLater(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (!acceptableSignature(signature)) return Promise.resolve(false);
  return new Promise((resolve) => {
    try {
      const key = publicKeyObject(publicKey);
      if (key) nodeVerify(null, message, key, signature, (error, valid) => resolve(!error && valid));
      else resolve(false);
    } catch (error) {
      // As above: 32 bytes that are no point of the curve.
      if (!(error instanceof Error)) throw error;
      resolve(false);
    }
  });
}

/** The part of this module that the pure rooms see. */
export const crypto: Crypto = { sha256, verify };

/** RFC 8410 wrapping of a raw 32-byte Ed25519 seed. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Makes a signer from a 32-byte seed. The seed may be zeroed afterwards. */
export function signerFromSeed(seed: Uint8Array): Signer {
  const der = Buffer.concat([PKCS8_HEAD, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const x = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
  return { key: keyIdOf(publicKey), publicKey, sign: (message) => new Uint8Array(nodeSign(null, message, privateKey)) };
}

export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** scrypt (RFC 7914) off the main thread; memory cap 256 MiB, twice what N = 2^17, r = 8 needs. */
export function scrypt(secret: Uint8Array, salt: Uint8Array, cost: ScryptCost, length: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    nodeScrypt(secret, salt, length, { N: cost.N, r: cost.r, p: cost.p, maxmem: 256 * 1024 * 1024 }, (error, key) => {
      if (error) reject(error);
      else resolve(new Uint8Array(key));
    });
  });
}

/** HKDF-SHA256 (RFC 5869). */
export const hkdf = (secret: Uint8Array, salt: Uint8Array, info: string | Uint8Array, length: number): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, salt, info, length));

const TAG = 16;

/** AES-256-GCM; returns the ciphertext with its 16-byte tag at the end. A nonce (12 bytes) must never be used twice with a key. */
export function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

/** Opens what `seal` made; undefined when key, nonce, data or aad are not the ones it was sealed with. */
export function unseal(key: Uint8Array, nonce: Uint8Array, data: Uint8Array, aad: Uint8Array): Uint8Array | undefined {
  if (data.length < TAG || nonce.length !== 12 || key.length !== 32) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(aad);
  decipher.setAuthTag(data.subarray(data.length - TAG));
  const plain = decipher.update(data.subarray(0, data.length - TAG));
  try {
    return new Uint8Array(Buffer.concat([plain, decipher.final()]));
  } catch (error) {
    // A wrong tag is reported by throwing; the caller decides what a wrong tag means (wrong PIN, changed blob).
    if (error instanceof Error) return undefined;
    throw error;
  }
}
