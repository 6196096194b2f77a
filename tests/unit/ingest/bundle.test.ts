import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import type { Draft } from '../../../review/model/index.ts';
import { encodeText } from '../../fixtures/ingest/encode-text.ts';
import { makeDocx, paragraph } from '../../fixtures/ingest/make-docx.ts';
import { be32, photoJpeg, tiff } from '../../fixtures/ingest/make-photo.ts';
import { makeXlsx, row } from '../../fixtures/ingest/make-xlsx.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';

async function read(name: string, bytes: Uint8Array): Promise<Draft> {
  const result = await readDraft(name, bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}

const found = ({ pieces }: Draft) =>
  pieces.filter((piece) => piece.text.includes(MARKER)).map(({ kind, visible, where }) => [kind, visible, where.label]);

/** The names of the entries as a Chinese Windows writes them: GB18030 without the mark of UTF-8. */
function withGbkNames(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(files);
  const packed = zipSync(
    Object.fromEntries(
      names.map((name, index) => [`${index}`.padEnd(encodeText(name, 'gb18030').length, 'x'), files[name] ?? new Uint8Array(0)]),
    ),
  );
  const latin1 = Buffer.from(packed).toString('latin1');
  const renamed = names.reduce((all, name, index) => {
    const raw = Buffer.from(encodeText(name, 'gb18030')).toString('latin1');
    return all.replaceAll(`${index}`.padEnd(raw.length, 'x'), raw);
  }, latin1);
  return Uint8Array.from(renamed, (character) => character.charCodeAt(0));
}

test('every draft of a bundle is read by its own format, under its name', async () => {
  const draft = await read(
    '送审材料.zip',
    withGbkNames({
      '正文.docx': makeDocx({ body: paragraph(`正文写着${MARKER}。`) }),
      '附件/点位表.xlsx': makeXlsx({ sheets: [{ name: '点位', rows: row(1, ['序号', '位置']) + row(2, ['1', MARKER]) }] }),
      '说明.txt': encodeText(`说明写着${MARKER}。`, 'gb18030'),
      '程序.exe': Uint8Array.from([0x4d, 0x5a, 0, 0, 1, 2]),
    }),
  );
  expect(found(draft)).toEqual([
    ['body', true, '正文.docx·第1段'],
    ['table-cell', true, '附件/点位表.xlsx·工作表“点位” B2'],
    ['body', true, '说明.txt·第1行'],
  ]);
  expect(draft.pieces.filter((piece) => piece.kind === 'file-name').map((piece) => piece.text)).toEqual([
    '正文',
    '点位表',
    '说明',
    '送审材料',
  ]);
  expect(draft.unread.map(({ code, part }) => [code, part])).toEqual([['format-program', '程序.exe']]);
  expect(draft.page.map((block) => (block.type === 'paragraph' ? draft.pieces[block.piece]?.text : block.type))).toEqual([
    `正文写着${MARKER}。`,
    'heading',
    'table',
    `说明写着${MARKER}。`,
  ]);
});

test('bundles in bundles are read to a limit, and what lies deeper is named', async () => {
  let bytes: Uint8Array = zipSync({ '里.txt': strToU8(`最里面的${MARKER}。`) });
  for (let layer = 0; layer < 3; layer += 1) bytes = zipSync({ '层.zip': bytes });
  expect(found(await read('a.zip', bytes))).toEqual([['body', true, '层.zip·层.zip·层.zip·里.txt·第1行']]);
  for (let layer = 0; layer < 4; layer += 1) bytes = zipSync({ '层.zip': bytes });
  const deep = await read('a.zip', bytes);
  expect([found(deep), deep.unread.map((unread) => unread.code)]).toEqual([[], ['nesting']]);
});

test('a bomb inside a bundle is refused and the others are read', async () => {
  const bomb = zipSync({ 'a.txt': new Uint8Array(64 << 20) }, { level: 9 });
  const draft = await read('a.zip', zipSync({ '炸弹.zip': bomb, '说明.txt': strToU8(`说明写着${MARKER}。`) }));
  expect(found(draft)).toEqual([['body', true, '说明.txt·第1行']]);
  expect(draft.unread.map(({ code, part }) => [code, part])).toEqual([['zip-bomb', '炸弹.zip']]);
});

const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\r\n');
const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
const HEAD = `Received: from host (10.1.2.3) by mail\r\nFrom: ${word('某科员')} <a@x.invalid>\r\nTo: b@x.invalid\r\nSubject: ${word('关于核对材料的函')}\r\nMIME-Version: 1.0\r\n`;
const part = (head: string, body: string) => `--cut\r\n${head}\r\n\r\n${body}\r\n`;
const TEXT = 'Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64';
const HTML = 'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64';
const gbk = (text: string) => base64(encodeText(text, 'gb18030'));
const utf8 = (text: string) => base64(strToU8(text));
const mail = (type: string, parts: string, before = '', behind = '') =>
  strToU8(`${HEAD}Content-Type: multipart/${type}; boundary="cut"\r\n\r\n${before}\r\n${parts}--cut--\r\n${behind}`);
const FRAME = part(TEXT, gbk('请核对附件。'));

test.each([
  ['plain body', mail('mixed', part(TEXT, gbk(`见${MARKER}。`))), 'body', true],
  ['formatted body', mail('mixed', part(HTML, utf8(`<p>见${MARKER}。</p>`))), 'body', true],
  [
    'hidden in the formatted body',
    mail('mixed', part(HTML, utf8(`<p>请核对。</p><p style="display:none">${MARKER}</p>`))),
    'hidden-text',
    false,
  ],
  [
    'only in the plain alternative',
    mail('alternative', part(TEXT, gbk(`请核对${MARKER}。`)) + part(HTML, utf8('<p>请核对。</p>'))),
    'hidden-text',
    false,
  ],
  ['subject', strToU8(`From: a@x.invalid\r\nSubject: ${word(MARKER)}\r\n\r\nbody`), 'heading', true],
  ['a header of the way', strToU8(`X-Route: ${word(MARKER)}\r\nFrom: a@x.invalid\r\nSubject: a\r\n\r\nbody`), 'metadata', false],
  [
    'attachment',
    mail(
      'mixed',
      FRAME +
        part(
          `Content-Type: application/octet-stream; name="a.docx"\r\nContent-Disposition: attachment; filename="a.docx"\r\nContent-Transfer-Encoding: base64`,
          base64(makeDocx({ body: paragraph(MARKER) })),
        ),
    ),
    'attachment',
    false,
  ],
  [
    'message inside',
    mail(
      'mixed',
      FRAME +
        part(
          'Content-Type: message/rfc822',
          `From: c@x.invalid\r\nSubject: s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${MARKER}。`,
        ),
    ),
    'attachment',
    false,
  ],
  ['before the first part', mail('mixed', FRAME, `${MARKER}说明`), 'part-residue', false],
  ['behind the last part', mail('mixed', FRAME, '', `${MARKER}说明`), 'part-residue', false],
] as const)('mail, %s: the marker is found once, with its kind', async (_, bytes, kind, visible) => {
  expect(found(await read('信.eml', bytes)).map(([was, seen]) => [was, seen])).toEqual([[kind, visible]]);
});

test('a web page saved with its pictures is read like a page, and the picture is named', async () => {
  const page = part(
    'Content-Type: text/html; charset=utf-8\r\nContent-Location: http://x.invalid/',
    `<p>页面上的${MARKER}。</p><img src="cid:p">`,
  );
  const picture = part(
    'Content-Type: image/png\r\nContent-ID: <p>\r\nContent-Transfer-Encoding: base64',
    base64(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  );
  const draft = await read('页.mht', mail('related', page + picture));
  expect(found(draft).map(([kind]) => kind)).toEqual(['body']);
  expect(draft.unread.map((unread) => unread.code)).toEqual(['picture']);
});

test('fields of a comma-separated table carry their header and their place in the file', async () => {
  const text = `序号,位置,备注\r\n1,${MARKER},"甲,乙"\r\n2,某路八号,"他说""好"""\r\n`;
  const draft = await read('表.csv', encodeText(text, 'gb18030'));
  const cells = draft.pieces.filter((piece) => piece.kind === 'table-cell');
  expect(draft.source).toMatchObject({ format: 'csv', encoding: 'gb18030' });
  expect(cells.map((piece) => piece.text)).toEqual(['序号', '位置', '备注', '1', MARKER, '甲,乙', '2', '某路八号', '他说"好"']);
  expect(cells[4]).toMatchObject({
    where: { offset: text.indexOf(MARKER) },
    cell: { table: 0, row: 1, column: 1, header: '位置' },
  });
});

test('prose with commas is no table, a table of Markdown is one', async () => {
  const prose = '第一行说明,有一个逗号。\n第二行没有逗号。\n第三行,有两个,逗号。\n第四行没有。\n';
  expect((await read('文.txt', strToU8(prose))).source.format).toBe('txt');
  const draft = await read('文.md', strToU8(`# 标题文字\n\n| 位置 | 型号 |\n|---|---|\n| ${MARKER} | 甲型 |\n`));
  expect(draft.pieces.find((piece) => piece.text === MARKER)).toMatchObject({
    kind: 'table-cell',
    cell: { row: 1, column: 0, header: '位置' },
  });
});

test.each([
  ['text', `<?xml version="1.0"?><a><b>${MARKER}</b></a>`, 'body', true],
  [
    'Word 2003',
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="w"><w:body><w:p><w:r><w:t>${MARKER.slice(0, 4)}</w:t></w:r><w:r><w:t>${MARKER.slice(4)}</w:t></w:r></w:p></w:body></w:wordDocument>`,
    'body',
    true,
  ],
  ['attribute', `<?xml version="1.0"?><a note="${MARKER}"/>`, 'custom-data', false],
  ['comment', `<?xml version="1.0"?><a><!-- ${MARKER} --></a>`, 'part-residue', false],
] as const)('XML, %s: the marker is found once, with its kind', async (_, text, kind, visible) => {
  expect(found(await read('数据.xml', strToU8(text))).map(([was, seen]) => [was, seen])).toEqual([[kind, visible]]);
});

test('XML with entities of its own is refused', async () => {
  const result = await readDraft('a.xml', strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'));
  expect(result.ok ? 'read' : result.error.code).toBe('xml-doctype');
});

const chunk = (type: string, data: Uint8Array) => [...be32(data.length), ...strToU8(type), ...data, 0, 0, 0, 0];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test.each([
  ['the Exif block of a JPEG', photoJpeg(MARKER)],
  ['a TIFF', tiff(strToU8(MARKER))],
  [
    'a text chunk of a PNG',
    Uint8Array.from([...PNG, ...chunk('iTXt', strToU8(`Comment\0\0\0\0\0${MARKER}`)), ...chunk('eXIf', tiff(strToU8('a')))]),
  ],
  [
    'a packed text chunk of a PNG',
    Uint8Array.from([
      ...PNG,
      ...chunk('iTXt', Uint8Array.from([...strToU8('Comment\0\x01\0\0\0'), ...deflateSync(strToU8(MARKER))])),
      ...chunk('eXIf', tiff(strToU8('a'))),
    ]),
  ],
])('%s: the description and the place are read, the picture is for a person', async (_, bytes) => {
  const draft = await read('照片', bytes);
  expect(found(draft).map(([kind, visible]) => [kind, visible])).toEqual([['metadata', false]]);
  expect(draft.pieces.map((piece) => piece.text)).toContain('拍摄地坐标（GPS）：纬度 31.820000，经度 117.220000');
  expect(draft.unread).toEqual([{ code: 'picture', part: '图片', message: '图片里的文字不能由程序检查，须人工查看。' }]);
});
