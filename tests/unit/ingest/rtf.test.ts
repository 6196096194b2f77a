import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { encodeText } from '../../fixtures/ingest/encode-text.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';

const unicode = (text: string) => [...text].map((character) => `\\u${character.charCodeAt(0)}?`).join('');
const escaped = (text: string) => [...encodeText(text, 'gb18030')].map((byte) => `\\'${byte.toString(16)}`).join('');
const W = unicode(MARKER);

async function read(body: string) {
  const colors = '{\\colortbl;\\red255\\green255\\blue255;}';
  const rtf = `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}${colors}\\pard ${escaped('前文说明有关情况。')}\\par ${body}\\par}`;
  const result = await readDraft(
    '稿.rtf',
    Uint8Array.from(rtf, (character) => character.charCodeAt(0)),
  );
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}

test.each([
  ['escaped bytes', `\\f0 ${escaped(`见${MARKER}。`)}`, 'body', true],
  ['unicode', `${unicode('见')}${W}${unicode('。')}`, 'body', true],
  ['negative unicode', [...`见${MARKER}。`].map((c) => `\\u${c.charCodeAt(0) - 65_536}?`).join(''), 'body', true],
  [
    'split over groups',
    `${unicode('见')}{\\b ${unicode(MARKER.slice(0, 3))}}{\\i ${unicode(MARKER.slice(3))}}${unicode('。')}`,
    'body',
    true,
  ],
  ['hidden', `${unicode('可见')}{\\v ${W}}`, 'hidden-text', false],
  ['deleted', `${unicode('可见')}{\\deleted ${W}}`, 'tracked-deletion', false],
  ['white', `${unicode('可见')}{\\cf1 ${W}}`, 'hidden-text', false],
  ['tiny', `${unicode('可见')}{\\fs2 ${W}}`, 'hidden-text', false],
  ['header', `{\\header ${W}}`, 'header', true],
  ['footnote', `${unicode('可见')}{\\footnote ${W}}`, 'footnote', true],
  ['comment', `${unicode('可见')}{\\*\\annotation ${W}}`, 'comment', false],
  ['author', `{\\info{\\author ${W}}}`, 'metadata', false],
  ['field code', `{\\field{\\*\\fldinst INCLUDETEXT ${W}}{\\fldrslt ${unicode('结果')}}}`, 'field-code', false],
  ['text box', `{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt ${W}\\par}}}`, 'text-box', true],
  ['alternative text', `{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv ${W}}}}}`, 'alt-text', false],
  ['unknown starred group', `{\\*\\unheard ${W}}`, 'part-residue', false],
  [
    'cell',
    `\\trowd\\cellx1\\cellx2\\intbl ${unicode('位置')}\\cell ${unicode('型号')}\\cell\\row\\intbl ${W}\\cell ${unicode('甲')}\\cell\\row\\pard`,
    'table-cell',
    true,
  ],
] as const)('%s: the marker is found once, with its kind', async (_, body, kind, visible) => {
  const found = (await read(body)).pieces.filter((piece) => piece.text.includes(MARKER));
  expect(found.map((piece) => ({ kind: piece.kind, visible: piece.visible }))).toEqual([{ kind, visible }]);
});

test('a document made by LibreOffice is read with kinds, table headers and automatic numbers', async () => {
  const result = await readDraft('样.rtf', readFileSync(new URL('../../fixtures/ingest/office-sample.rtf', import.meta.url)));
  if (!result.ok) throw new Error(result.error.code);
  const { pieces, page } = result.data;
  const kindOf = (text: string) => pieces.filter((piece) => piece.text.trim() === text).map((piece) => piece.kind);
  expect(
    [
      '已删去的内部意见',
      '设为隐藏的文字',
      '白色的文字',
      '页眉中的编号',
      '脚注里的说明',
      '批注里的意见',
      '文本框里的话',
      '工程检查情况通报',
    ].map((text) => kindOf(text)),
  ).toEqual([
    ['tracked-deletion'],
    ['hidden-text'],
    ['hidden-text'],
    ['header'],
    ['footnote'],
    ['comment'],
    ['text-box'],
    ['heading'],
  ]);
  expect(pieces.find((piece) => piece.text === '6B')?.cell).toMatchObject({ row: 2, column: 2, header: '等级' });
  expect(page.flatMap((block) => (block.type === 'paragraph' && block.list ? [block.list] : []))).toEqual(['一、', '二、']);
});

test('a hundred thousand open groups do not hide what stands in the innermost', async () => {
  const draft = await read(`${'{\\b '.repeat(100_000)}${W}`);
  expect(draft.pieces.filter((piece) => piece.text.includes(MARKER)).map(({ kind }) => kind)).toEqual(['body']);
});
