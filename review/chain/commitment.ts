import type { Crypto } from '../ports.ts';
import { toHex } from './hex.ts';

/** Bytes of salt before a committed text: short texts could otherwise be guessed from the digest. */
export const SALT_BYTES = 16;

/** Lower-case hex SHA-256(salt16 || bytes); with an empty salt the plain digest used for files. */
export function commitment(crypto: Crypto, salt: Uint8Array, bytes: Uint8Array): string {
  const joined = new Uint8Array(salt.length + bytes.length);
  joined.set(salt);
  joined.set(bytes, salt.length);
  return toHex(crypto.sha256(joined));
}
