import { Buffer } from 'node:buffer';
import { packFlat } from '../exports/flat-zip.ts';
import { unpackFlat } from '../ingest/package/unpack-flat.ts';
import { MANIFEST_NAME, PART_NAMES } from '../review/chain/package-manifest.ts';
import type { Parcels } from '../review/ports.ts';
import { hkdf, randomBytes, seal, unseal } from './crypto.ts';

/** Unpacked bytes of one package: some 300,000 events, or the contents of a few hundred cases. */
const UNPACKED = 512 * 1024 * 1024;

/**
 * Packages between workstations. The key comes by HKDF from a passphrase that the program drew (100 bits), not from a person's head: a
 * slow derivation would add nothing, and no cost parameter in a file can be bent.
 */
export const parcels: Parcels = {
  key(passphrase, salt) {
    const secret = Buffer.from(passphrase, 'utf8');
    const key = hkdf(secret, salt, 'xianshen package contents v1', 32);
    secret.fill(0);
    return {
      seal(plain, aad) {
        const nonce = randomBytes(12);
        return { nonce, data: seal(key, nonce, plain, aad) };
      },
      open: (nonce, data, aad) => unseal(key, nonce, data, aad),
    };
  },
  pack: packFlat,
  unpack: (bytes) => unpackFlat(bytes, { names: [MANIFEST_NAME, ...PART_NAMES], unpacked: UNPACKED }),
};
