/** Packages between workstations as files. */
import type { Result } from '../model/index.ts';

/** Packages as files: the archive, and the cipher of the contents inside. */
export interface Parcels extends ParcelCipher {
  /** Flat archive of the parts. */
  pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array;
  /** Strict: sizes as declared, no folders, links, repetitions, strays. Codes: package-format, package-too-large. */
  unpack(bytes: Uint8Array): Promise<Result<ReadonlyMap<string, Uint8Array>>>;
}
export interface ParcelCipher {
  key(passphrase: string, salt: Uint8Array): ParcelKey;
}
export interface ParcelKey {
  seal(plain: Uint8Array, aad: Uint8Array): { readonly nonce: Uint8Array; readonly data: Uint8Array };
  /** Undefined for another passphrase, or changed data. */
  open(nonce: Uint8Array, data: Uint8Array, aad: Uint8Array): Uint8Array | undefined;
}
