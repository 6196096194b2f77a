import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import type { Draft } from '../../../review/model/index.ts';
import { makeXlsx, row } from '../../fixtures/ingest/make-xlsx.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';
import { PLANTED_SHEETS } from '../../fixtures/ingest/planted-xlsx.ts';

async function read(bytes: Uint8Array): Promise<Draft> {
  const result = await readDraft('台账.xlsx', bytes);
  if (!result.ok) throw new Error(result.error.message);
  return result.data;
}

test.each(PLANTED_SHEETS.map((planted) => [planted.place, planted] as const))(
  '%s: the marker is found once, with its kind',
  async (_, planted) => {
    const found = (await read(planted.bytes())).pieces.filter((piece) => piece.text.includes(MARKER));
    expect(found.map(({ kind, visible }) => ({ kind, visible }))).toEqual([{ kind: planted.kind, visible: planted.visible }]);
  },
);

test('cells carry their address and the header of their column, below a title row', async () => {
  const rows = row(1, ['警报点位台账']) + row(2, ['序号', '位置', '型号']) + row(3, ['1', '某路6号', '甲型']);
  const draft = await read(makeXlsx({ sheets: [{ name: '点位', rows }] }));
  const cells = draft.pieces.filter((piece) => piece.where.part.includes('worksheets'));
  expect(cells.map(({ kind, where, text, cell }) => [kind, where.label, text, cell?.row, cell?.column, cell?.header])).toEqual([
    ['heading', '工作表名', '点位', undefined, undefined, undefined],
    ['body', '工作表“点位” A1', '警报点位台账', undefined, undefined, undefined],
    ['table-cell', '工作表“点位” A2', '序号', 0, 0, ''],
    ['table-cell', '工作表“点位” B2', '位置', 0, 1, ''],
    ['table-cell', '工作表“点位” C2', '型号', 0, 2, ''],
    ['table-cell', '工作表“点位” A3', '1', 1, 0, '序号'],
    ['table-cell', '工作表“点位” B3', '某路6号', 1, 1, '位置'],
    ['table-cell', '工作表“点位” C3', '甲型', 1, 2, '型号'],
  ]);
  expect(draft.page.map((block) => block.type)).toEqual(['heading', 'paragraph', 'table']);
});

test.each([
  ['a long number stored as a number', '<c r="A1"><v>3.40102199003077E+17</v></c>', '340102199003077000'],
  ['a mobile number', '<c r="A1"><v>13800138000</v></c>', '13800138000'],
  ['a date', '<c r="A1" s="1"><v>46096</v></c>', '2026-03-15'],
  ['a date with time', '<c r="A1" s="1"><v>46096.5</v></c>', '2026-03-15 12:00:00'],
  ['a binary fraction', '<c r="A1"><v>4316.5200000000004</v></c>', '4316.52'],
])('%s is read as a person reads it', async (_, cell, text) => {
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const draft = await read(makeXlsx({ sheets: [{ rows: `<row r="1">${cell}</row>` }], styles }));
  expect(draft.pieces.find((piece) => piece.where.label.endsWith('A1'))?.text).toBe(text);
});

test('one cell in the last corner is read, and the empty rest is not walked through', async () => {
  const draft = await read(
    makeXlsx({ sheets: [{ rows: '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>角落里的字</t></is></c></row>' }] }),
  );
  expect(draft.pieces.some((piece) => piece.text === '角落里的字')).toBe(true);
});
