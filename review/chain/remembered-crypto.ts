import type { Crypto } from '../ports.ts';
import { toHex } from './hex.ts';

/** Crypto that checks each signature once; what was checked elsewhere (another thread, the browser) can be told to it. */
export interface RememberedCrypto extends Crypto {
  /**
   * What is to be called once this signature was found good by the same strict rules; undefined when it is known to be, or can
   * never be.
   */
  toLearn(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): (() => void) | undefined;
}

/**
 * The whole journal is read again before every release, and 100,000 signatures take 20 s. Remembers the digest of key, signature
 * and message together, so that any other byte is checked anew. Only good answers are kept.
 */
export function rememberedCrypto(crypto: Crypto): RememberedCrypto {
  const good = new Set<string>();
  const digestOf = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): string => {
    const joined = new Uint8Array(96 + message.length);
    joined.set(publicKey);
    joined.set(signature, 32);
    joined.set(message, 96);
    return toHex(crypto.sha256(joined));
  };
  const wellSized = (publicKey: Uint8Array, signature: Uint8Array): boolean => publicKey.length === 32 && signature.length === 64;
  return {
    sha256: (bytes) => crypto.sha256(bytes),
    toLearn(publicKey, message, signature) {
      if (!wellSized(publicKey, signature)) return undefined;
      const digest = digestOf(publicKey, message, signature);
      return good.has(digest) ? undefined : () => void good.add(digest);
    },
    verify(publicKey, message, signature) {
      if (!wellSized(publicKey, signature)) return false;
      const digest = digestOf(publicKey, message, signature);
      if (good.has(digest)) return true;
      const valid = crypto.verify(publicKey, message, signature);
      if (valid) good.add(digest);
      return valid;
    },
  };
}
