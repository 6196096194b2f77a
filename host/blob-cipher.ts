import type { BlobCipher } from '../db/blobs.ts';
import { randomBytes, seal, unseal } from './crypto.ts';

/** AES-256-GCM with a fresh key for every blob: a key is used once, so the random nonce can never meet it twice. */
export const blobCipher: BlobCipher = {
  seal(plain, aad) {
    const key = randomBytes(32);
    const nonce = randomBytes(12);
    return { key, nonce, data: seal(key, nonce, plain, aad) };
  },
  open: ({ key, nonce, data }, aad) => unseal(key, nonce, data, aad),
};
