import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type OpenStoreOptions, openStore } from '../../../db/open.ts';
import type { JournalStore } from '../../../db/store.ts';
import type { StoredEvent } from '../../../review/ports.ts';
import { eventAfter, optionsIn } from './journal-events.ts';

export * from './journal-events.ts';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens, and closes after the test. */
export function opened(folder: string, more: Partial<OpenStoreOptions> = {}): JournalStore {
  const store = openStore(optionsIn(folder, more));
  if (!store.ok) throw new Error(store.error.code);
  onTestFinished(() => {
    store.data.close();
  });
  return store.data;
}

/** Appends so many events, one commit each, and returns them. */
export function appendSome(store: JournalStore, count: number, caseId = 'c-1'): readonly StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let i = 0; i < count; i += 1) {
    const event = eventAfter(store.head(), i === 0 ? 'case.create' : 'finding.decide', caseId);
    const done = store.append([event], []);
    if (!done.ok) throw new Error(done.error.code);
    events.push(event);
  }
  return events;
}
