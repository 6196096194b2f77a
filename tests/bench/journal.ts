/** The journal: durable acts, start, whole chain, every signature, export, size; with the budgets of the sign-off design beside them. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../db/open.ts';
import type { JournalStore } from '../../db/store.ts';
import { background } from '../../host/background.ts';
import { writeLog } from '../../review/chain/log-text.ts';
import { pae } from '../../review/chain/pae.ts';
import type { StoredEvent } from '../../review/ports.ts';
import { eventAfter, optionsIn, signer } from '../unit/db/journal-events.ts';
import { figure, type Goal, megabytes, ms, peakMemory, timed } from './figures.ts';

/** As much as an honest event carries (flags, parents, actor, commitments). */
const DATA = {
  reason: 'ab'.repeat(32),
  finding: 'cd'.repeat(32),
  roster: 'ef'.repeat(32),
  policy: '01'.repeat(32),
  note: 'x'.repeat(120),
};
function opened(folder: string): JournalStore {
  const store = openStore(optionsIn(folder, { backupFolders: [] }));
  if (!store.ok) throw new Error(store.error.code);
  return store.data;
}
function appendMany(store: JournalStore, count: number): void {
  for (let left = count; left > 0; left -= 1000) {
    const events: StoredEvent[] = [];
    let head = store.head();
    for (let i = 0; i < Math.min(1000, left); i += 1) {
      const event = eventAfter(head, 'finding.decide', `c-${(head.seq / 50) | 0}`, DATA);
      events.push(event);
      head = { ...head, seq: event.seq, id: event.id };
    }
    const done = store.append(events, []);
    if (!done.ok) throw new Error(done.error.code);
  }
}

/** Times of single durable acts, each with its anchor, ascending, milliseconds. */
function singleActs(store: JournalStore, count: number): readonly number[] {
  const times = Array.from({ length: count }, () => {
    const event = eventAfter(store.head(), 'sign', 'c-1', DATA);
    return timed(() => void store.append([event], []));
  });
  return times.toSorted((a, b) => a - b);
}

/** Milliseconds to check every signature as the program does before a release: on the thread pool, remembered afterwards. */
async function signatureTime(events: readonly StoredEvent[]): Promise<number> {
  const started = performance.now();
  for (let at = 0; at < events.length; at += 128) {
    const answers = events
      .slice(at, at + 128)
      .map(({ payloadType, body, signature }) => background.verify(signer.publicKey, pae(payloadType, body), signature));
    if ((await Promise.all(answers)).includes(false)) throw new Error('a signature is wrong');
  }
  return performance.now() - started;
}

/** Prints the budgets of the sign-off design for a journal of 100,000 events; `short`: 300. */
export async function benchJournal(short = false): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-bench-'));
  const target = short ? 300 : 100_000;
  const budget = (milliseconds: number, limit: number): Goal => ({
    text: `at most ${limit >= 1000 ? `${limit / 1000} s` : `${limit} ms`}`,
    met: milliseconds <= limit,
  });
  const row = (name: string, milliseconds: number, limit?: number) =>
    figure(name, ms(milliseconds), limit === undefined ? undefined : budget(milliseconds, limit), short);
  try {
    const store = opened(folder);
    const acts = singleActs(store, short ? 20 : 500);
    row('one durable act with its anchor, median', acts[acts.length >> 1] ?? 0);
    row('one durable act with its anchor, 95 of 100', acts[Math.floor(acts.length * 0.95)] ?? 0, 100);
    appendMany(store, target - acts.length);
    figure('events', String(store.head().seq));
    store.close();
    let again = store;
    row(
      'start with its check',
      timed(() => {
        again = opened(folder);
      }),
      1000,
    );
    if (again.readOnly !== undefined) throw new Error(again.readOnly);
    row(
      'whole chain, hashes and links',
      timed(() => void again.check()),
      6000,
    );
    let events: readonly StoredEvent[] = [];
    row(
      'reading every event',
      timed(() => {
        events = again.events();
      }),
    );
    const before = process.cpuUsage();
    row('every signature', await signatureTime(events), 30_000);
    const { user, system } = process.cpuUsage(before);
    row('  of all threads at work, together', (user + system) / 1000);
    row(
      'writing the log for the inspector',
      timed(() => void writeLog({ roster: [], events })),
    );
    row(
      'reading one case of 50 events',
      timed(() => void again.events(`c-${(target / 100) | 0}`)),
    );
    again.close();
    const perEvent = statSync(join(folder, 'store', 'journal.db')).size / target;
    figure('size of an event in the file', `${Math.round(perEvent)} B`, { text: 'at most 1200 B', met: perEvent <= 1200 }, short);
    figure('peak memory', megabytes(peakMemory()));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
