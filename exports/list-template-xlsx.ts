import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import type { ExportedFile } from '../review/contract.ts';
import {
  FIRST_LIST_ROW,
  fail,
  LEVELS,
  LIST_COLUMNS,
  LIST_KINDS,
  type ListKind,
  type ListSheetRow,
  ok,
  type Result,
} from '../review/model/index.ts';
import { exportedFile, XLSX } from './exported-file.ts';

/** Title, what to write, header: the import looks for the header in the first rows. */
const TITLE_ROW = 0;
const HINT_ROW = 1;
const HEAD_ROW = 2;
/** Rows that get the pick list of levels. */
const PREPARED_ROWS = 5000;

const border = { top: { style: 'thin' }, right: { style: 'thin' }, bottom: { style: 'thin' }, left: { style: 'thin' } } as const;
const TITLE: CellStyle = { font: { name: '宋体', size: 14, bold: true }, alignment: { vertical: 'center' } };
const HINT: CellStyle = {
  font: { name: '宋体', size: 10, color: { rgb: '595959' } },
  alignment: { vertical: 'top', wrapText: true },
};
const HEAD: CellStyle = {
  font: { name: '黑体', size: 11, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8ECF2' } },
  border,
};
/** Text format: a number with a leading zero stays what was typed, and nothing typed becomes a formula's result. */
const CELL: CellStyle = { font: { name: '宋体', size: 11 }, numFmt: '@', alignment: { vertical: 'top', wrapText: true } };

const width = (most: number): number => (most <= 20 ? 14 : most <= 100 ? 26 : 44);

/** Rows at their numbers. A list that began higher up in its workbook moves down as a whole. */
function filled(head: readonly string[][], rows: readonly ListSheetRow[]): string[][] {
  const sheet = head.map((cells) => [...cells]);
  const first = rows.reduce((least, { row }) => Math.min(least, row), FIRST_LIST_ROW);
  for (const { row, cells } of rows) sheet[row - first + FIRST_LIST_ROW - 1] = [...cells];
  return Array.from(sheet, (cells) => cells ?? []);
}

function sheetOf(kind: ListKind, rows: readonly ListSheetRow[]): WriteSheet {
  const columns = LIST_COLUMNS[kind];
  const cells: NonNullable<WriteSheet['cells']> = new Map([[`${TITLE_ROW},0`, { style: TITLE }]]);
  columns.forEach((_column, at) => {
    cells.set(`${HINT_ROW},${at}`, { style: HINT });
    cells.set(`${HEAD_ROW},${at}`, { style: HEAD });
  });
  const level = columns.findIndex((column) => column.key === 'level');
  const letter = String.fromCharCode(65 + level);
  const range = `${letter}${HEAD_ROW + 2}:${letter}${PREPARED_ROWS}`;
  return {
    name: LIST_KINDS[kind],
    rows: filled(
      [
        [`${LIST_KINDS[kind]}（本单位自己的清单，从表头下一行起填写；带 * 的必填）`],
        columns.map((column) => column.hint),
        columns.map((column) => `${column.names[0]}${column.required ? '*' : ''}`),
      ],
      rows,
    ),
    cells,
    columns: columns.map((column) => ({ width: width(column.most), style: CELL })),
    merges: [{ startRow: TITLE_ROW, startCol: 0, endRow: TITLE_ROW, endCol: columns.length - 1 }],
    freezePane: { rows: HEAD_ROW + 1 },
    rowDefs: new Map([
      [TITLE_ROW, { height: 26 }],
      [HINT_ROW, { height: 48 }],
      [HEAD_ROW, { height: 24 }],
    ]),
    ...(level >= 0 && { dataValidations: [{ type: 'list', values: Object.values(LEVELS).reverse(), allowBlank: true, range }] }),
  };
}

/** 模板: a workbook, empty or with rows, that the import of the same kind reads. */
export async function listTemplateXlsx(kind: ListKind, rows: readonly ListSheetRow[] = []): Promise<Result<ExportedFile>> {
  try {
    const title = rows.length === 0 ? `${LIST_KINDS[kind]}模板` : LIST_KINDS[kind];
    const bytes = await writeXlsx({ sheets: [sheetOf(kind, rows)], properties: { creator: '先审', title } });
    return ok(exportedFile(`${title}.xlsx`, XLSX, bytes));
  } catch {
    return fail('export-failed', '模板没有生成，没有改动任何内容。请再试一次。');
  }
}
