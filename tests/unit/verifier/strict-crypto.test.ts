import { describe, expect, test } from 'vitest';
import { crypto, sha256, signerFromSeed } from '../../../host/crypto.ts';
import { browserVerify, selfTest, strictCrypto } from '../../../verifier/strict-crypto.ts';
import { randomOf } from '../review/support/random-of.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const numberOf = (le: Uint8Array): bigint => BigInt(`0x${Buffer.from(le).reverse().toString('hex')}`);
const bytesOf = (value: bigint): Uint8Array => new Uint8Array(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse());

const signer = signerFromSeed(sha256(bytes('verifier')));
const message = bytes('放行');
const signature = signer.sign(message);
const withS = (s: bigint): Uint8Array => Uint8Array.from([...signature.subarray(0, 32), ...bytesOf(s)]);

/** Keys of small order and second spellings of points; S + L; zeroes: what a lax library lets pass. */
const HOSTILE: readonly (readonly [string, Uint8Array, Uint8Array, Uint8Array])[] = [
  ['the neutral point as key and R, S zero', hex(`01${'00'.repeat(31)}`), message, hex(`01${'00'.repeat(63)}`)],
  ['y = 0 as key', new Uint8Array(32), message, new Uint8Array(64)],
  ['y = -1 as key', hex(`ec${'ff'.repeat(30)}7f`), message, signature],
  ['y = p as key', hex(`ed${'ff'.repeat(30)}7f`), message, signature],
  ['no point at all', hex(`02${'00'.repeat(31)}`), message, signature],
  ['S + L', signer.publicKey, message, withS(numberOf(signature.subarray(32)) + ORDER)],
  ['S = L', signer.publicKey, message, withS(ORDER)],
  ['S = 0', signer.publicKey, message, withS(0n)],
  ['a key of 31 bytes', signer.publicKey.subarray(1), message, signature],
  ['a signature of 63 bytes', signer.publicKey, message, signature.subarray(1)],
  ['another message', signer.publicKey, bytes('退回'), signature],
];

describe('the page’s own algorithms are as strict as the program’s', () => {
  test('hostile keys and signatures are refused by all three', async () => {
    const later = await browserVerify();
    for (const [name, key, text, mark] of HOSTILE) {
      const answers = [crypto.verify(key, text, mark), strictCrypto.verify(key, text, mark), await later?.(key, text, mark)];
      expect({ name, answers }).toEqual({ name, answers: [false, false, false] });
    }
  });

  test('honest signatures pass, and any changed bit fails, in all three', async () => {
    const later = await browserVerify();
    const random = randomOf(7);
    for (let run = 0; run < 60; run++) {
      const one = signerFromSeed(sha256(bytes(`seed ${run}`)));
      const text = bytes(`message ${run}`.repeat(1 + random(9)));
      const mark = one.sign(text);
      expect([strictCrypto.verify(one.publicKey, text, mark), await later?.(one.publicKey, text, mark)]).toEqual([true, true]);
      const bent = mark.slice();
      const at = random(64);
      bent[at] = (bent[at] ?? 0) ^ (1 << random(8));
      const answers = [crypto, strictCrypto].map((each) => each.verify(one.publicKey, text, bent));
      expect({ run, at, answers: [...answers, await later?.(one.publicKey, text, bent)] }).toEqual({
        run,
        at,
        answers: [false, false, false],
      });
    }
  });

  test('a key that signed a great deal is judged as strictly as before', () => {
    const judged = (mark: Uint8Array): boolean => strictCrypto.verify(signer.publicKey, message, mark);
    const answers = Array.from({ length: 60 }, () => judged(signature));
    const bent = signature.with(5, (signature[5] ?? 0) ^ 1);
    const bentS = signature.with(40, (signature[40] ?? 0) ^ 1);
    const secondSpelling = withS(numberOf(signature.subarray(32)) + ORDER);
    expect([answers.every((answer) => answer), ...[signature, bent, bentS, secondSpelling].map(judged)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('digests agree and the self-test passes', () => {
    const random = randomOf(11);
    for (let length = 0; length < 300; length += 7) {
      const data = Uint8Array.from({ length }, () => random(256));
      expect(strictCrypto.sha256(data)).toEqual(sha256(data));
    }
    expect(selfTest()).toBe(true);
  });
});
