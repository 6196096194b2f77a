/** Run under failing-io.c: appends up to thirty events and prints what it was told: `ack SEQ ID`, `fail CODE ID`, `open CODE`, `thrown CODE`. */
import { writeSync } from 'node:fs';
import { openStore } from '../../db/open.ts';
import { type JournalStore, StoreUnavailable } from '../../db/store.ts';
import { eventAfter, optionsIn, textBlob } from '../unit/db/journal-events.ts';

const say = (line: string) => writeSync(1, `${line}\n`);

function work(store: JournalStore): void {
  for (let i = 0; i < 30; i += 1) {
    // A denied event and the one tried after it must differ, or nobody could tell which of them is in the journal.
    const event = eventAfter(store.head(), store.head().seq === 0 ? 'case.create' : 'sign', 'c-1', { attempt: String(i) });
    const done = store.append([event], [textBlob('c-1', `第${event.seq}号`.repeat(1000))]);
    say(done.ok ? `ack ${done.data.seq} ${done.data.id}` : `fail ${done.error.code} ${event.id}`);
    if (i % 10 === 9) store.tidy();
  }
}

const opened = openStore(optionsIn(process.argv[2] ?? '', { backupFolders: [] }));
if (!opened.ok) say(`open ${opened.error.code}`);
else {
  if (opened.data.readOnly !== undefined) say('open read-only');
  try {
    work(opened.data);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    say(`thrown ${error instanceof StoreUnavailable ? error.code : String(error.code).toLowerCase()}`);
  }
  say(`close ${opened.data.close().ok}`);
}
