/**
 * Run as a process that is going to be killed: appends signed events as fast as the disk takes them, a blob with every fifth and a
 * backup after every twentieth. Prints `ack SEQ ID` after each answer.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../db/open.ts';
import { eventAfter, optionsIn, textBlob } from '../unit/db/journal-events.ts';

const opened = openStore(optionsIn(process.argv[2] ?? ''));
if (!opened.ok || opened.data.readOnly !== undefined) throw new Error(opened.ok ? opened.data.readOnly : opened.error.code);
const store = opened.data;
for (;;) {
  const event = eventAfter(store.head(), store.head().seq === 0 ? 'case.create' : 'sign');
  const done = store.append([event], event.seq % 5 === 0 ? [textBlob('c-1', `第${event.seq}号`.repeat(2000))] : []);
  if (!done.ok) throw new Error(done.error.code);
  writeSync(1, `ack ${done.data.seq} ${done.data.id}\n`);
  if (event.seq % 20 === 0) store.backup();
}
