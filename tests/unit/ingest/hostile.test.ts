import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { PARTLY, REFUSED } from '../../fixtures/ingest/hostile.ts';
import { makeDocx, paragraph } from '../../fixtures/ingest/make-docx.ts';

test.each(REFUSED)('%s is refused with a clear Chinese message', async (_, name, bytes, code) => {
  const result = await readDraft(name, bytes());
  expect(result.ok ? 'read' : result.error.code).toBe(code);
  expect(result.ok ? '' : result.error.message).toMatch(/^[\u4e00-\u9fff].*[请须].*。$/);
});

test.each(PARTLY)('%s is named as not checked, and the rest is read', async (_, bytes, code) => {
  const result = await readDraft('稿.docx', bytes());
  if (!result.ok) throw new Error(result.error.code);
  expect(result.data.unread.map((unread) => unread.code)).toContain(code);
  expect(result.data.unread.every((unread) => unread.message.includes('人工查看'))).toBe(true);
  expect(result.data.pieces.map((piece) => piece.text)).toContain('本次抽查情况如下。');
});

test('both copies of a part that comes twice are read', async () => {
  const first = makeDocx({ body: paragraph('第一份的内容。') });
  const second = makeDocx({ body: paragraph('第二份的内容。') });
  const result = await readDraft('稿.docx', joined(first, second));
  if (!result.ok) throw new Error(result.error.code);
  expect(result.data.pieces.map(({ kind, text }) => [kind, text])).toEqual([
    ['body', '第一份的内容。'],
    ['part-residue', '第二份的内容。'],
    ['file-name', '稿'],
  ]);
  expect(result.data.warnings.map((warning) => warning.code)).toContain('zip-duplicate-entry');
});

test('Chinese text between the records of an archive is found', async () => {
  const good = makeDocx({ body: paragraph('正文内容。') });
  const hidden = new TextEncoder().encode('夹在记录之间的工程地址说明文字');
  const result = await readDraft('稿.docx', inserted(good, hidden));
  if (!result.ok) throw new Error(result.error.code);
  expect(result.data.pieces.map(({ kind, text }) => [kind, text])).toContainEqual([
    'part-residue',
    '夹在记录之间的工程地址说明文字',
  ]);
});

test('a document named as text is read by content and reported', async () => {
  const result = await readDraft('稿.txt', makeDocx({ body: paragraph('正文内容。') }));
  if (!result.ok) throw new Error(result.error.code);
  expect([result.data.source.format, result.data.warnings.map((warning) => warning.code)]).toEqual([
    'docx',
    ['name-and-content-differ'],
  ]);
});

test('a cancelled reading says so', async () => {
  const result = await readDraft('稿.docx', makeDocx({ body: paragraph('正文内容。') }), { signal: AbortSignal.abort() });
  expect(result.ok ? 'read' : result.error.code).toBe('cancelled');
});

/** One archive with the entries of both, in order. */
function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const a = split(first);
  const b = split(second);
  const moved = b.directory.slice();
  const view = new DataView(moved.buffer);
  for (let at = 0; at + 46 <= moved.length; at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true)) {
    view.setUint32(at + 42, view.getUint32(at + 42, true) + a.records.length, true);
  }
  return archive(new Uint8Array([...a.records, ...b.records]), new Uint8Array([...a.directory, ...moved]), a.count + b.count);
}

/** The same archive with bytes between its last record and its directory. */
function inserted(bytes: Uint8Array, extra: Uint8Array): Uint8Array {
  const { records, directory, count } = split(bytes);
  return archive(new Uint8Array([...records, ...extra]), directory, count);
}

function split(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const start = view.getUint32(end + 16, true);
  return { records: bytes.slice(0, start), directory: bytes.slice(start, end), count: view.getUint16(end + 10, true) };
}

function archive(records: Uint8Array, directory: Uint8Array, count: number): Uint8Array {
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, directory.length, true);
  end.setUint32(16, records.length, true);
  return new Uint8Array([...records, ...directory, ...new Uint8Array(end.buffer)]);
}
