import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { JournalStore } from '../../db/store.ts';
import { blobCipher } from '../../host/blob-cipher.ts';
import { systemClock } from '../../host/clock.ts';
import { crypto } from '../../host/crypto.ts';
import { openKeyRing } from '../../host/keyring.ts';
import { verifyParts } from '../../review/chain/verify.ts';
import { shortOrLong } from '../short-or-long.ts';
import { opened } from '../unit/db/journal-fixture.ts';
import { killedRun } from './killed-process.ts';

const ROUNDS = shortOrLong(10, 150);
const below = (most: number): number => Math.floor(Math.random() * most);

/** Opens what the kill left, as the next start would. */
function reopened(folder: string): JournalStore {
  const base = join(folder, 'store');
  const keys = openKeyRing({ folder: join(base, 'keys'), deviceFolder: join(base, 'device'), mayCreate: true });
  if (!keys.ok) throw new Error(keys.error.code);
  const store = openStore({
    folder: base,
    anchorFolder: join(folder, 'anchor'),
    ws: `ws-${keys.data.workstation().key.slice(0, 12)}`,
    crypto,
    signer: keys.data.workstation(),
    cipher: blobCipher,
    clock: systemClock(),
    backupFolders: [],
  });
  if (!store.ok) throw new Error(store.error.code);
  return store.data;
}

test(
  `${ROUNDS} kills at random moments lose no acknowledged event and leave a journal that opens clean`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xianshen-kill-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    let known: readonly string[] = [];
    let acknowledged = 0;
    let waitedFor = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      // Every fifth while the desk is still opening; else among signatures, so many acts on.
      const acts = round % 5 === 4 ? 0 : below(5);
      waitedFor += acts;
      const among = { heard: { word: acts === 0 ? 'ready' : 'ack ', times: Math.max(1, acts) }, thenMs: below(40) };
      const run = await killedRun('signing-loop.ts', folder, round % 5 === 4 ? { thenMs: below(700) } : among);
      // Anything but our own kill is a failure of the desk itself.
      expect([run.signal, run.errors]).toEqual(['SIGKILL', '']);
      const numbers = run.lines.flatMap((line) => (line.startsWith('ack ') ? [Number(line.slice(4))] : []));
      acknowledged += numbers.length;
      const store = reopened(folder);
      const events = store.events();
      const ids = events.map((event) => event.id);
      expect({ round, readOnly: store.readOnly, broken: store.check() }).toEqual({
        round,
        readOnly: undefined,
        broken: undefined,
      });
      expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1));
      expect(ids.slice(0, known.length)).toEqual(known);
      expect(numbers.every((seq) => seq <= events.length && seq > known.length)).toBe(true);
      known = ids;
      const report = verifyParts({ roster: store.roster(), events }, crypto);
      expect(report.problems).toEqual([]);
      expect(JSON.parse(readFileSync(join(folder, 'anchor', `${store.head().ws}.anchor.json`), 'utf8')).id).toBe(store.head().id);
      store.close();
    }
    console.info(`kills: ${ROUNDS}, acknowledged acts: ${acknowledged}, events: ${known.length}, lost: 0`);
    expect(acknowledged).toBeGreaterThanOrEqual(waitedFor);
  },
  ROUNDS * 20_000,
);

test(
  `${ROUNDS} kills of the bare journal among commits, anchors and backups lose nothing and tear nothing`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xianshen-kill-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    let known: readonly string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const run = await killedRun('append-loop.ts', folder, { heard: { word: 'ack ', times: 1 + below(60) }, thenMs: below(5) });
      expect([run.signal, run.errors]).toEqual(['SIGKILL', '']);
      const store = opened(folder, { backupFolders: [] });
      const ids = store.events().map((event) => event.id);
      const acknowledged = run.lines.map((line) => line.split(' '));
      expect([store.readOnly, store.check()]).toEqual([undefined, undefined]);
      expect(ids.slice(0, known.length)).toEqual(known);
      expect(acknowledged.map(([, seq]) => ids[Number(seq) - 1])).toEqual(acknowledged.map(([, , id]) => id));
      known = ids;
      store.close();
    }
    console.info(`kills: ${ROUNDS}, events: ${known.length}, lost: 0`);
    expect(known.length).toBeGreaterThan(ROUNDS * 2);
  },
  ROUNDS * 10_000,
);
