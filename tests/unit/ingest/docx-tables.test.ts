import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import type { Draft } from '../../../review/model/index.ts';
import { makeDocx, paragraph, run } from '../../fixtures/ingest/make-docx.ts';

const cell = (text: string, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${paragraph(text)}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const grid = (columns: number) => `<w:tblGrid>${'<w:gridCol/>'.repeat(columns)}</w:tblGrid>`;

async function read(body: string, more: Partial<Parameters<typeof makeDocx>[0]> = {}): Promise<Draft> {
  const result = await readDraft('稿.docx', makeDocx({ body, ...more }));
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}
const cellsOf = (draft: Draft) =>
  draft.pieces
    .filter((piece) => piece.kind !== 'file-name')
    .map(({ kind, text, cell }) => [kind, text, cell?.row, cell?.column, cell?.header]);

test('a first row over the whole width is a title, and the next row holds the headers', async () => {
  const draft = await read(
    `<w:tbl>${grid(2)}${row(cell('点位一览', '<w:gridSpan w:val="2"/>'))}${row(cell('位置'), cell('型号'))}${row(cell('某路'), cell('甲型'))}</w:tbl>`,
  );
  expect(cellsOf(draft)).toEqual([
    ['body', '点位一览', undefined, undefined, undefined],
    ['table-cell', '位置', 0, 0, ''],
    ['table-cell', '型号', 0, 1, ''],
    ['table-cell', '某路', 1, 0, '位置'],
    ['table-cell', '甲型', 1, 1, '型号'],
  ]);
});

test('a header of two rows is read as one', async () => {
  const head = row(cell('序号', '<w:vMerge w:val="restart"/>'), cell('工程', '<w:gridSpan w:val="2"/>'));
  const below = row(cell('', '<w:vMerge/>'), cell('位置'), cell('等级'));
  const draft = await read(`<w:tbl>${grid(3)}${head}${below}${row(cell('1'), cell('某路'), cell('6B'))}</w:tbl>`);
  expect(cellsOf(draft).slice(-3)).toEqual([
    ['table-cell', '1', 2, 0, '序号'],
    ['table-cell', '某路', 2, 1, '工程位置'],
    ['table-cell', '6B', 2, 2, '工程等级'],
  ]);
});

test('hidden text in a cell keeps the place and header of the cell', async () => {
  const hidden = `<w:tc><w:p>${run('可见')}${run('暗写', '<w:vanish/>')}</w:p></w:tc>`;
  const draft = await read(`<w:tbl>${grid(1)}${row(cell('等级'))}${row(hidden)}</w:tbl>`);
  expect(cellsOf(draft).slice(1)).toEqual([
    ['table-cell', '可见', 1, 0, '等级'],
    ['hidden-text', '暗写', 1, 0, '等级'],
  ]);
});

test('light text on painted ground is visible', async () => {
  const white = (properties = '') => `<w:p>${properties}${run('白字', '<w:color w:val="FFFFFF"/>')}</w:p>`;
  const styles =
    '<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr></w:tblStylePr></w:style>';
  const draft = await read(
    `${white('<w:pPr><w:shd w:val="clear" w:fill="1F4E79"/></w:pPr>')}<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>${row(`<w:tc>${white()}</w:tc>`)}</w:tbl><w:tbl>${row(`<w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>${white()}</w:tc>`)}</w:tbl>`,
    {
      relations: [{ id: 'rS', type: 'styles', target: 'styles.xml' }],
      parts: { 'word/styles.xml': `<w:styles xmlns:w="w">${styles}</w:styles>` },
    },
  );
  expect(draft.pieces.filter((piece) => piece.text === '白字').map((piece) => piece.visible)).toEqual([true, true, true]);
});

test('a document mammoth cannot draw is shown from its own paragraphs and tables', async () => {
  const body = `${paragraph('前文内容。')}<w:tbl>${grid(2)}${row(cell('甲'), cell('乙'))}${row(cell('丙'), cell('丁'))}</w:tbl>`;
  const utf16 = Uint8Array.from(
    Buffer.from(
      `\ufeff<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      'utf16le',
    ),
  );
  const draft = await read('', { document: utf16 });
  expect(draft.warnings.map((warning) => warning.code)).toEqual(['page-not-drawn']);
  expect(draft.page).toEqual([
    { type: 'paragraph', piece: 0 },
    {
      type: 'table',
      rows: [
        [{ pieces: [1] }, { pieces: [2] }],
        [{ pieces: [3] }, { pieces: [4] }],
      ],
    },
  ]);
});
