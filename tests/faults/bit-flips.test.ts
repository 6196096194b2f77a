/** T11: one bit of the journal turned over somewhere. What was recorded is told to be damaged or is there unchanged; never another. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { type JournalStore, StoreUnavailable } from '../../db/store.ts';
import { crypto } from '../../host/crypto.ts';
import { pae } from '../../review/chain/pae.ts';
import type { Envelope } from '../../review/ports.ts';
import { shortOrLong } from '../short-or-long.ts';
import { eventAfter, optionsIn, rosterEntry, signer, textBlob } from '../unit/db/journal-fixture.ts';
import { randomOf } from '../unit/review/support/random-of.ts';

const FLIPS = shortOrLong(24, 1500);
const BLOBS = Array.from({ length: 20 }, (_, i) => textBlob('c-1', `第${i}件`.repeat(40 + 30 * i)));
const place = mkdtempSync(join(tmpdir(), 'xianshen-flips-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const openIn = (folder: string) => openStore(optionsIn(folder, { backupFolders: [] }));

/** Forty events, twenty contents, a roster; closed in order, or with everything still in the log beside the file. */
function made(folder: string, closed: boolean): { readonly events: string; readonly roster: string } {
  const opened = openIn(join(place, closed ? 'closed' : 'open'));
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.data;
  for (const [i, blob] of BLOBS.entries()) {
    for (const blobs of [[blob], []]) {
      const event = eventAfter(store.head(), store.head().seq === 0 ? 'case.create' : 'finding.decide');
      if (!store.append([event], blobs).ok) throw new Error('event refused');
    }
    if (i % 5 === 0) store.appendRoster([rosterEntry(`第${i}人`)]);
  }
  const texts = { events: textOf(store.events()), roster: textOf(store.roster()) };
  if (closed) store.close();
  cpSync(join(place, closed ? 'closed' : 'open'), folder, { recursive: true });
  if (!closed) store.close();
  return texts;
}

const textOf = (envelopes: readonly Envelope[]): string =>
  envelopes.map(({ body, signature, key }) => Buffer.concat([body, signature, Buffer.from(key)]).toString('hex')).join('\n');

const isSigned = ({ payloadType, body, key, signature }: Envelope): boolean =>
  key === signer.key && crypto.verify(signer.publicKey, pae(payloadType, body), signature);

/** `told`: the damage was said; `same`: it touched nothing that was recorded. Anything else is a sentence. */
function outcome(store: JournalStore, before: ReturnType<typeof made>): string {
  if (store.readOnly !== undefined) return 'told';
  try {
    if (store.check() !== undefined) return 'told';
    // The file knows digests; signatures are checked by whoever believes an event.
    if (![...store.events(), ...store.roster()].every(isSigned)) return 'told';
    const read = BLOBS.map(({ commitment }) => store.blob('c-1', commitment));
    if (textOf(store.events()) !== before.events || textOf(store.roster()) !== before.roster) return 'another event';
    if (read.some((blob, i) => blob.ok && Buffer.compare(blob.data.bytes, BLOBS[i]?.bytes ?? Buffer.alloc(0)) !== 0))
      return 'another content';
    return read.every((blob) => blob.ok) ? 'same' : 'told';
  } catch (error) {
    if (error instanceof StoreUnavailable) return 'told';
    throw error;
  }
}

test.each([
  ['the file of a journal that was closed', true, 'journal.db'],
  ['the log beside a journal that was killed', false, 'journal.db-wal'],
] as const)(
  `${FLIPS} bits turned over in %s: told, or without effect on anything recorded`,
  (_, closed, file) => {
    const original = join(place, `original-${closed}`);
    const before = made(original, closed);
    const bytes = readFileSync(join(original, 'store', file));
    const random = randomOf(11);
    const seen: Record<string, number> = {};
    const copy = join(place, 'copy');
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const at = random(bytes.length);
      rmSync(copy, { recursive: true, force: true });
      cpSync(original, copy, { recursive: true });
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ (1 << random(8));
      writeFileSync(join(copy, 'store', file), bent);
      const opened = openIn(copy);
      const what = opened.ok ? outcome(opened.data, before) : 'told';
      if (opened.ok) opened.data.close();
      expect([at, ['told', 'same'].includes(what) ? 'well' : what]).toEqual([at, 'well']);
      seen[what] = (seen[what] ?? 0) + 1;
    }
    console.info(`bit flips in ${file}: ${FLIPS}, told ${seen.told ?? 0}, without effect ${seen.same ?? 0}`);
    expect(seen.told ?? 0).toBeGreaterThan(FLIPS / 10);
  },
  FLIPS * 2_000,
);
