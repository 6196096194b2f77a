import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cleanCopier } from '../../../exports/index.ts';
import { readDraft } from '../../../ingest/index.ts';
import { leftHidden, showsOther } from '../../../review/usecases/clean-copy-check.ts';
import { makeDocx, NAMESPACES, paragraph, run } from '../../fixtures/ingest/make-docx.ts';
import { mutated } from '../../fixtures/ingest/mutate.ts';
import { shortOrLong } from '../../short-or-long.ts';
import { copied, editsFor, read } from './copied.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>`;
const TAIL = '<w:sectPr/></w:body></w:document>';

/** Inner XML of the body of the copy. */
async function bodyOf(body: string, text: string, replacement: string): Promise<string> {
  const { record, part } = await copied('稿.docx', makeDocx({ body }), (draft) => editsFor(draft, text, replacement));
  expect(record.way).toBe('spliced');
  const xml = part('word/document.xml') ?? '';
  expect([xml.startsWith(HEAD), xml.endsWith(TAIL)]).toEqual([true, true]);
  return xml.slice(HEAD.length, -TAIL.length);
}
const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;

describe('a replacement', () => {
  test('stands in the place of the first character, whatever runs the text crosses, and their formatting stays', async () => {
    const link = (inner: string) => `<w:hyperlink w:anchor="a">${inner}</w:hyperlink>`;
    const before = `<w:p><w:r><w:rPr><w:b/></w:rPr>${t('项目名称为云')}</w:r><w:r><w:rPr><w:i/></w:rPr>${t('溪')}</w:r>${link(run('三号'))}<w:bookmarkStart w:id="3" w:name="b"/>${run('工程。', '<w:b/><w:i/>')}<w:bookmarkEnd w:id="3"/></w:p>`;
    expect(await bodyOf(before, '云溪三号工程', '【工程】')).toBe(
      `<w:p><w:r><w:rPr><w:b/></w:rPr>${t('项目名称为【工程】')}</w:r><w:r><w:rPr><w:i/></w:rPr>${t('')}</w:r>${link(run(''))}<w:bookmarkStart w:id="3" w:name="b"/>${run('。', '<w:b/><w:i/>')}<w:bookmarkEnd w:id="3"/></w:p>`,
    );
  });

  test.each([
    ['character references', '甲&#x4E91;&#28330;路乙', '云溪路', '某路', '甲某路乙'],
    ['an ampersand within', '甲A&amp;B厂乙', 'A&B厂', '某厂', '甲某厂乙'],
    ['marks in the replacement', '甲云溪路乙', '云溪路', '<略&"略">', '甲&lt;略&amp;&quot;略&quot;&gt;乙'],
    ['a character beyond the basic plane', '甲𠮷野路&#x20BB7;乙', '𠮷野路𠮷', '', '甲乙'],
    ['characters without width', '甲云\u200b溪\ufeff路乙', '云\u200b溪\ufeff路', '某路', '甲某路乙'],
    ['a CDATA section', '<![CDATA[甲云溪路]]>乙', '云溪路乙', '某', '<![CDATA[甲某]]>'],
    ['the same label twice', '云溪路与云溪路', '云溪路', '【路名】', '【路名】与【路名】'],
  ])('with %s', async (_, text, gone, replacement, left) => {
    expect(await bodyOf(`<w:p><w:r>${t(text)}</w:r></w:p>`, gone, replacement)).toBe(`<w:p><w:r>${t(left)}</w:r></w:p>`);
  });

  test('takes a tab with it, and makes a text where there was none but a tab', async () => {
    const tabbed = `<w:p><w:r>${t('电话')}<w:tab/>${t('1390')}</w:r></w:p>`;
    expect(await bodyOf(tabbed, '\t1390', '（略）')).toBe(`<w:p><w:r>${t('电话')}${t('（略）')}</w:r></w:p>`);
    expect(await bodyOf(tabbed, '\t', '：')).toBe(`<w:p><w:r>${t('电话')}${t('：')}${t('1390')}</w:r></w:p>`);
  });

  test('keeps a blank that comes to stand at the end', async () => {
    expect(await bodyOf('<w:p><w:r><w:t>见 云溪路</w:t></w:r></w:p>', '云溪路', '')).toBe(
      '<w:p><w:r><w:t xml:space="preserve">见 </w:t></w:r></w:p>',
    );
  });

  test('stands in both copies of a text box', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const both = (text: string) =>
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(text)}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await bodyOf(both('在云溪路旁'), '云溪路', '某路')).toBe(both('在某路旁'));
  });
});

describe('revisions are settled', () => {
  const struck = '<w:rPr><w:del w:id="1" w:author="某甲"/></w:rPr>';
  const gone = (text: string) => `<w:del w:id="2" w:author="某甲"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

  test('a paragraph struck whole goes, one whose mark is struck is joined with the next', async () => {
    const body = `<w:p><w:pPr>${struck}</w:pPr>${gone('整段')}</w:p><w:p><w:pPr><w:jc w:val="left"/>${struck}</w:pPr>${run('上句')}${gone('中')}</w:p><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${run('云溪路')}</w:p>`;
    expect(await bodyOf(body, '云溪路', '某路')).toBe(
      `<w:p><w:pPr><w:jc w:val="left"/><w:rPr></w:rPr></w:pPr>${run('上句')}${run('某路')}</w:p>`,
    );
  });

  test('a struck row goes, an inserted one stays, and so do changes of format', async () => {
    const row = (properties: string, text: string) => `<w:tr>${properties}<w:tc>${paragraph(text)}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('', '云溪路')}${row('<w:trPr><w:del w:id="1" w:author="某甲"/></w:trPr>', '删去的行')}${row('<w:trPr><w:ins w:id="2" w:author="某甲"/></w:trPr>', '新行')}</w:tbl><w:p><w:pPr><w:pPrChange w:id="3" w:author="某甲"><w:pPr/></w:pPrChange></w:pPr>${run('尾', '<w:b/><w:rPrChange w:id="4" w:author="某甲"><w:rPr/></w:rPrChange>')}</w:p>`;
    expect(await bodyOf(body, '云溪路', '某路')).toBe(
      `<w:tbl>${row('', '某路')}${row('<w:trPr></w:trPr>', '新行')}</w:tbl><w:p><w:pPr></w:pPr>${run('尾', '<w:b/>')}</w:p>`,
    );
  });

  test('a note that only struck text refers to goes with it', async () => {
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const bytes = makeDocx({
      body: `<w:p>${run('正文')}${reference(2)}<w:del w:id="9" w:author="某甲">${reference(3)}</w:del></w:p>`,
      relations: [{ id: 'rF', type: 'footnotes', target: 'footnotes.xml' }],
      parts: { 'word/footnotes.xml': `<w:footnotes ${NAMESPACES}>${note(2, '云溪路旁')}${note(3, '另一处')}</w:footnotes>` },
    });
    const { part, record } = await copied('稿.docx', bytes, (draft) => editsFor(draft, '云溪路', '某路'));
    expect([record.way, part('word/footnotes.xml')]).toEqual([
      'spliced',
      `<w:footnotes ${NAMESPACES}>${note(2, '某路旁')}</w:footnotes>`,
    ]);
  });
});

test('of two runs that say the same the hidden one goes', async () => {
  const body = `<w:p>${run('云溪路')}${run('云溪路', '<w:vanish/>')}${run('云溪路')}</w:p>`;
  expect(await bodyOf(body, '无此字', '')).toBe(`<w:p>${run('云溪路')}${run('', '<w:vanish/>')}${run('云溪路')}</w:p>`);
});

test('ordinary fields stay fields; one that names a file becomes the text it shows', async () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (code: string) =>
    `${mark('begin')}<w:r><w:instrText>${code}</w:instrText></w:r>${mark('separate')}${run('示')}${mark('end')}`;
  const empty = '<w:r></w:r>';
  expect(await bodyOf(`<w:p>${field(' PAGE ')}${field(' INCLUDETEXT "a.docx" ')}</w:p>`, '无此字', '')).toBe(
    `<w:p>${field(' PAGE ')}${empty}${empty}${empty}${run('示')}${empty}</w:p>`,
  );
});

test('a file that its reading does not fit is set anew, and the record says why', async () => {
  const draft = await read('稿.docx', makeDocx({ body: paragraph('在云溪路旁的工程') }));
  const other = makeDocx({ body: paragraph('在云溪街旁的工程') });
  const made = await cleanCopier.make(draft, other, editsFor(draft, '云溪路', '某路'));
  expect(made.ok && made.data.record).toEqual({
    way: 'set-anew',
    why: '部件 word/document.xml 第1段与检查时的文字对不上',
    replaced: 1,
    dropped: [],
  });
});

test.each([
  ['a document type declaration', (xml: string) => xml.replace('<w:document', '<!DOCTYPE w:document><w:document'), '结构有错'],
  [
    'a cell struck by revision',
    (xml: string) => xml.replace('<w:tc>', '<w:tc><w:tcPr><w:cellDel w:id="1" w:author="某甲"/></w:tcPr>'),
    '单元格',
  ],
])('%s is not spliced', async (_, change, why) => {
  const bytes = makeDocx({ body: `<w:tbl><w:tr><w:tc>${paragraph('云溪路')}</w:tc></w:tr></w:tbl>${paragraph('尾')}` });
  const draft = await read('稿.docx', bytes);
  const files = unzipSync(bytes);
  files['word/document.xml'] = strToU8(change(strFromU8(files['word/document.xml'] ?? new Uint8Array())));
  const made = await cleanCopier.make(draft, zipSync(files), []);
  expect([made.ok && made.data.record.way, made.ok && made.data.record.why]).toEqual(['set-anew', expect.stringContaining(why)]);
});

test('the package is as plain as can be: content types first, no dates, equal input gives equal bytes', async () => {
  const bytes = makeDocx({ body: paragraph('在云溪路旁') });
  const [first, second] = [
    await copied('云溪路通报.docx', bytes, (draft) => editsFor(draft, '云溪路', '某路')),
    await copied('云溪路通报.docx', bytes, (draft) => editsFor(draft, '云溪路', '某路')),
  ];
  expect([first.name, first.parts[0], first.bytes]).toEqual(['某路通报-脱敏稿.docx', '[Content_Types].xml', second.bytes]);
  // Date and time of the first local header: 1980-01-01 00:00 (APPNOTE 4.4.6).
  expect([...first.bytes.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
});

test('a picture loses what describes it and keeps what draws it; one that was taken off the page leaves the file', async () => {
  const segment = (marker: number, text: string) => {
    const data = Buffer.from(text, 'latin1');
    return Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
  };
  const start = Buffer.from([0xff, 0xd8]);
  const tables = segment(0xdb, 'quantisation');
  const scan = Buffer.concat([segment(0xda, 'x'), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xd9])]);
  const jpeg = Buffer.concat([
    start,
    segment(0xe1, 'Exif GPS'),
    segment(0xfe, 'note'),
    tables,
    scan,
    Buffer.from('PK behind the end'),
  ]);
  const drawing = (id: string) =>
    `<w:drawing><wp:inline><wp:docPr id="1" name=""/><a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const bytes = makeDocx({
    body: `<w:p>${run('见图')}<w:r>${drawing('rA')}</w:r><w:r><w:rPr><w:vanish/></w:rPr>${drawing('rB')}</w:r></w:p>`,
    relations: [
      { id: 'rA', type: 'image', target: 'media/a.jpg' },
      { id: 'rB', type: 'image', target: 'media/b.jpg' },
    ],
    parts: { 'word/media/a.jpg': new Uint8Array(jpeg), 'word/media/b.jpg': new Uint8Array(jpeg) },
  });
  const copy = await copied('稿.docx', bytes, () => []);
  expect(copy.parts.filter((name) => name.includes('media'))).toEqual(['word/media/a.jpg']);
  expect(Buffer.from(unzipSync(copy.bytes)['word/media/a.jpg'] ?? []).toString('hex')).toBe(
    Buffer.concat([start, tables, scan]).toString('hex'),
  );
});

test('damaged packages that can still be read give a copy or a reason, never a crash', { timeout: 600_000 }, async () => {
  const sample = new Uint8Array(readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'ingest', 'office-sample.docx')));
  const ways = new Set<string>();
  for (let seed = 1; seed <= shortOrLong(80, 1000); seed += 1) {
    const bytes = mutated(sample, seed);
    const draft = await readDraft('稿.docx', bytes);
    if (!draft.ok || draft.data.source.format !== 'docx') continue;
    const made = await cleanCopier.make(draft.data, bytes, editsFor(draft.data, '工程', '某处'));
    ways.add(made.ok ? made.data.record.way : made.error.code);
  }
  expect([...ways].sort()).toEqual(['set-anew', 'spliced']);
});

describe('documents of office programs', () => {
  test('the bundled sample: everything but the replaced words keeps its bytes, hidden things apart', async () => {
    const name = '示例-人防工程质量抽查通报.docx';
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '..', '..', '..', 'build', 'sample', name)));
    const copy = await copied(name, bytes, (draft) => editsFor(draft, '核6B级', '（略）'));
    expect([copy.record.way, leftHidden(copy.before, copy.after, 'spliced')]).toEqual(['spliced', undefined]);
    expect(showsOther(copy.before, copy.after, editsFor(copy.before, '核6B级', '（略）'), 'spliced')).toBe(false);
    const styles = strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array());
    expect(copy.part('word/styles.xml')).toBe(styles);
  });

  test('a long document with 500 edits: document.xml is the same but for the replaced words', async () => {
    const bytes = makeDocx({ body: paragraph('本季度对防空地下室开展维护检查。').repeat(3000) });
    const draft = await read('汇编.docx', bytes);
    const edits = editsFor(draft, '防空地下室', '某类工程').slice(0, 500);
    expect(edits).toHaveLength(500);
    const made = await cleanCopier.make(draft, bytes, edits);
    if (!made.ok) throw new Error(made.error.code);
    expect(made.data.record.way).toBe('spliced');
    const main = (file: Uint8Array) => strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
    let left = 500;
    const expected = main(bytes).replaceAll('防空地下室', (word) => (left-- > 0 ? '某类工程' : word));
    const plain = (xml: string) => xml.replaceAll(' xml:space="preserve"', '').replaceAll(/ w:rsid\w*="[^"]*"/g, '');
    expect(plain(main(made.data.bytes)) === plain(expected)).toBe(true);
  });
});
