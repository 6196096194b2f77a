import { expect, test } from 'vitest';
import { at, makeOfd } from '../../fixtures/ingest/make-ofd.ts';
import { copied, editsFor } from './copied.ts';

const PAGE = 'Doc_0/Pages/Page_0/Content.xml';
const VALUE = '桂花路六六号';
const object = (inner: string, more = '') =>
  `<%TextObject ID="7" Boundary="20 70 150 6" Font="5" Size="4">${more}${inner}</%TextObject>`;
const copy = (content: string) => copied('公告.ofd', makeOfd({ content }), (draft) => editsFor(draft, VALUE, '【某处】'));

test('a replacement takes the room of what it replaces, and what follows stands where it stood', async () => {
  const { part, record } = await copy(object(`<%TextCode X="0" Y="4" DeltaX="g 9 4">位于${VALUE}院内</%TextCode>`));
  expect([record.way, record.replaced]).toEqual(['spliced', 1]);
  expect(part(PAGE)).toContain('DeltaX="4 4 6 6 6 6 4">位于【某处】院内<');
});

test('everything of the page but the replaced text stays byte for byte', async () => {
  const content = at(20, 60, '第一行的文字。') + at(20, 70, VALUE) + at(20, 80, '第三行的文字。');
  const bytes = makeOfd({ content });
  const { part } = await copied('公告.ofd', bytes, (draft) => editsFor(draft, VALUE, '【某处】'));
  const plain = await copied('公告.ofd', bytes, () => []);
  expect(part(PAGE)).toBe(plain.part(PAGE)?.replace(`DeltaX="g 5 4">${VALUE}`, 'DeltaX="6 6 6">【某处】'));
});

test('a value spread over several objects of a line is replaced once', async () => {
  const content = at(20, 60, '位于') + at(28, 60, VALUE.slice(0, 3)) + at(40, 60, VALUE.slice(3)) + at(52, 60, '院内');
  const { after } = await copy(content);
  expect(after.pieces.filter((piece) => piece.kind === 'body').map((piece) => piece.text.replace(' ', ''))).toEqual([
    '前文说明有关情况。',
    '位于【某处】院内',
  ]);
});

test('numbers of glyphs and fonts in the file, which say the letters once more, go', async () => {
  const glyphs = '<%CGTransform CodePosition="0" CodeCount="6"><%Glyphs>11 12 13 14 15 16</%Glyphs></%CGTransform>';
  const bytes = makeOfd({
    content: object(`<%TextCode X="0" Y="4" DeltaX="g 5 4">${VALUE}</%TextCode>`, glyphs),
    parts: {
      'Doc_0/Document.xml':
        '<%Document><%CommonData><%PageArea><%PhysicalBox>0 0 210 297</%PhysicalBox></%PageArea><%PublicRes>PublicRes.xml</%PublicRes></%CommonData><%Pages><%Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></%Pages></%Document>',
      'Doc_0/PublicRes.xml':
        '<%Res BaseLoc="Res"><%Fonts><%Font ID="5" FontName="SimSun"><%FontFile>a.ttf</%FontFile></%Font></%Fonts></%Res>',
      'Doc_0/Res/a.ttf': new Uint8Array(64),
    },
  });
  const { part, parts, record } = await copied('公告.ofd', bytes, (draft) => editsFor(draft, VALUE, '【某处】'));
  expect(part(PAGE)).not.toContain('Glyphs');
  expect(parts).not.toContain('Doc_0/Res/a.ttf');
  expect(part('Doc_0/PublicRes.xml')).toContain('FontName="SimSun"');
  expect(record.dropped.map(({ kind }) => kind)).toContain('内嵌字体');
});
