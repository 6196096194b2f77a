/** T12: packages that lie. Nothing but exactly what was signed is ever taken in. */
import { Buffer } from 'node:buffer';
import { type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { crypto } from '../../../host/crypto.ts';
import { parcels } from '../../../host/parcels.ts';
import { openContents } from '../../../review/chain/package-contents.ts';
import { mergePlan } from '../../../review/chain/package-merge.ts';
import { openPackage } from '../../../review/chain/package-read.ts';
import { ZERO_ID } from '../../../review/chain/pae.ts';
import { rememberedCrypto } from '../../../review/chain/remembered-crypto.ts';
import { fileBlob } from '../../../review/usecases/new-blob.ts';
import { shortOrLong } from '../../short-or-long.ts';
import { CASE } from '../review/support/case-builder.ts';
import { exchangeRoster, type Parts, SECRET, Station } from '../review/support/exchange-office.ts';
import { randomOf } from '../review/support/random-of.ts';

const ROUNDS = shortOrLong(2000, 100_000);
const ROSTER = exchangeRoster(2);
const sender = new Station(ROSTER, 0).open();
const TEXT = Buffer.from('初稿', 'utf8');
const GOOD: Parts = sender.pack([fileBlob({ crypto }, CASE, TEXT)]);
const ARCHIVE = parcels.pack(GOOD);
const remembered = rememberedCrypto(crypto);

/** What a workstation that has nothing yet would take from an archive: a code, or what came. */
async function taken(
  bytes: Uint8Array,
): Promise<string | { readonly ids: readonly string[]; readonly texts: readonly string[] }> {
  const parts = await parcels.unpack(bytes);
  return parts.ok ? judged(parts.data) : parts.error.code;
}

function judged(parts: Parts): string | { readonly ids: readonly string[]; readonly texts: readonly string[] } {
  const opened = openPackage(remembered, parts, ROSTER);
  if (!opened.ok) return opened.error.code;
  const head = { ws: 'ws-000000000009', inc: 1, seq: 0, id: ZERO_ID };
  const plan = mergePlan({ crypto: remembered, head, events: [], forks: [] }, opened.data);
  if (!plan.ok) return plan.error.code;
  const { manifest, contents: bytes } = opened.data;
  const { salt, contents: count } = manifest;
  const blobs = openContents(crypto, parcels, { secret: SECRET, salt, bytes, count });
  if (!blobs.ok) return blobs.error.code;
  const texts = blobs.data.map((blob) => Buffer.from(blob.bytes).toString('utf8'));
  return { ids: plan.data.news.map(({ event }) => event.id), texts };
}

const whole = { ids: sender.events.map(({ id }) => id), texts: ['初稿'] };

test('the package as it was made is taken whole', async () => {
  expect(await taken(ARCHIVE)).toEqual(whole);
});

/** One to three places bent: a byte, a stretch cut out, doubled, or filled with zeros. */
function bent(bytes: Uint8Array, chance: (limit: number) => number): Uint8Array {
  let out = Buffer.from(bytes);
  for (let times = 1 + chance(3); times > 0; times--) {
    const at = chance(out.length || 1);
    const to = Math.min(out.length, at + 1 + chance(60));
    const how = chance(5);
    if (how < 2) out[at] = (out[at] ?? 0) ^ (1 + chance(255));
    else if (how === 2) out = Buffer.concat([out.subarray(0, at), out.subarray(to)]);
    else if (how === 3) out = Buffer.concat([out.subarray(0, to), out.subarray(at)]);
    else out.fill(0, at, to);
  }
  return Uint8Array.from(out);
}

test(`${ROUNDS} bent archives: each is refused, or holds exactly what was signed`, { timeout: 0 }, async () => {
  const chance = randomOf(12);
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const found = await taken(bent(ARCHIVE, chance));
    if (typeof found === 'string') {
      expect({ round, code: found }).toEqual({ round, code: expect.stringMatching(/^package-/) });
      refused++;
    } else expect({ round, ...found }).toEqual({ round, ...whole });
  }
  // Bytes of a zip that say nothing (times, versions) may change without a change of what is inside; little else.
  expect(refused).toBeGreaterThan(ROUNDS * 0.8);
});

test(`${ROUNDS} archives, whole as such, with a bent part: every one is refused`, { timeout: 0 }, () => {
  const chance = randomOf(13);
  const names = [...GOOD.keys()];
  for (let round = 0; round < ROUNDS; round++) {
    const name = names[chance(names.length)] ?? '';
    const bytes = GOOD.get(name) ?? new Uint8Array();
    const changed = bent(bytes, chance);
    if (Buffer.compare(changed, bytes) === 0) continue;
    expect({ round, name, code: judged(new Map(GOOD).set(name, changed)) }).toEqual({
      round,
      name,
      code: expect.stringMatching(/^package-/),
    });
  }
});

const zip = (more: Zippable, left: readonly string[] = []): Uint8Array =>
  zipSync({ ...Object.fromEntries([...GOOD].filter(([name]) => !left.includes(name))), ...more });
const events = GOOD.get('events.jsonl') ?? new Uint8Array();

/** The archive with the same bytes overwritten wherever they stand: names, sizes and attributes are told twice in a zip. */
function overwritten(bytes: Uint8Array, signature: number, offset: number, value: readonly number[], name: string): Uint8Array {
  const out = Buffer.from(bytes);
  const nameAt = signature === 0x02014b50 ? 46 : 30;
  for (let at = 0; at < out.length - 4; at++) {
    if (out.readUInt32LE(at) !== signature || out.subarray(at + nameAt, at + nameAt + name.length).toString() !== name) continue;
    out.set(value, at + offset);
  }
  return Uint8Array.from(out);
}
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

test.each([
  ['no zip at all', Uint8Array.from(Buffer.from('这不是压缩包'))],
  ['nothing', new Uint8Array()],
  ['the first half', ARCHIVE.subarray(0, ARCHIVE.length >> 1)],
  ['something before it', Uint8Array.from(Buffer.concat([Buffer.alloc(100, 65), ARCHIVE]))],
  ['something behind it', Uint8Array.from(Buffer.concat([ARCHIVE, Buffer.alloc(100, 65)]))],
  ['a part more', zip({ 'more.txt': events })],
  ['a part less', zip({}, ['checkpoint.json'])],
  ['a part in a folder', zip({ 'inner/events.jsonl': events }, ['events.jsonl'])],
  ['a part that climbs out', zip({ '../events.jsonl': events }, ['events.jsonl'])],
  ['a part at the root', zip({ '/events.jsonl': events }, ['events.jsonl'])],
  ['a part with the separator of Windows', zip({ '..\\events.jsonl': events }, ['events.jsonl'])],
  ['a symbolic link', zip({ 'events.jsonl': [events, { os: 3, attrs: (0o120777 << 16) >>> 0 }] })],
  ['a device', zip({ 'events.jsonl': [events, { os: 3, attrs: (0o020666 << 16) >>> 0 }] })],
  ['a comment', zip({ 'events.jsonl': [events, { comment: 'x' }] })],
  ['an extra field', zip({ 'events.jsonl': [events, { extra: { 1: new Uint8Array(4) } }] })],
  [
    'two parts of one name',
    overwritten(zip({ 'event2.jsonl': events }), CENTRAL, 46, [...Buffer.from('events.jsonl')], 'event2.jsonl'),
  ],
  ['a declared size of one byte less', overwritten(ARCHIVE, CENTRAL, 24, size(events.length - 1), 'events.jsonl')],
  ['a declared size of one byte more', overwritten(ARCHIVE, CENTRAL, 24, size(events.length + 1), 'events.jsonl')],
  ['a declared size of nothing', overwritten(ARCHIVE, CENTRAL, 24, size(0), 'events.jsonl')],
  ['a password', overwritten(overwritten(ARCHIVE, CENTRAL, 8, [1], 'events.jsonl'), LOCAL, 6, [1], 'events.jsonl')],
  ['a count of 65,535 entries', counted(ARCHIVE)],
])('an archive with %s is refused', async (_, bytes) => {
  expect(await taken(bytes)).toEqual(expect.stringMatching(/^package-/));
});

function size(bytes: number): readonly number[] {
  return [bytes & 255, (bytes >> 8) & 255, (bytes >> 16) & 255, (bytes >>> 24) & 255];
}
function counted(bytes: Uint8Array): Uint8Array {
  const out = Buffer.from(bytes);
  out.fill(0xff, out.length - 14, out.length - 10);
  return Uint8Array.from(out);
}

test('a bomb is refused by what it declares, before anything is unpacked', async () => {
  const small = zipSync({ 'events.jsonl': new Uint8Array(1 << 20) });
  const bomb = overwritten(small, CENTRAL, 24, size(600 * 1024 * 1024), 'events.jsonl');
  expect(await taken(bomb)).toBe('package-too-large');
});

test('a bomb that declares little is refused when it says more than that', async () => {
  const small = zipSync({ 'events.jsonl': new Uint8Array(64 << 20) });
  expect(await taken(overwritten(small, CENTRAL, 24, size(1000), 'events.jsonl'))).toBe('package-format');
});
