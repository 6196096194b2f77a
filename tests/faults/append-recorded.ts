/**
 * Run under recording-io.c: a journal from its first start on, with contents of all sizes, a roster, backups, folded logs, a shredding
 * and a second start. Says `event SEQ ID [COMMITMENT]`, `shredded SEQ ID COMMITMENT` and `roster N` after each answer. With `off` the journal
 * is written with synchronous=OFF: what must then get lost proves that the images can lose something.
 */
import { writeSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { openStore } from '../../db/open.ts';
import type { JournalStore } from '../../db/store.ts';
import type { NewBlob } from '../../review/ports.ts';
import { eventAfter, optionsIn, rosterEntry, textBlob } from '../unit/db/journal-events.ts';

const [folder = '', events = '', mode = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

if (mode === 'off') {
  const pragma = Sqlite.prototype.pragma;
  Sqlite.prototype.pragma = function (source, options) {
    if (source === 'synchronous') return 2;
    return pragma.call(this, source === 'synchronous = FULL' ? 'synchronous = OFF' : source, options);
  };
}

function open(): JournalStore {
  const opened = openStore(optionsIn(folder));
  if (!opened.ok || opened.data.readOnly !== undefined) throw new Error(opened.ok ? opened.data.readOnly : opened.error.code);
  return opened.data;
}

function append(store: JournalStore, type: string, blobs: readonly NewBlob[]): void {
  const event = eventAfter(store.head(), type);
  const done = store.append([event], blobs);
  if (!done.ok) throw new Error(done.error.code);
  say(`event ${event.seq} ${event.id} ${blobs[0]?.commitment ?? ''}`);
}

function shred(store: JournalStore, blob: NewBlob): void {
  const event = eventAfter(store.head(), 'blob.shred');
  const done = store.shred([event], [{ caseId: 'c-1', commitments: [blob.commitment] }], []);
  if (!done.ok) throw new Error(done.error.code);
  say(`shredded ${event.seq} ${event.id} ${blob.commitment}`);
}

/** Acts number `from` to `to`; the second one's content is destroyed again. */
function work(store: JournalStore, from: number, to: number): void {
  const content = (act: number) => textBlob('c-1', `第${act}件`.repeat((act * 37) % 900));
  for (let act = from; act <= to; act += 1) {
    append(store, act === 1 ? 'case.create' : 'finding.decide', act % 2 === 0 ? [content(act)] : []);
    if (act % 11 === 3) {
      const done = store.appendRoster([rosterEntry(`第${act}人`)]);
      if (!done.ok) throw new Error(done.error.code);
      say(`roster ${store.roster().length}`);
    }
    if (act % 15 === 9) store.tidy();
    if (act === from + 12) shred(store, content(from + 1));
  }
}

const half = Math.floor(Number(events) / 4) * 2;
const first = open();
work(first, 1, half);
first.close();
const again = open();
work(again, half + 1, Number(events));
again.backup();
again.close();
