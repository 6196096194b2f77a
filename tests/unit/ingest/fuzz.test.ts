import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { packCompound } from '../../../ingest/ole/compound.ts';
import { encodeText } from '../../fixtures/ingest/encode-text.ts';
import { makeDocx, paragraph } from '../../fixtures/ingest/make-docx.ts';
import { at, makeOfd } from '../../fixtures/ingest/make-ofd.ts';
import { line, makePdf } from '../../fixtures/ingest/make-pdf.ts';
import { vbaStreams } from '../../fixtures/ingest/make-vba.ts';
import { makeXlsx, row } from '../../fixtures/ingest/make-xlsx.ts';
import { damaged, generator, mutated } from '../../fixtures/ingest/mutate.ts';
import { makeMsg, packedRtf } from '../../fixtures/ingest/planted-msg.ts';
import { makeOdf } from '../../fixtures/ingest/planted-odf.ts';
import { makePptx } from '../../fixtures/ingest/planted-pptx.ts';
import { makeExcel2003, makeFlat, makeWord2003 } from '../../fixtures/ingest/planted-xml-nooks.ts';
import { shortOrLong } from '../../short-or-long.ts';

/** XIANSHEN_FUZZ asks for any other number. */
const ROUNDS = Number(process.env.XIANSHEN_FUZZ ?? shortOrLong(100, 2000));
const sample = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url)));
const raw = (bytes: Uint8Array, seed: number) => damaged(bytes, generator(seed * 2_654_435_761));
const HTML =
  '<html><body><p style="display:none">隐藏</p><table><tr><td>位置</td></tr><tr><td>某路</td></tr></table><!-- 注 --></body></html>';
const SLIDE = makePptx({ shapes: '<p:sp><p:txBody><a:p><a:r><a:t>幻灯片上的文字</a:t></a:r></a:p></p:txBody></p:sp>' });
const PDF = makePdf({
  content: `${line(60, 700, '一页文字')} /X1 Do`,
  resources: '/XObject<</X1 20 0 R>>',
  objects: [
    {
      dict: '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>',
      data: line(60, 600, '表单文字'),
      packed: true,
    },
  ],
  info: '/Title (a)',
  page: '/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(b)>>]',
});
const MESSAGE = await makeMsg([
  { path: '__substg1.0_10090102', bytes: packedRtf('{\\rtf1\\ansi\\ansicpg936\\fromhtml1 {\\*\\htmltag64 <p>}\\u25991?}') },
  { path: '__attach_version1.0_#00000000/__substg1.0_37010102', bytes: encodeText('附件里的文字。', 'utf-8') },
]);
const MACRO = makeDocx({
  body: paragraph('正文'),
  relations: [{ id: 'rV', type: 'vbaProject', target: 'vbaProject.bin' }],
  parts: { 'word/vbaProject.bin': await packCompound(vbaStreams('Module1', "Sub a()\r\n' 注释\r\nEnd Sub\r\n", 'VBA/')) },
});
const PICTURE = Uint8Array.from(
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    Buffer.from([0, 0, 0, 9]),
    Buffer.from('tEXta\0说明', 'utf8'),
    Buffer.alloc(4),
  ]),
);
/** A TIFF block of one directory with a description and a place. */
const PHOTO = Uint8Array.from([
  ...[0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0],
  ...[0x0e, 0x01, 2, 0, 9, 0, 0, 0, 50, 0, 0, 0],
  ...[0x25, 0x88, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0],
  ...new Array<number>(16).fill(0),
  ...Buffer.from('拍摄地\0', 'utf8'),
]);
const MAIL =
  'From: a@x.invalid\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>正文</p>\r\n--cut\r\nContent-Type: application/zip; name="a.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n5paH5a2X\r\n--cut--\r\n';

test.each([
  ['docx', sample('office-sample.docx'), mutated, ROUNDS],
  [
    'xlsx',
    makeXlsx({ sheets: [{ rows: row(1, ['位置', '型号']) + row(2, ['某路', '甲型']) }], strings: ['甲'] }),
    mutated,
    ROUNDS,
  ],
  ['pptx', SLIDE, mutated, ROUNDS],
  ['ofd', makeOfd({ content: at(20, 60, '一页文字') }), mutated, ROUNDS],
  ['pdf', PDF, raw, ROUNDS],
  [
    'odt',
    makeOdf({ body: '<text:p>正文<office:annotation><text:p>批注</text:p></office:annotation></text:p>' }),
    mutated,
    ROUNDS,
  ],
  ['fods', sample('office-unseen-sheets.fods'), raw, ROUNDS],
  ['fodp', sample('office-unseen-slides.fodp'), raw, ROUNDS],
  ['msg', MESSAGE, raw, ROUNDS],
  ['docm', MACRO, mutated, ROUNDS],
  ['png', PICTURE, raw, ROUNDS],
  ['tif', PHOTO, raw, ROUNDS],
  ['doc', sample('office-sample.doc'), raw, ROUNDS],
  ['xls', sample('office-sheets.xls'), raw, ROUNDS],
  ['ppt', sample('office-slides.ppt'), raw, ROUNDS],
  ['ppt', sample('office-unseen-slides.ppt'), raw, ROUNDS],
  ['doc', sample('office-numbers.doc'), raw, ROUNDS],
  ['xls', sample('office-unseen-sheets.xls'), raw, ROUNDS],
  [
    'zip',
    zipSync({
      '说明.txt': encodeText('说明的文字。', 'gb18030'),
      'a.zip': zipSync({ 'b.txt': encodeText('里面的文字。', 'gb18030') }),
    }),
    raw,
    ROUNDS,
  ],
  ['eml', encodeText(MAIL, 'utf-8'), raw, ROUNDS],
  ['xml', encodeText('<?xml version="1.0"?><a xmlns="x"><b c="属性">文字</b><!-- 注 --></a>', 'utf-8'), raw, ROUNDS],
  [
    'package in one text',
    makeFlat(paragraph('正文'), '<pkg:part pkg:name="/a.bin"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>'),
    raw,
    ROUNDS,
  ],
  [
    'Word 2003',
    makeWord2003('<w:p><w:r><w:t>正文</w:t></w:r></w:p><w:sectPr><w:hdr w:type="odd"><w:p/></w:hdr></w:sectPr>'),
    raw,
    ROUNDS,
  ],
  [
    'Excel 2003',
    makeExcel2003('<Worksheet ss:Name="二"><Table><Row><Cell><Data ss:Type="String">字</Data></Cell></Row></Table></Worksheet>'),
    raw,
    ROUNDS,
  ],
  ['csv', encodeText('序号,位置\r\n1,"某路"\r\n2,某街\r\n', 'gb18030'), raw, ROUNDS],
  ['rtf', sample('office-sample.rtf'), raw, ROUNDS],
  ['html', encodeText(HTML, 'gb18030'), raw, ROUNDS],
  ['txt', encodeText('关于工程检查的通报\n序号\t名称\n1\t某工程\n', 'gb18030'), raw, ROUNDS],
])(
  'damaged %s files are read or refused, none trips the reader or hangs',
  { timeout: 60_000 + ROUNDS * 500 },
  async (_, good, damage, rounds) => {
    const tripped: number[] = [];
    let read = 0;
    for (let seed = 1; seed <= rounds; seed += 1) {
      const result = await readDraft('稿', damage(good, seed));
      if (result.ok) read += 1;
      else if (result.error.code === 'reader-failed') tripped.push(seed);
    }
    expect({ tripped, someRead: read > 0 }).toEqual({ tripped: [], someRead: true });
  },
);
