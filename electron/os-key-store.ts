import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { makePrivateFolder, writeDurably } from '../db/durable-file.ts';
import { randomBytes } from '../host/crypto.ts';

/** The part of Electron's safeStorage that is used. */
export type KeyStore = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>;

/** On Linux without a key ring Electron falls back to a password that stands in its source. */
const NO_STORE = ['basic_text', 'unknown'];

/**
 * A key that only the operating system's key store of this user can open, base64 of 32 bytes; the backend wraps the device secret
 * with it, because a utility process has no safeStorage of its own. Made on first use. Undefined where there is no key store, or
 * where the store does not open what it sealed (another user, a reset key ring): the backend then says what that means.
 * @param folder where the sealed key lies, beside the device secret
 */
export function keyFromStore(store: KeyStore, platform: string, folder: string): string | undefined {
  if (!store.isEncryptionAvailable()) return undefined;
  if (platform === 'linux' && NO_STORE.includes(store.getSelectedStorageBackend())) return undefined;
  const path = join(folder, 'wrap.key');
  if (existsSync(path)) return opened(store, path);
  const key = Buffer.from(randomBytes(32)).toString('base64');
  makePrivateFolder(folder);
  writeDurably(path, store.encryptString(key));
  // What cannot be read back must not guard anything.
  return opened(store, path) === key ? key : undefined;
}

function opened(store: KeyStore, path: string): string | undefined {
  try {
    return store.decryptString(readFileSync(path));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
