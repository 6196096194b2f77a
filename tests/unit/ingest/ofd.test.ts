import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { at, makeOfd } from '../../fixtures/ingest/make-ofd.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';
import { PLANTED_OFDS } from '../../fixtures/ingest/planted-ofd.ts';

async function read(bytes: Uint8Array) {
  const result = await readDraft('稿.ofd', bytes);
  if (!result.ok) throw new Error(result.error.message);
  return result.data;
}

test.each(PLANTED_OFDS.map((planted) => [planted.place, planted] as const))(
  '%s: the marker is found once, with its kind',
  async (_, planted) => {
    const { pieces } = await read(planted.bytes());
    const found = pieces.filter((piece) => piece.text.includes(MARKER));
    expect(found.map(({ kind, visible }) => ({ kind, visible }))).toEqual([{ kind: planted.kind, visible: planted.visible }]);
    expect(pieces.some((piece) => piece.visible && piece.text === '前文说明有关情况。')).toBe(true);
  },
);

test('a page of a picture alone is named for a person', async () => {
  const picture = '<%ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="9"/>';
  const parts = { 'Doc_0/Pages/Page_0/Content.xml': `<%Page><%Content><%Layer ID="2">${picture}</%Layer></%Content></%Page>` };
  expect((await read(makeOfd({ parts }))).unread.map(({ code, part }) => [code, part])).toEqual([['scan', '第1页']]);
});

test('a file whose page is missing says so, and one without pages is refused', async () => {
  const document = '<%Pages><%Page ID="5" BaseLoc="Pages/Page_7/Content.xml"/></%Pages>';
  expect((await read(makeOfd({ document }))).unread.map(({ code, part }) => [code, part])).toEqual([['page-unread', '第2页']]);
  const result = await readDraft('稿.ofd', makeOfd({ content: at(1, 1, 'x'), parts: { 'OFD.xml': '<%OFD/>' } }));
  expect(result.ok ? '' : result.error.code).toBe('ofd-broken');
});
