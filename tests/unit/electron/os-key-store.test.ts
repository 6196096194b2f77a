import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type KeyStore, keyFromStore } from '../../../electron/os-key-store.ts';
import { temporaryFolder } from '../host/temporary.ts';

/** A key store of one user: turns every byte by a secret of its own, and knows what it sealed. */
const storeOf = (secret: number, backend: ReturnType<KeyStore['getSelectedStorageBackend']> = 'gnome_libsecret'): KeyStore => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => backend,
  encryptString: (text) => Buffer.from([secret, ...Buffer.from(text, 'utf8')].map((byte) => byte ^ secret)),
  decryptString: (sealed) => {
    if ((sealed[0] ?? 0) !== 0) throw new Error('not sealed here');
    return Buffer.from(sealed.subarray(1).map((byte) => byte ^ secret)).toString('utf8');
  },
});

test('a key is made once, lies sealed beside the device secret, and comes back at every start', () => {
  const folder = temporaryFolder();
  const first = keyFromStore(storeOf(0x5a), 'linux', join(folder, 'device'));
  expect(Buffer.from(first ?? '', 'base64').length).toBe(32);
  expect(keyFromStore(storeOf(0x5a), 'linux', join(folder, 'device'))).toBe(first);
  expect(readFileSync(join(folder, 'device', 'wrap.key')).includes(first ?? '')).toBe(false);
});

test('no key where there is no key store, and nothing is written', () => {
  const folder = temporaryFolder();
  const none: KeyStore = { ...storeOf(1), isEncryptionAvailable: () => false };
  expect([
    keyFromStore(none, 'win32', folder),
    keyFromStore(storeOf(1, 'basic_text'), 'linux', folder),
    keyFromStore(storeOf(1, 'unknown'), 'linux', folder),
    readdirSync(folder),
  ]).toEqual([undefined, undefined, undefined, []]);
  // Windows names no backend.
  expect(keyFromStore(storeOf(1, 'unknown'), 'win32', folder)).toBeDefined();
});

test('a key the store does not open is not replaced', () => {
  const folder = temporaryFolder();
  keyFromStore(storeOf(0x5a), 'linux', folder);
  writeFileSync(join(folder, 'wrap.key'), 'of another user');
  expect([keyFromStore(storeOf(0x5a), 'linux', folder), readFileSync(join(folder, 'wrap.key'), 'utf8')]).toEqual([
    undefined,
    'of another user',
  ]);
});
