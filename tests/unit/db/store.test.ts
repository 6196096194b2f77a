import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore, SECOND_WRITER } from '../../../db/open.ts';
import { ZERO_ID } from '../../../review/chain/pae.ts';
import {
  appendSome,
  eventAfter,
  fileBlob,
  opened,
  optionsIn,
  rosterEntry,
  temporaryFolder,
  textBlob,
  WS,
} from './journal-fixture.ts';

const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

test('an empty journal starts before event 1', () => {
  const store = opened(temporaryFolder());
  expect([store.head(), store.events(), store.roster(), store.caseIds(), store.readOnly]).toEqual([
    { ws: WS, inc: 1, seq: 0, id: ZERO_ID },
    [],
    [],
    [],
    undefined,
  ]);
});

test('events come back byte for byte, in order, after closing and opening', () => {
  const folder = temporaryFolder();
  const first = opened(folder);
  const events = [...appendSome(first, 3, 'c-1'), ...appendSome(first, 2, 'c-2')];
  first.close();
  const store = opened(folder);
  const plain = (list: readonly { body: Uint8Array; signature: Uint8Array }[]) =>
    list.map((event) => ({ ...event, body: Buffer.from(event.body), signature: Buffer.from(event.signature) }));
  expect(plain(store.events())).toEqual(plain(events));
  expect(plain(store.events('c-2'))).toEqual(plain(events.slice(3)));
  expect(store.caseIds()).toEqual(['c-1', 'c-2']);
  expect(store.head()).toEqual({ ws: WS, inc: 1, seq: 5, id: events[4]?.id });
  expect(store.check()).toBeUndefined();
});

test('an event that does not follow the head is told so and nothing is written', () => {
  const store = opened(temporaryFolder());
  const [first] = appendSome(store, 1);
  const stale = eventAfter({ ws: WS, inc: 1, seq: 0, id: ZERO_ID }, 'sign');
  const skipping = eventAfter({ ...store.head(), seq: 4 });
  expect([code(store.append([stale], [])), code(store.append([skipping], []))]).toEqual(['store-head-moved', 'store-head-moved']);
  expect(store.head().id).toBe(first?.id);
});

test('several events go in together or not at all', () => {
  const store = opened(temporaryFolder());
  const one = eventAfter(store.head());
  const two = eventAfter({ ...store.head(), seq: 1, id: one.id });
  const broken = eventAfter({ ...store.head(), seq: 1, id: ZERO_ID });
  expect(code(store.append([one, broken], [textBlob('c-1', '一')]))).toBe('store-refused');
  expect(store.events()).toEqual([]);
  expect(code(store.append([one, two], []))).toBe('ok');
  expect(store.head().seq).toBe(2);
});

test.each([
  ['another id', { id: 'f'.repeat(64) }],
  ['another sequence number', { seq: 2 }],
  ['another case', { caseId: 'c-9' }],
  ['another type', { type: 'release' }],
  ['another payload type', { payloadType: 'application/json' }],
  ['a short signature', { signature: new Uint8Array(63) }],
])('an event whose columns say %s than its body is refused', (_, change) => {
  const store = opened(temporaryFolder());
  expect(code(store.append([{ ...eventAfter(store.head()), ...change }], []))).toBe('store-refused');
  expect(store.head().seq).toBe(0);
});

test('an event of another workstation cannot be appended as ours', () => {
  const store = opened(temporaryFolder());
  expect(code(store.append([eventAfter({ ...store.head(), ws: 'ws-other' })], []))).toBe('store-refused');
});

test('blobs come back, are found by file digest, and lie in the file only encrypted', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  const text = textBlob('c-1', '某某工程示例正文');
  const file = fileBlob('c-1', 'bytes of a file');
  store.append([eventAfter(store.head(), 'doc.add')], [text, file, file]);
  const read = store.blob('c-1', text.commitment);
  expect(read).toEqual({ ok: true, data: { bytes: text.bytes, salt: text.salt } });
  expect([store.caseOfFile(file.commitment), store.caseOfFile(text.commitment)]).toEqual(['c-1', undefined]);
  expect([code(store.blob('c-2', text.commitment)), code(store.blob('c-1', ZERO_ID))]).toEqual(['blob-missing', 'blob-missing']);
  const db = new Sqlite(join(folder, 'store', 'journal.db'), { readonly: true });
  const rows = db.prepare<[], { data: Buffer; key: Buffer }>('SELECT data, key FROM blob').all();
  expect(rows.length).toBe(2);
  expect(rows.some((row) => row.data.includes(Buffer.from(text.bytes)) || row.data.includes(Buffer.from(file.bytes)))).toBe(
    false,
  );
  expect(new Set(rows.map((row) => row.key.toString('hex'))).size).toBe(2);
  db.close();
});

test.each(['data', 'nonce', 'salt', 'case_id'])('a blob whose %s was changed is not handed out', (column) => {
  const folder = temporaryFolder();
  const store = opened(folder);
  const blob = textBlob('c-1', '某某工程示例正文');
  store.append([eventAfter(store.head(), 'doc.add')], [blob]);
  const db = new Sqlite(join(folder, 'store', 'journal.db'));
  db.exec('DROP TRIGGER blob_no_update');
  const value = column === 'case_id' ? "'c-2'" : `randomblob(length(${column}))`;
  db.exec(`UPDATE blob SET ${column} = ${value}`);
  db.close();
  expect(code(store.blob(column === 'case_id' ? 'c-2' : 'c-1', blob.commitment))).toBe('blob-damaged');
});

test('a blob that is not what its commitment says is refused with its event', () => {
  const store = opened(temporaryFolder());
  const blob = { ...textBlob('c-1', '甲'), bytes: new Uint8Array([1]) };
  expect(code(store.append([eventAfter(store.head(), 'doc.add')], [blob]))).toBe('store-refused');
  expect(store.head().seq).toBe(0);
});

test('a blob may go once its shredding was recorded', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  const blob = textBlob('c-1', '须清除的内容');
  store.append([eventAfter(store.head(), 'doc.add')], [blob]);
  store.append([eventAfter(store.head(), 'blob.shred')], []);
  const db = new Sqlite(join(folder, 'store', 'journal.db'));
  expect(db.prepare('DELETE FROM blob').run().changes).toBe(1);
  db.close();
  expect([code(store.blob('c-1', blob.commitment)), store.check()]).toEqual(['blob-missing', undefined]);
});

test('the roster log is kept in order', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  const entries = ['赵某', '钱某', '孙某'].map(rosterEntry);
  expect(code(store.appendRoster(entries.slice(0, 2)))).toBe('ok');
  expect(code(store.appendRoster(entries.slice(2)))).toBe('ok');
  expect(code(store.appendRoster(entries.slice(2)))).toBe('store-refused');
  store.close();
  expect(
    opened(folder)
      .roster()
      .map((entry) => Buffer.from(entry.body).toString()),
  ).toEqual(entries.map((entry) => Buffer.from(entry.body).toString()));
});

test('a second opener may read but not write, until the first has gone', () => {
  const folder = temporaryFolder();
  const first = opened(folder);
  appendSome(first, 2);
  const second = opened(folder);
  expect([second.readOnly, second.head().seq]).toEqual([SECOND_WRITER, 2]);
  expect(code(second.append([eventAfter(second.head())], []))).toBe('store-read-only');
  expect(code(second.appendRoster([rosterEntry('李某')]))).toBe('store-read-only');
  appendSome(first, 1);
  expect(second.head().seq).toBe(3);
  first.close();
  second.close();
  const third = opened(folder);
  expect([third.readOnly, third.head().seq]).toEqual([undefined, 3]);
});

test('the lock of a failed opening is free again', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 1);
  store.close();
  const elsewhere = optionsIn(folder, { folder: join(folder, 'empty') });
  expect(code(openStore(elsewhere))).toBe('store-missing');
  expect(code(openStore(elsewhere))).toBe('store-missing');
});

test('a closed journal refuses to write and says so', () => {
  const store = opened(temporaryFolder());
  const event = eventAfter(store.head());
  store.close();
  expect([code(store.append([event], [])), code(store.appendRoster([rosterEntry('赵某')])), code(store.backup())]).toEqual([
    'store-read-only',
    'store-read-only',
    'store-read-only',
  ]);
  expect(() => store.events()).toThrow('closed');
});
