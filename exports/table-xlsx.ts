import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import type { ExportedFile } from '../review/contract.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { SheetHead } from '../review/usecases/exports/sheet-head.ts';
import { exportedFile, XLSX } from './exported-file.ts';

export interface TableColumn<Row> {
  readonly header: string;
  /** Characters. */
  readonly width: number;
  readonly value: (row: Row, index: number) => CellValue;
  /** The value is a serial day number. */
  readonly date?: boolean;
  /** Excel number format, such as 0.0%. */
  readonly format?: string;
  /** True where the cell is to be red and bold. */
  readonly alarming?: (row: Row) => boolean;
}
export interface TableSheet<Row> {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Lines under the table, merged over its width. */
  readonly notes?: readonly string[];
  readonly mark?: SheetHead['mark'];
  /** Columns that stay in sight when scrolling to the right. */
  readonly frozen?: number;
  /** Pages side by side, for tables too wide to be read on one; the frozen columns stand on each. */
  readonly pagesWide?: number;
  /** Left out where the last row is a total that a filter would hide. */
  readonly filter?: false;
}

const thin = { style: 'thin' } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const TITLE: CellStyle = {
  font: { name: '宋体', size: 18, bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
};
/** Over two pages side by side a title in the middle would be cut in two. */
const LEFT_TITLE: CellStyle = { ...TITLE, alignment: { horizontal: 'left', vertical: 'center' } };
const HEAD: CellStyle = {
  font: { name: '黑体', size: 11, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8ECF2' } },
  border,
};
const TEXT: CellStyle = { font: { name: '宋体', size: 10 }, alignment: { vertical: 'center', wrapText: true }, border };
const CENTRED: CellStyle = { ...TEXT, alignment: { ...TEXT.alignment, horizontal: 'center' } };
const NOTE: CellStyle = { font: { name: '宋体', size: 10 }, alignment: { vertical: 'center', wrapText: true } };
const ALARMING = { name: '宋体', size: 10, bold: true, color: { rgb: 'C00000' } };

/** Points for a line of 10-point text. */
const LINE = 14;
/** Height of a note over the whole table: merged cells do not grow by themselves. A Chinese character is two digits wide. */
function noteHeight(note: string, columns: readonly { readonly width: number }[]): number {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const length = [...note].reduce((sum, letter) => sum + (letter > '\u2000' ? 2 : 1), 0);
  return LINE * Math.ceil(length / (width * 1.02)) + 2;
}

export function columnName(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function styleOf<Row>(column: TableColumn<Row>, row: Row): CellStyle {
  const numFmt = column.date ? 'yyyy-mm-dd' : column.format;
  const short = column.date || column.header === '序号';
  return { ...(short ? CENTRED : TEXT), ...(numFmt ? { numFmt } : {}), ...(column.alarming?.(row) ? { font: ALARMING } : {}) };
}

/** What ties the printed sheet to the log (signoff-design 5.3). */
const markText = (mark: SheetHead['mark']): string => {
  const flags = mark?.flags ? `  时钟标记：${mark.flags.join('、')}` : '';
  return mark ? `链上编码 ${mark.code}  序号 ${mark.seq}${flags}` : '';
};

/** One sheet: merged title, head row that repeats on every page, rows, notes; A4 landscape, as wide as the page. */
export function tableSheet<Row>(table: TableSheet<Row>): WriteSheet {
  const { columns, notes = [] } = table;
  const width = columns.length - 1;
  const rows: CellValue[][] = [[table.title], columns.map(({ header }) => header)];
  const cells: NonNullable<WriteSheet['cells']> = new Map([['0,0', { style: table.pagesWide ? LEFT_TITLE : TITLE }]]);
  const set = (row: number, column: number, style: CellStyle) => cells.set(`${row},${column}`, { style });
  columns.forEach((_column, at) => {
    set(1, at, HEAD);
  });
  table.rows.forEach((row, index) => {
    rows.push(columns.map((column) => column.value(row, index)));
    columns.forEach((column, at) => {
      set(index + 2, at, styleOf(column, row));
    });
  });
  const tableEnd = rows.length;
  for (const note of notes) {
    set(rows.length, 0, NOTE);
    rows.push([note]);
  }
  const merged = [0, ...notes.map((_note, index) => tableEnd + index)];
  return {
    name: table.name,
    rows,
    cells,
    columns: columns.map((column) => ({ width: column.width })),
    merges: merged.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: width })),
    freezePane: { rows: 2, columns: table.frozen ?? 0 },
    ...(table.filter === false ? {} : { autoFilter: { range: `A2:${columnName(width)}${Math.max(2, tableEnd)}` } }),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 30 }],
      ...notes.map((note, index) => [tableEnd + index, { height: noteHeight(note, columns) }] as const),
    ]),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: table.pagesWide ?? 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$2',
      ...(table.pagesWide && table.frozen ? { printTitlesColumn: `$A:$${columnName(table.frozen - 1)}` } : {}),
    },
    headerFooter: { oddFooter: `&L${markText(table.mark)}&C第 &P 页 共 &N 页` },
  };
}

/**
 * A workbook of such sheets: text stays text (no formula can be smuggled in by a title), dates are dates.
 * Code: export-failed; `title` names the artefact in the message and in the file's properties.
 */
export async function workbook(name: string, title: string, sheets: readonly WriteSheet[]): Promise<Result<ExportedFile>> {
  try {
    const bytes = await writeXlsx({ sheets: [...sheets], properties: { creator: '先审', title } });
    return ok(exportedFile(name, XLSX, bytes));
  } catch {
    return fail('export-failed', `${title}没有生成。记录都在，没有改动；请再试一次，仍不行请导出审查日志留存并联系维护人员。`);
  }
}
