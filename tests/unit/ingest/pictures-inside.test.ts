import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readablePictures, readDraft } from '../../../ingest/index.ts';
import { openCompound, packCompound } from '../../../ingest/ole/compound.ts';
import { pngFile } from '../../../ingest/pdf/picture-files.ts';
import type { Draft } from '../../../review/model/index.ts';
import { makeDocx, paragraph } from '../../fixtures/ingest/make-docx.ts';
import { makeOfd } from '../../fixtures/ingest/make-ofd.ts';
import { FIRST_EXTRA, makePdf } from '../../fixtures/ingest/make-pdf.ts';
import { photoJpeg } from '../../fixtures/ingest/make-photo.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';
import { makePptx } from '../../fixtures/ingest/planted-pptx.ts';

async function read(name: string, bytes: Uint8Array): Promise<Draft> {
  const result = await readDraft(name, bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}
const GPS = '拍摄地坐标（GPS）：纬度 31.820000，经度 117.220000';
const PHOTO = photoJpeg(MARKER);

/** A binary sample with a photo in a stream, behind what stands there and a record head. */
async function withPhoto(name: string, stream: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url)));
  const file = await openCompound(bytes);
  const before = file?.stream(stream) ?? new Uint8Array();
  const kept = file?.streams.filter(({ path }) => path !== stream) ?? [];
  const head = [0xa0, 0x46, 0x1d, 0xf0, ...new Array<number>(21).fill(7)];
  return packCompound([...kept, { path: stream, bytes: Uint8Array.from([...before, ...head, ...PHOTO]) }]);
}

test.each([
  ['doc', () => withPhoto('office-sample.doc', 'Data')],
  ['ppt', () => withPhoto('office-slides.ppt', 'Pictures')],
  ['ofd', async () => makeOfd({ parts: { 'Doc_0/Res/photo.jpg': PHOTO } })],
  ['ofd', async () => makeOfd({ parts: { 'Doc_0/Res/photo': PHOTO } })],
] as const)('a photo inside a %s: what describes it is read, and the picture is for a person', async (format, bytes) => {
  const draft = await read(`稿件.${format}`, await bytes());
  const said = draft.pieces.filter(({ where }) => where.label === '图片附带信息');
  expect(said.map(({ kind, visible, text }) => [kind, visible, text.includes(MARKER) || text === GPS])).toEqual([
    ['metadata', false, true],
    ['metadata', false, true],
  ]);
  expect(draft.unread.filter(({ code }) => code === 'picture')).toHaveLength(1);
});

const IMAGES = [
  pngFile({ width: 8, height: 8, bits: 8, colors: 1, stride: 8 }, new Uint8Array(64), false) ?? new Uint8Array(),
  Uint8Array.from([
    0xff, 0xd8, 0xff, 0xe1, 0, 8, 0xff, 0xd8, 0xff, 0xe0, 0xff, 0xd9, 0xff, 0xda, 0, 2, 1, 0xff, 0, 2, 0xff, 0xd9,
  ]),
];

test.each([
  ['doc', 'office-sample.doc', 'Data'],
  ['ppt', 'office-slides.ppt', 'Pictures'],
])('pictures inside a %s come out whole, for a program that reads text in pictures', async (format, name, stream) => {
  const sample = new Uint8Array(readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url)));
  const file = await openCompound(sample);
  const kept = file?.streams.filter(({ path }) => path !== stream) ?? [];
  const broken = [0xff, 0xd8, 0xff, 0xe0, 0, 9, 1];
  const data = Uint8Array.from([...IMAGES.flatMap((image) => [...new Array<number>(25).fill(7), ...image]), 1, 2, ...broken]);
  const bytes = await packCompound([...kept, { path: stream, bytes: data }]);
  const pictures = await readablePictures(await read(`稿件.${format}`, bytes), bytes);
  expect(pictures.map(({ part, bytes: image }) => [part, Buffer.from(image).toString('hex')])).toEqual(
    IMAGES.map((image, index) => [`图片${index + 1}`, Buffer.from(image).toString('hex')]),
  );
});

const cropped = (edges: string): string =>
  `<w:p><w:r><w:drawing><pic:pic xmlns:pic="p" xmlns:a="a"><pic:blipFill><a:blip/><a:srcRect ${edges}/></pic:blipFill></pic:pic></w:drawing></w:r></w:p>`;

test.each([
  ['docx', () => makeDocx({ body: paragraph('正文') + cropped('t="25000"') }), 1],
  ['docx', () => makeDocx({ body: paragraph('正文') + cropped('l="0" b="-10000"') }), 0],
  [
    'docx',
    () =>
      makeDocx({
        body: `${paragraph('正文')}<w:p><w:r><w:pict><v:shape xmlns:v="v"><v:imagedata cropleft="6554f"/></v:shape></w:pict></w:r></w:p>`,
      }),
    1,
  ],
  [
    'pptx',
    () =>
      makePptx({
        shapes: '<p:pic xmlns:p="p"><p:blipFill xmlns:a="a"><a:blip/><a:srcRect r="100" b="200"/></p:blipFill></p:pic>',
      }),
    1,
  ],
] as const)('a cropped picture in a %s is named, for the file keeps the whole of it', async (format, bytes, count) => {
  const draft = await read(`稿件.${format}`, bytes());
  const named = draft.unread.filter(({ code }) => code === 'picture-cropped');
  expect(named).toHaveLength(count);
  expect(named.every(({ message }) => message.includes('裁掉的部分还在文件里'))).toBe(true);
});

/** A table of shape properties (MS-ODRAW) with one property. */
const shapeWith = (property: number, value: number): number[] => {
  const data = Buffer.alloc(14);
  data.writeUInt16LE((1 << 4) | 3, 0);
  data.writeUInt16LE(0xf00b, 2);
  data.writeUInt32LE(6, 4);
  data.writeUInt16LE(property, 8);
  data.writeInt32LE(value, 10);
  return [...data];
};

test.each([
  ['doc', 'office-sample.doc', 'Data', 0x0103, 16_384, 1],
  ['ppt', 'office-slides.ppt', 'PowerPoint Document', 0x0100, 16_384, 1],
  ['ppt', 'office-slides.ppt', 'PowerPoint Document', 0x0101, -16_384, 0],
] as const)('a cropped picture in a %s is named (%s, %s, %i, %i)', async (format, name, stream, property, value, count) => {
  const file = await openCompound(new Uint8Array(readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url))));
  const kept = file?.streams.filter(({ path }) => path !== stream) ?? [];
  const before = file?.stream(stream) ?? [];
  const data = Uint8Array.from([...before, ...shapeWith(property, value)]);
  const draft = await read(`稿件.${format}`, await packCompound([...kept, { path: stream, bytes: data }]));
  expect(draft.unread.filter(({ code }) => code === 'picture-cropped')).toHaveLength(count);
});

test('a JPEG 2000 picture is one, with what describes it, alone and on a page of a PDF', async () => {
  const box = (type: string, content: string, encoding: BufferEncoding = 'utf8') => {
    const data = Buffer.from(content, encoding);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + data.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data]);
  };
  const scene = box('xml ', `<x><d>${MARKER}</d></x>`);
  const picture = Buffer.concat([
    box('jP  ', '\r\n\x87\n', 'latin1'),
    box('ftyp', 'jp2 0000jp2 '),
    scene,
    box('jp2c', '0'.repeat(60)),
  ]);
  const alone = await read('扫描.jp2', picture);
  expect([alone.source.format, alone.unread.map(({ code }) => code)]).toEqual(['picture', ['picture']]);
  expect(alone.pieces.map(({ kind, text }) => [kind, text.includes(MARKER)])).toContainEqual(['metadata', true]);
  const page = makePdf({
    content: 'q 500 0 0 700 0 0 cm /Im1 Do Q',
    resources: `/XObject<</Im1 ${FIRST_EXTRA} 0 R>>`,
    objects: [{ dict: '/Type/XObject/Subtype/Image/Width 400/Height 400/Filter/JPXDecode', data: picture }],
  });
  expect((await read('扫描.pdf', page)).unread).toMatchObject([{ code: 'scan', part: '第1页' }]);
});
