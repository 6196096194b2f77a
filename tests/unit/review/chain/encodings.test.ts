import { describe, expect, test } from 'vitest';
import { crypto, randomBytes, sha256 } from '../../../../host/crypto.ts';
import { fromBase64, toBase64 } from '../../../../review/chain/base64.ts';
import { commitment } from '../../../../review/chain/commitment.ts';
import { fromHex, toHex } from '../../../../review/chain/hex.ts';
import { merkleTree } from '../../../../review/chain/merkle.ts';
import { idOf, PAYLOAD_TYPES, pae } from '../../../../review/chain/pae.ts';
import { printedCode, readPrintedCode } from '../../../../review/chain/printed-code.ts';
import { checkPublicKey, keyIdOf } from '../../../../review/chain/public-key.ts';
import { readRanges, writeRanges } from '../../../../review/chain/ranges.ts';
import { encodeUtf8 } from '../../../../review/chain/utf8.ts';
import { randomOf } from '../support/random-of.ts';

describe('hex and base64', () => {
  test('agree with the platform on all lengths up to 200 bytes and over the slice border', () => {
    for (const length of [...Array(201).keys(), 24_575, 24_576, 24_577]) {
      const bytes = randomBytes(length);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      expect(fromHex(toHex(bytes))).toEqual(bytes);
    }
  });
  test('refuse every other spelling of the same bytes', () => {
    expect(['QQ', 'QQ=', 'QQ==\n', 'QR==', 'Q===', 'QQ=Q', 'Q-==', '人==', 'QUE'].map(fromBase64)).toEqual(
      Array(9).fill(undefined),
    );
    expect(['a', 'AB', 'zz', '0x', ' 1'].map(fromHex)).toEqual(Array(5).fill(undefined));
  });
});

describe('PAE, ids and commitments', () => {
  test('PAE is the one of DSSE v1 with lengths in bytes', () => {
    const text = (type: string, body: string) => new TextDecoder().decode(pae(type, encodeUtf8(body)));
    expect(text('http://example.com/HelloWorld', 'hello world')).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
    expect(text('t', '防空')).toBe('DSSEv1 1 t 6 防空');
  });
  test('the id is the SHA-256 of the PAE, a commitment that of salt and bytes', () => {
    const body = encodeUtf8('{}');
    expect(idOf(crypto, PAYLOAD_TYPES.event, body)).toBe(
      toHex(sha256(encodeUtf8('DSSEv1 38 application/vnd.xianshen.event.v1+json 2 {}'))),
    );
    expect(commitment(crypto, encodeUtf8('0123456789abcdef'), encodeUtf8('理由'))).toBe(
      toHex(sha256(encodeUtf8('0123456789abcdef理由'))),
    );
  });
});

describe('finding numbers', () => {
  test('have one spelling, and come back', () => {
    const random = randomOf(7);
    for (let run = 0; run < 500; run++) {
      const numbers = [...new Set(Array.from({ length: random(40) }, () => random(60)))].sort((a, b) => a - b);
      expect(readRanges(writeRanges(numbers))).toEqual(numbers);
    }
    expect(writeRanges([7, 2, 1, 0, 9, 10])).toBe('0-2,7,9-10');
  });
  test('are refused in any other spelling', () => {
    const texts = ['1-1', '2-1', '1,2', '0-2,3', '3,1', '01', '1,', ',1', '1,1', '-1', '1-', 'a', '1 ', '1000000'];
    expect(texts.map(readRanges)).toEqual(texts.map(() => undefined));
  });
});

describe('Merkle tree', () => {
  const leafHash = (id: string) => sha256(Buffer.concat([Buffer.from([0]), Buffer.from(id, 'hex')]));
  /** RFC 6962 §2.1 as it is written there. */
  const treeHash = (ids: readonly string[]): Uint8Array => {
    if (ids.length === 0) return sha256(new Uint8Array());
    if (ids.length === 1) return leafHash(ids[0] ?? '');
    let split = 1;
    while (split * 2 < ids.length) split *= 2;
    return sha256(Buffer.concat([Buffer.from([1]), treeHash(ids.slice(0, split)), treeHash(ids.slice(split))]));
  };
  test('has the root of RFC 6962 at every size up to 70', () => {
    const ids = Array.from({ length: 70 }, (_, i) => toHex(sha256(encodeUtf8(`${i}`))));
    const tree = merkleTree(crypto);
    const roots = [tree.root()];
    for (const id of ids) {
      tree.add(id);
      roots.push(tree.root());
    }
    expect(roots).toEqual(roots.map((_, size) => toHex(treeHash(ids.slice(0, size)))));
  });
});

describe('printed code', () => {
  const code = printedCode(sha256(encodeUtf8('a checkpoint')));
  test('has 7 groups of 4 and holds the first 130 bits', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    const digits = [...code.replaceAll('-', '')].slice(0, 26).map((c) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(c));
    const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('');
    const expected = [...sha256(encodeUtf8('a checkpoint'))].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    expect(bits).toBe(expected.slice(0, 130));
  });
  test('is read as people type it', () => {
    expect(readPrintedCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
    expect(readPrintedCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
  });
  test('tells every single wrong character and every swap of neighbours', () => {
    const plain = code.replaceAll('-', '');
    const wrong: string[] = [];
    for (let i = 0; i < plain.length; i++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other !== plain[i]) wrong.push(plain.slice(0, i) + other + plain.slice(i + 1));
      }
      if (i < 27 && plain[i] !== plain[i + 1]) wrong.push(plain.slice(0, i) + plain[i + 1] + plain[i] + plain.slice(i + 2));
    }
    expect(wrong.filter((text) => readPrintedCode(text) !== undefined)).toEqual([]);
  });
});

test('keys of small order are never enrolled, whatever their sign bit', () => {
  const zero = new Uint8Array(32);
  const one = Uint8Array.from([1, ...new Uint8Array(31)]);
  const signed = Uint8Array.from([...one.slice(0, 31), 0x80]);
  for (const bad of [zero, one, signed, new Uint8Array(31)]) {
    expect(checkPublicKey(bad)).toMatchObject({ ok: false, error: { code: 'key-refused' } });
  }
  expect(keyIdOf(crypto, zero)).toBe(toHex(sha256(zero)).slice(0, 32));
});
