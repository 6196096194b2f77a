/** Measures the journal: acts per second, start, whole-chain check, size. Run: node tests/bench/journal.ts [EVENTS] */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../db/open.ts';
import type { JournalStore } from '../../db/store.ts';
import type { StoredEvent } from '../../review/ports.ts';
import { eventAfter, optionsIn } from '../unit/db/journal-events.ts';

/** As much as an honest event carries (flags, parents, actor, commitments). */
const DATA = {
  reason: 'ab'.repeat(32),
  finding: 'cd'.repeat(32),
  roster: 'ef'.repeat(32),
  policy: '01'.repeat(32),
  note: 'x'.repeat(120),
};
const folder = mkdtempSync(join(tmpdir(), 'xianshen-bench-'));

function opened(): JournalStore {
  const store = openStore(optionsIn(folder, { backupFolders: [] }));
  if (!store.ok) throw new Error(store.error.code);
  return store.data;
}
function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const started = performance.now();
  const value = work();
  return { ms: performance.now() - started, value };
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

try {
  const target = Number(process.argv[2] ?? 10_000);
  const store = opened();
  const acts: number[] = [];
  for (let i = 0; i < 500; i += 1) {
    const event = eventAfter(store.head(), 'sign', 'c-1', DATA);
    acts.push(timed(() => store.append([event], [])).ms);
  }
  acts.sort((a, b) => a - b);
  console.log(`one act, durable, with anchor: median ${acts[250]?.toFixed(1)} ms, p95 ${acts[475]?.toFixed(1)} ms`);
  appendMany(store, target - 500);
  console.log(`events: ${store.head().seq}`);
  store.close();
  const start = timed(opened);
  console.log(`open with start check: ${start.ms.toFixed(0)} ms; read-only: ${start.value.readOnly ?? 'no'}`);
  console.log(`whole chain, hashes and links: ${timed(() => start.value.check()).ms.toFixed(0)} ms`);
  console.log(`all events read: ${timed(() => start.value.events()).ms.toFixed(0)} ms`);
  console.log(`one case of 50 read: ${timed(() => start.value.events('c-20')).ms.toFixed(1)} ms`);
  start.value.close();
  const size = statSync(join(folder, 'store', 'journal.db')).size;
  console.log(`size: ${(size / 1e6).toFixed(1)} MB, ${Math.round(size / target)} bytes per event`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
