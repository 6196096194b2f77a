import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, MAX_BODY, parseCanonical } from '../../../../review/chain/canonical.ts';
import { encodeUtf8 } from '../../../../review/chain/utf8.ts';
import { shortOrLong } from '../../../short-or-long.ts';
import { randomOf } from '../support/random-of.ts';

const BODIES = shortOrLong(2000, 20_000);

const textOf = (value: unknown): string | undefined => {
  const bytes = canonicalBytes(value);
  return bytes.ok ? new TextDecoder().decode(bytes.data) : undefined;
};
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);

const REFUSED_TEXTS: Readonly<Record<string, string>> = {
  'a blank': '{"a": 1}',
  'a line feed at the end': '{"a":1}\n',
  'keys out of order': '{"b":1,"a":2}',
  'a key twice': '{"a":1,"a":1}',
  'a key twice with another value': '{"a":1,"a":2}',
  'a fraction': '{"a":1.5}',
  'a whole number written as a fraction': '{"a":1.0}',
  'an exponent': '{"a":1e3}',
  'minus zero': '{"a":-0}',
  null: '{"a":null}',
  'an unsafe number': '{"a":9007199254740992}',
  'a key with a capital first': '{"A":1}',
  'a key with a dash': '{"a-b":1}',
  'an empty key': '{"":1}',
  __proto__: '{"__proto__":1}',
  'a needless escape': '{"a":"\\u0041"}',
  'an escaped slash': '{"a":"\\/"}',
  'a lone surrogate': '{"a":"\\ud800"}',
  'a byte order mark': '\ufeff{"a":1}',
  'two values': '{"a":1}{"a":1}',
  nothing: '',
  'too deep': JSON.stringify(nested(9)),
};

describe('canonical form', () => {
  test.each(Object.entries(REFUSED_TEXTS))('refuses %s', (_name, text) => {
    expect(parseCanonical(encodeUtf8(text))).toMatchObject({ ok: false, error: { code: 'canonical-value' } });
  });

  test('refuses bytes that are not UTF-8, and bodies above 16 KiB', () => {
    expect(parseCanonical(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ ok: false, error: { code: 'canonical-value' } });
    expect(parseCanonical(encodeUtf8(`"${'x'.repeat(MAX_BODY)}"`))).toMatchObject({
      ok: false,
      error: { code: 'canonical-size' },
    });
    expect(canonicalBytes('x'.repeat(MAX_BODY))).toMatchObject({ ok: false, error: { code: 'canonical-size' } });
  });

  test('refuses to write what it would refuse to read', () => {
    const values = [
      null,
      undefined,
      1.5,
      -0,
      Number.NaN,
      2 ** 53,
      '\ud800',
      { A: 1 },
      { a: undefined },
      new Date(0),
      1n,
      nested(9),
    ];
    expect(values.map(textOf)).toEqual(values.map(() => undefined));
  });

  test('writes sorted keys without blanks, and reads them back', () => {
    const value = { b: [1, -5, true], a: { z: '防空"\\\n\u0001', k_1: '😀' } };
    expect(textOf(value)).toBe('{"a":{"k_1":"😀","z":"防空\\"\\\\\\n\\u0001"},"b":[1,-5,true]}');
    expect(parseCanonical(encodeUtf8(textOf(value) ?? ''))).toEqual({ ok: true, data: value });
  });

  test(`equals Python json.dumps on ${BODIES} random bodies, byte for byte`, () => {
    const random = randomOf(20261121);
    const values = Array.from({ length: BODIES }, () => randomValue(random, 1));
    const program = [
      'import json,sys',
      'for v in json.load(sys.stdin): print(json.dumps(v,sort_keys=True,separators=(",",":"),ensure_ascii=False))',
    ].join('\n');
    // Everything beyond ASCII escaped, so that the pipe's encoding plays no part.
    const ascii = JSON.stringify(values).replace(
      /[\u007f-\uffff]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const python = spawnSync('python3', ['-c', program], {
      input: ascii,
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    expect(python.stderr).toBe('');
    expect(values.map(textOf)).toEqual(python.stdout.split('\n').slice(0, -1));
  });
});

type Random = ReturnType<typeof randomOf>;
const LETTERS = [
  'a',
  'Z',
  '9',
  ' ',
  '"',
  '\\',
  '/',
  '\b',
  '\f',
  '\t',
  '\n',
  '\r',
  '\0',
  '\u001f',
  '\u007f',
  '\u2028',
  '人',
  '防',
  '😀',
  'é',
  '\ufeff',
];

function randomValue(random: Random, depth: number): unknown {
  const kind = random(depth > 6 ? 3 : 5);
  if (kind === 0) return Array.from({ length: random(12) }, () => LETTERS[random(LETTERS.length)]).join('');
  if (kind === 1) return (random(2) === 0 ? -1 : 1) * random([2, 1000, 2 ** 31, Number.MAX_SAFE_INTEGER][random(4)] ?? 2) || 0;
  if (kind === 2) return random(2) === 0;
  if (kind === 3) return Array.from({ length: random(5) }, () => randomValue(random, depth + 1));
  const key = () => `${'abcxyz'[random(6)]}${['', 'B', '_1', 'key', '9'][random(5)]}`;
  return Object.fromEntries(Array.from({ length: random(6) }, () => [key(), randomValue(random, depth + 1)]));
}
