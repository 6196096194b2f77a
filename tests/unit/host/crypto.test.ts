import { expect, test } from 'vitest';
import { blobCipher } from '../../../host/blob-cipher.ts';
import { crypto, hkdf, keyIdOf, randomBytes, scrypt, seal, sha256Hex, signerFromSeed, unseal } from '../../../host/crypto.ts';
import { failedAlgorithms } from '../../../host/crypto-self-test.ts';
import { bytesOf, hexOf } from './temporary.ts';

const signer = signerFromSeed(randomBytes(32));
const message = new Uint8Array(Buffer.from('签名内容'));
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

test('all algorithms give their known answers', async () => {
  expect(await failedAlgorithms()).toEqual([]);
});

test('ed25519 signs as RFC 8032 test 3 says', () => {
  const known = signerFromSeed(bytesOf('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7'));
  expect([hexOf(known.publicKey), hexOf(known.sign(bytesOf('af82')))]).toEqual([
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ]);
});

test('scrypt and hkdf give the answers of their standards', async () => {
  const text = (value: string) => new Uint8Array(Buffer.from(value));
  const stretched = await scrypt(text('password'), text('NaCl'), { N: 1024, r: 8, p: 16 }, 64);
  expect(hexOf(stretched)).toBe(
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
  );
  const mixed = hkdf(bytesOf('0b'.repeat(22)), new Uint8Array(0), '', 42);
  expect(hexOf(mixed)).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8');
});

test('a signature holds for its key and message only', () => {
  const signature = signer.sign(message);
  const other = signerFromSeed(randomBytes(32));
  expect([
    crypto.verify(signer.publicKey, message, signature),
    crypto.verify(other.publicKey, message, signature),
    crypto.verify(signer.publicKey, message.subarray(1), signature),
  ]).toEqual([true, false, false]);
});

test('every flipped bit of a signature is noticed', () => {
  const signature = signer.sign(message);
  for (let bit = 0; bit < 512; bit += 1) {
    const changed = Uint8Array.from(signature, (byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(crypto.verify(signer.publicKey, message, changed)).toBe(false);
  }
});

test('the second spelling of a signature (S plus the group order) is refused', () => {
  const signature = signer.sign(message);
  const s = BigInt(`0x${hexOf(Uint8Array.from(signature.subarray(32)).reverse())}`);
  const second = bytesOf((s + L).toString(16).padStart(64, '0')).reverse();
  expect(crypto.verify(signer.publicKey, message, Uint8Array.from([...signature.subarray(0, 32), ...second]))).toBe(false);
});

test.each([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
])('a key of small order or second spelling never verifies anything: %s', (publicKey) => {
  // R = the key itself, S = 0 satisfies the plain equation for small orders.
  const forged = Uint8Array.from([...bytesOf(publicKey), ...new Uint8Array(32)]);
  for (let i = 0; i < 16; i += 1) expect(crypto.verify(bytesOf(publicKey), Uint8Array.of(i), forged)).toBe(false);
});

test.each([
  ['a short key', new Uint8Array(31), 64],
  ['a short signature', signer.publicKey, 63],
  ['bytes that are no point', new Uint8Array(32).fill(2), 64],
])('%s is a wrong signature, not an exception', (_, key, length) => {
  expect(crypto.verify(key, message, new Uint8Array(length))).toBe(false);
});

test('sealed data opens with its own key, nonce and binding only', () => {
  const [key, nonce, aad] = [randomBytes(32), randomBytes(12), message];
  const data = seal(key, nonce, message, aad);
  const flipped = Uint8Array.from(data, (byte, i) => (i === 0 ? byte ^ 1 : byte));
  expect(unseal(key, nonce, data, aad)).toEqual(message);
  expect([
    unseal(randomBytes(32), nonce, data, aad),
    unseal(key, randomBytes(12), data, aad),
    unseal(key, nonce, flipped, aad),
    unseal(key, nonce, data, message.subarray(1)),
    unseal(key, nonce, data.subarray(0, 15), aad),
  ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('the blob cipher never uses a key twice', () => {
  const sealed = Array.from({ length: 20 }, () => blobCipher.seal(message, message));
  expect(new Set(sealed.map(({ key }) => hexOf(key))).size).toBe(20);
  expect(sealed.every((one) => Buffer.from(blobCipher.open(one, message) ?? []).equals(message))).toBe(true);
});

test('a key id is the beginning of the digest of the public key', () => {
  expect(keyIdOf(signer.publicKey)).toBe(sha256Hex(signer.publicKey).slice(0, 32));
  expect(signer.key).toBe(keyIdOf(signer.publicKey));
});
