import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crypto, randomBytes } from '../../../host/crypto.ts';
import { type SecretWrap, wrapUnder } from '../../../host/device-secret.ts';
import { type KeyRingOptions, openKeyRing, SCRYPT_COST } from '../../../host/keyring.ts';
import type { KeyRing } from '../../../review/ports.ts';
import { code, temporaryFolder } from './temporary.ts';

const PIN = '人防-2741';
const CHEAP = { N: 1024, r: 8, p: 1 };
const optionsIn = (folder: string, more: Partial<KeyRingOptions> = {}): KeyRingOptions => ({
  folder: join(folder, 'keys'),
  deviceFolder: join(folder, 'device'),
  mayCreate: true,
  cost: CHEAP,
  ...more,
});

function ringIn(folder: string, more: Partial<KeyRingOptions> = {}): KeyRing {
  const ring = openKeyRing(optionsIn(folder, more));
  if (!ring.ok) throw new Error(ring.error.code);
  return ring.data;
}
async function created(ring: KeyRing, pin = PIN) {
  const made = await ring.create(pin);
  if (!made.ok) throw new Error(made.error.code);
  return made.data;
}

test('the right PIN unlocks a key that signs for its public part', async () => {
  const folder = temporaryFolder();
  const { key, publicKey } = await created(ringIn(folder));
  const signer = await ringIn(folder).unlock(key, PIN);
  if (!signer.ok) throw new Error(signer.error.code);
  const message = Uint8Array.of(1, 2, 3);
  expect([signer.data.key, signer.data.publicKey]).toEqual([key, publicKey]);
  expect(crypto.verify(publicKey, message, signer.data.sign(message))).toBe(true);
});

test('the shipped cost is written into the file and works', async () => {
  const folder = temporaryFolder();
  const ring = ringIn(folder, { cost: SCRYPT_COST });
  const { key } = await created(ring);
  const { name, N, r, p } = JSON.parse(readFileSync(join(folder, 'keys', `${key}.key`), 'utf8')).kdf;
  expect({ name, N, r, p }).toEqual({ name: 'scrypt', N: 131072, r: 8, p: 1 });
  expect(code(await ring.unlock(key, PIN))).toBe('ok');
});

test('wrong PINs count down, a right one resets the count', async () => {
  const ring = ringIn(temporaryFolder());
  const { key } = await created(ring);
  const first = await ring.unlock(key, '000-wrong');
  const second = await ring.unlock(key, '000-wrong');
  expect([first, second].map((one) => (one.ok ? '' : one.error.message))).toEqual([
    expect.stringContaining('还可以再试 9 次'),
    expect.stringContaining('还可以再试 8 次'),
  ]);
  expect(code(await ring.unlock(key, PIN))).toBe('ok');
  const again = await ring.unlock(key, '000-wrong');
  expect(again.ok ? '' : again.error.message).toContain('还可以再试 9 次');
});

test('after ten failures the key is locked, for the right PIN and after a restart too', async () => {
  const folder = temporaryFolder();
  const ring = ringIn(folder);
  const { key } = await created(ring);
  const codes: string[] = [];
  for (let i = 0; i < 11; i += 1) codes.push(code(await ring.unlock(key, `wrong-${i}`)));
  expect(codes).toEqual([...Array(10).fill('pin-wrong'), 'key-locked']);
  expect([code(await ring.unlock(key, PIN)), code(await ringIn(folder).unlock(key, PIN))]).toEqual(['key-locked', 'key-locked']);
});

test('ten guesses at once are ten guesses', async () => {
  const ring = ringIn(temporaryFolder());
  const { key } = await created(ring);
  const codes = await Promise.all(Array.from({ length: 14 }, async (_, i) => code(await ring.unlock(key, `wrong-${i}`))));
  expect(codes.filter((one) => one === 'key-locked').length).toBe(4);
});

test('a count that was deleted or emptied locks the key instead of giving new tries', async () => {
  for (const spoil of [(path: string) => rmSync(path), (path: string) => writeFileSync(path, '')]) {
    const folder = temporaryFolder();
    const ring = ringIn(folder);
    const { key } = await created(ring);
    spoil(join(folder, 'keys', `${key}.tries`));
    expect(code(await ring.unlock(key, PIN))).toBe('key-locked');
  }
});

test('the try is counted before the PIN is checked', async () => {
  const folder = temporaryFolder();
  const ring = ringIn(folder, { cost: SCRYPT_COST });
  const { key } = await created(ring);
  const checking = ring.unlock(key, PIN);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(readFileSync(join(folder, 'keys', `${key}.tries`), 'utf8')).toBe('1\n');
  expect(code(await checking)).toBe('ok');
  expect(readFileSync(join(folder, 'keys', `${key}.tries`), 'utf8')).toBe('0\n');
});

test('a key file carried to another machine is useless even with the right PIN', async () => {
  const [here, there] = [temporaryFolder(), temporaryFolder()];
  const { key } = await created(ringIn(here));
  const other = ringIn(there);
  for (const name of [`${key}.key`, `${key}.tries`]) cpSync(join(here, 'keys', name), join(there, 'keys', name));
  expect(code(await other.unlock(key, PIN))).toBe('key-foreign');
  // Pretending to be the same device in the mark does not help: the secret is mixed into the key, and the mark is bound.
  const { device } = JSON.parse(readFileSync(join(there, 'keys', `${(await created(other)).key}.key`), 'utf8'));
  const path = join(there, 'keys', `${key}.key`);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), device }));
  expect(code(await other.unlock(key, PIN))).not.toBe('ok');
});

test('all keys of another machine do not open a ring here', async () => {
  const [here, there] = [temporaryFolder(), temporaryFolder()];
  ringIn(here);
  ringIn(there);
  rmSync(join(there, 'keys'), { recursive: true });
  cpSync(join(here, 'keys'), join(there, 'keys'), { recursive: true });
  expect(code(openKeyRing(optionsIn(there)))).toBe('key-foreign');
});

test('a lost device secret is said and not replaced', () => {
  const folder = temporaryFolder();
  ringIn(folder);
  rmSync(join(folder, 'device'), { recursive: true });
  expect([code(openKeyRing(optionsIn(folder))), readdirSync(folder)]).toEqual(['device-secret-missing', ['keys']]);
});

test('the device secret can be wrapped by the system key store', () => {
  const folder = temporaryFolder();
  const turned: SecretWrap = {
    wrap: (secret) => secret.map((byte) => byte ^ 0x5a),
    unwrap: (data) => data.map((byte) => byte ^ 0x5a),
  };
  const first = ringIn(folder, { wrap: turned }).workstation().key;
  expect(ringIn(folder, { wrap: turned }).workstation().key).toBe(first);
  // The store is gone, or it is another user's: nothing is opened, nothing is made anew.
  const other: SecretWrap = { wrap: turned.wrap, unwrap: () => undefined };
  expect([code(openKeyRing(optionsIn(folder))), code(openKeyRing(optionsIn(folder, { wrap: other })))]).toEqual([
    'device-secret-closed',
    'device-secret-closed',
  ]);
});

test.each([
  ['its public key', (file: Record<string, unknown>) => ({ ...file, publicKey: 'ab'.repeat(32) }), 'key-damaged'],
  ['its sealed data', (file: Record<string, unknown>) => ({ ...file, data: 'ab'.repeat(48) }), 'pin-wrong'],
  ['its cost', (file: Record<string, object>) => ({ ...file, kdf: { ...file.kdf, N: 2 } }), 'pin-wrong'],
  ['an absurd cost', (file: Record<string, object>) => ({ ...file, kdf: { ...file.kdf, N: 2 ** 30 } }), 'key-damaged'],
  ['its form', () => ({ v: 2 }), 'key-damaged'],
])('a key file changed in %s does not unlock', async (_, change, expected) => {
  const folder = temporaryFolder();
  const ring = ringIn(folder);
  const { key } = await created(ring);
  const path = join(folder, 'keys', `${key}.key`);
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));
  expect(code(await ring.unlock(key, PIN))).toBe(expected);
});

test('a key that is not here is said; ids cannot leave the folder', async () => {
  const ring = ringIn(temporaryFolder());
  expect([code(await ring.unlock('f'.repeat(32), PIN)), code(await ring.unlock('../device/device.secret', PIN))]).toEqual([
    'key-missing',
    'key-missing',
  ]);
});

test('workstation and root keys are made once and stay', () => {
  const folder = temporaryFolder();
  const ring = ringIn(folder);
  const keys = [ring.workstation().key, ring.root().key];
  const again = ringIn(folder);
  expect([again.workstation().key, again.root().key]).toEqual(keys);
  expect(keys[0]).not.toBe(keys[1]);
});

test('a second, reading instance makes nothing', () => {
  const folder = temporaryFolder();
  expect([code(openKeyRing(optionsIn(folder, { mayCreate: false }))), readdirSync(folder)]).toEqual([
    'device-secret-missing',
    [],
  ]);
  const { key } = ringIn(folder).workstation();
  expect(ringIn(folder, { mayCreate: false }).workstation().key).toBe(key);
});

test('key files are for this user only, and hold neither PIN nor seed in clear', async () => {
  const folder = temporaryFolder();
  const ring = ringIn(folder);
  await created(ring);
  ring.root();
  const files = ['keys', 'device'].flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)));
  expect(files.map((path) => statSync(path).mode & 0o777)).toEqual(files.map(() => 0o600));
  expect(['keys', 'device'].map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o700, 0o700]);
  expect(files.some((path) => readFileSync(path).includes(PIN))).toBe(false);
});

test.each([
  '12345',
  '123456',
  '000000',
  '121212',
  '654321',
  'abcdef',
  'aaaaaaaa',
  'qwerty',
  '１２３４５６',
  'woaini1314',
  'Password',
])('the PIN %s is refused', async (pin) => {
  const folder = temporaryFolder();
  const made = await ringIn(folder).create(pin);
  expect(code(made)).toBe('pin-weak');
  expect(made.ok ? '' : made.error.message.includes(pin)).toBe(false);
});

test.each(['274159', '人防审查专用', 'k7-2f9', '19640507'])('the PIN %s is accepted', async (pin) => {
  expect(code(await ringIn(temporaryFolder()).create(pin))).toBe('ok');
});

test('a key folder that cannot be written is said', async () => {
  const folder = temporaryFolder();
  const ring = ringIn(folder);
  const { key } = await created(ring);
  rmSync(join(folder, 'keys', `${key}.tries`));
  mkdirSync(join(folder, 'keys', `${key}.tries.new`));
  writeFileSync(join(folder, 'keys', `${key}.tries`), '0\n');
  expect(code(await ring.unlock(key, PIN))).toBe('key-write-failed');
});

test('a device secret from before there was a key store is wrapped when it is next opened, and the keys stay the same', async () => {
  const folder = temporaryFolder();
  const { key } = await created(ringIn(folder));
  const path = join(folder, 'device', 'device.secret');
  const plain = readFileSync(path);
  const wrap = wrapUnder(randomBytes(32));
  expect(code(await ringIn(folder, { wrap, mayCreate: false }).unlock(key, PIN))).toBe('ok');
  // A second instance that only reads changes nothing on the disk.
  expect(readFileSync(path).equals(plain)).toBe(true);
  expect(code(await ringIn(folder, { wrap }).unlock(key, PIN))).toBe('ok');
  expect(readFileSync(path).includes(plain)).toBe(false);
  expect(code(await ringIn(folder, { wrap }).unlock(key, PIN))).toBe('ok');
  expect(code(openKeyRing(optionsIn(folder, { wrap: wrapUnder(randomBytes(32)) })))).toBe('device-secret-closed');
});

test('the device secret without its last byte is damaged', () => {
  const folder = temporaryFolder();
  ringIn(folder);
  const path = join(folder, 'device', 'device.secret');
  writeFileSync(path, readFileSync(path).subarray(0, 31));
  expect(code(openKeyRing(optionsIn(folder)))).toBe('device-secret-damaged');
});

test('a new PIN opens the same key, the old one no longer does', async () => {
  const folder = temporaryFolder();
  const ring = ringIn(folder, { pinMinimum: 10 });
  const { key } = await created(ring, '人防审查专用口令-27');
  expect([
    code(await ring.changePin(key, '人防审查专用口令-27', '人防-2741')),
    code(await ring.changePin(key, '不是这个口令-2741', '人防审查专用口令-28')),
    code(await ring.changePin(key, '人防审查专用口令-27', '人防审查专用口令-27')),
    code(await ring.changePin(key, '人防审查专用口令-27', '人防审查专用口令-28')),
    code(await ring.unlock(key, '人防审查专用口令-27')),
    code(await ringIn(folder).unlock(key, '人防审查专用口令-28')),
  ]).toEqual(['pin-weak', 'pin-wrong', 'pin-weak', 'ok', 'pin-wrong', 'ok']);
});

test('says which keys can be used here', async () => {
  const ring = ringIn(temporaryFolder());
  const { key } = await created(ring);
  const before = ring.state(key);
  for (let i = 0; i < 10; i += 1) await ring.unlock(key, `wrong-${i}`);
  expect([before, ring.state(key), ring.state('f'.repeat(32)), ring.state('../root')]).toEqual([
    'usable',
    'locked',
    'missing',
    'missing',
  ]);
});

test('the root key goes to a stick under a passphrase, opens on any machine, and can leave this one', async () => {
  const folder = temporaryFolder();
  const ring = ringIn(folder);
  const root = ring.root();
  const stick = await ring.exportRoot('云溪根密钥-2847');
  if (!stick.ok) throw new Error(stick.error.code);
  const elsewhere = ringIn(temporaryFolder());
  const opened = await elsewhere.openRoot(stick.data, '云溪根密钥-2847');
  expect(opened.ok ? opened.data.key : '').toBe(root.key);
  expect([
    code(await elsewhere.openRoot(stick.data, '云溪根密钥-2848')),
    code(await elsewhere.openRoot('{"v":1}', '云溪根密钥-2847')),
    code(await ring.exportRoot('2847-人防')),
  ]).toEqual(['root-passphrase', 'root-file', 'pin-weak']);
  expect([ring.localRoot()?.key, elsewhere.localRoot()]).toEqual([root.key, undefined]);
  expect(code(ring.removeRoot())).toBe('ok');
  expect([ring.localRoot(), ringIn(folder).localRoot(), code(await ring.exportRoot('云溪根密钥-2847'))]).toEqual([
    undefined,
    undefined,
    'root-away',
  ]);
  expect(readdirSync(join(folder, 'keys'))).not.toContain('root.key');
});
