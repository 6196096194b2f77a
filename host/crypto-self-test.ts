/**
 * Known answers of every algorithm in host/crypto.ts, checked at each start: Electron links BoringSSL where Node links OpenSSL, and
 * a signature that only one of them accepts would split the journal. On failure the store is opened read-only.
 */
import { toHex } from '../review/chain/hex.ts';
import { crypto, hkdf, randomBytes, type ScryptCost, scrypt, seal, sha256, signerFromSeed, unseal } from './crypto.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

/** RFC 8032 section 7.1, test 2. */
const ED25519 = {
  seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  message: '72',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
};

function ed25519Holds(): boolean {
  const signer = signerFromSeed(bytes(ED25519.seed));
  const message = bytes(ED25519.message);
  const signature = signer.sign(message);
  const changed = Uint8Array.from(signature, (byte, i) => (i === 3 ? byte ^ 1 : byte));
  return (
    toHex(signer.publicKey) === ED25519.publicKey &&
    toHex(signature) === ED25519.signature &&
    crypto.verify(signer.publicKey, message, signature) &&
    !crypto.verify(signer.publicKey, message, changed) &&
    !crypto.verify(signer.publicKey, bytes('73'), signature)
  );
}

/** AES-256-GCM: test case 14 of the GCM specification. */
function gcmHolds(): boolean {
  const key = new Uint8Array(32);
  const nonce = new Uint8Array(12);
  const none = new Uint8Array(0);
  const sealed = seal(key, nonce, new Uint8Array(16), none);
  const opened = unseal(key, nonce, sealed, none);
  return (
    toHex(sealed) === 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919' &&
    opened !== undefined &&
    toHex(opened) === '00'.repeat(16) &&
    unseal(key, nonce, sealed, bytes('00')) === undefined
  );
}

/** RFC 7914 section 12, first vector. */
async function scryptHolds(): Promise<boolean> {
  const none = new Uint8Array(0);
  const cost: ScryptCost = { N: 16, r: 1, p: 1 };
  return toHex(await scrypt(none, none, cost, 32)) === '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442';
}

/** RFC 5869 appendix A.1. */
const hkdfHolds = (): boolean =>
  toHex(hkdf(bytes('0b'.repeat(22)), bytes('000102030405060708090a0b0c'), bytes('f0f1f2f3f4f5f6f7f8f9'), 42)) ===
  '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865';

/** A generator that repeats itself would give two people the same key. */
function randomHolds(): boolean {
  const drawn = new Set(Array.from({ length: 8 }, () => toHex(randomBytes(32))));
  return drawn.size === 8;
}

/** Names of the algorithms whose known answers do not come out; empty when all is well. */
export async function failedAlgorithms(): Promise<readonly string[]> {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const checks: readonly (readonly [string, () => boolean | Promise<boolean>])[] = [
    ['sha-256', () => toHex(sha256(bytes('616263'))) === abc],
    ['ed25519', ed25519Holds],
    ['aes-256-gcm', gcmHolds],
    ['hkdf', hkdfHolds],
    ['scrypt', scryptHolds],
    ['random', randomHolds],
  ];
  const failed: string[] = [];
  for (const [name, check] of checks) if (!(await check())) failed.push(name);
  return failed;
}
