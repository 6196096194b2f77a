import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { line, makePdf } from '../../fixtures/ingest/make-pdf.ts';

const FRAME = line(60, 760, '前文说明有关情况。');
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function locked(): Promise<Uint8Array> {
  const document = await PDFDocument.load(makePdf({ content: FRAME }), { updateMetadata: false });
  document.encrypt({ userPassword: 'geheim', ownerPassword: 'owner', permissions: {} });
  return document.save({ useObjectStreams: false });
}

test.each([
  ['a file that breaks off in its head', () => bytesOf('%PDF-1.7\n1 0 obj'), 'pdf-broken'],
  ['a file without its end', () => bytesOf(latin1(makePdf({ content: FRAME })).replace(/xref\n0 1[\s\S]*$/, '')), 'pdf-broken'],
  ['a file with an opening password', locked, 'file-encrypted'],
  [
    'a stream that unfolds to 300 MB',
    () => makePdf({ content: FRAME, objects: [{ dict: '/Filter/FlateDecode', data: deflateSync(Buffer.alloc(300 << 20)) }] }),
    'pdf-bomb',
  ],
  [
    'a stream packed twice',
    () =>
      makePdf({
        content: FRAME,
        objects: [{ dict: '/Filter[/FlateDecode/FlateDecode]', data: deflateSync(deflateSync(Buffer.alloc(300 << 20))) }],
      }),
    'pdf-bomb',
  ],
])('%s is refused with a clear Chinese message', async (_, bytes, code) => {
  const result = await readDraft('稿.pdf', await bytes());
  expect(result.ok ? 'read' : result.error.code).toBe(code);
  expect(result.ok ? '' : result.error.message).toMatch(/^.*[\u4e00-\u9fff].*[请须].*。$/);
});

test.each([
  [
    'a wrong cross-reference table',
    () => bytesOf(latin1(makePdf({ content: FRAME })).replace(/startxref\s+\d+/, 'startxref\n77')),
  ],
  [
    'a cross-reference table with wrong places',
    () => bytesOf(latin1(makePdf({ content: FRAME })).replaceAll(/(\d{10}) 00000 n/g, '0000000099 00000 n')),
  ],
  ['pages that lead back to themselves', () => makePdf({ content: FRAME, objects: ['<</Type/Pages/Kids[20 0 R]/Count 1>>'] })],
  [
    'bookmarks in a ring',
    () =>
      makePdf({
        content: FRAME,
        catalog: '/Outlines 20 0 R',
        objects: ['<</First 21 0 R>>', '<</Title(a)/Next 21 0 R/Parent 21 0 R>>'],
      }),
  ],
  [
    'a form that draws itself',
    () =>
      makePdf({
        content: `${FRAME} /X1 Do`,
        resources: '/XObject<</X1 20 0 R>>',
        objects: [{ dict: '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 20 0 R>>>>', data: '/X1 Do' }],
      }),
  ],
  ['deep arrays', () => makePdf({ content: FRAME, objects: [`${'['.repeat(3000)}${']'.repeat(3000)}`] })],
])('the page is read in a file with %s', async (_, bytes) => {
  const result = await readDraft('稿.pdf', await bytes());
  if (!result.ok) throw new Error(result.error.code);
  expect(result.data.pieces.map((piece) => piece.text)).toContain('前文说明有关情况。');
});

test('a file that only forbids changes is read, objects too', async () => {
  const result = await readDraft('样.pdf', readFileSync(new URL('../../fixtures/ingest/office-locked.pdf', import.meta.url)));
  if (!result.ok) throw new Error(result.error.code);
  expect(result.data.pieces.map(({ kind, text }) => [kind, text])).toEqual([
    ['body', '只限制编辑的文件。'],
    ['metadata', 'Writer'],
    ['metadata', 'LibreOffice 7.4'],
    ['file-name', '样'],
  ]);
  expect(result.data.unread).toEqual([]);
});

test('text in a font that nobody can read is named for a person', async () => {
  const bytes = bytesOf(latin1(makePdf({ content: FRAME })).replace('/Encoding/UniGB-UCS2-H', '/Encoding/NoSuchTable-H'));
  const result = await readDraft('稿.pdf', bytes);
  if (!result.ok) throw new Error(result.error.code);
  expect(result.data.unread.map(({ code, part }) => [code, part])).toEqual([['page-font', '第1页']]);
});
