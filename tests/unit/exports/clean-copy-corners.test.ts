import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cleanCopier } from '../../../exports/index.ts';
import { leftHidden, showsOther, stillReadable } from '../../../review/usecases/clean-copy-check.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';
import { DOCX_CORNERS } from '../../fixtures/ingest/planted-docx-corners.ts';
import { XLSX_CORNERS } from '../../fixtures/ingest/planted-xlsx-corners.ts';
import { editsFor, read } from './copied.ts';

const CORNERS = [
  ...DOCX_CORNERS.map((planted) => [`docx: ${planted.place}`, 'docx', planted] as const),
  ...XLSX_CORNERS.map((planted) => [`xlsx: ${planted.place}`, 'xlsx', planted] as const),
];
/** What no splice serves: the copy is set anew from the visible text, and the record says why. */
const SET_ANEW = [
  'docx: deleted table cell',
  'docx: symbol that spells a character',
  'xlsx: rich text, white in part',
  'xlsx: reading above a cell',
  'xlsx: reading of a cell',
  'xlsx: button of an old drawing',
];
const FORMS: readonly Buffer[] = [
  Buffer.from(MARKER, 'utf8'),
  Buffer.from(MARKER, 'utf16le'),
  Buffer.from(encodeURIComponent(MARKER)),
  Buffer.from(Buffer.from(MARKER, 'utf8').toString('base64').slice(2, -4)),
];

test.each(CORNERS)(
  '%s: the copy is spliced where it can be, set anew where it cannot, and clean in any case',
  async (place, format, planted) => {
    const bytes = await planted.bytes();
    const before = await read(`稿件.${format}`, bytes);
    const edits = editsFor(before, MARKER, '【某处】');
    const attempt = async (anew?: string) => {
      const made = await cleanCopier.make(before, bytes, edits, anew);
      if (!made.ok) throw new Error(made.error.code);
      const { record } = made.data;
      const after = await read(made.data.name, made.data.bytes);
      const left = stillReadable(before, after, edits, new Set()) ?? leftHidden(before, after, record.way);
      return { record, bytes: made.data.bytes, left, other: showsOther(before, after, edits, record.way) };
    };
    const first = await attempt();
    const last = first.left !== undefined || first.other ? await attempt('与处置结果不一致') : first;
    expect([last.record.way, last.left, last.other]).toEqual([
      SET_ANEW.includes(place) ? 'set-anew' : 'spliced',
      undefined,
      false,
    ]);
    for (const [part, content] of Object.entries(unzipSync(last.bytes)))
      for (const form of FORMS) expect([part, Buffer.from(content).includes(form)]).toEqual([part, false]);
  },
);

test('a bookmark that says something gets the same silent name wherever it is named', async () => {
  const planted = DOCX_CORNERS.find(({ place }) => place === 'name of a bookmark');
  const bytes = (await planted?.bytes()) ?? new Uint8Array();
  const before = await read('稿件.docx', bytes);
  const made = await cleanCopier.make(before, bytes, editsFor(before, MARKER, '【某处】'));
  const document = made.ok ? new TextDecoder().decode(unzipSync(made.data.bytes)['word/document.xml']) : '';
  expect(document).toContain('<w:bookmarkStart w:id="1" w:name="mark1"/><w:bookmarkEnd w:id="1"/>');
  expect(made.ok && made.data.record.dropped).toContainEqual({ kind: '书签名称', count: 1 });
});
