import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import type { LedgerModel, LedgerRow } from '../review/artefacts.ts';
import type { ExportedFile } from '../review/contract.ts';
import { ATTRIBUTES, fail, ok, type Result, STATES } from '../review/model/index.ts';
import { daySerial } from './civil-date.ts';
import { exportedFile, XLSX } from './exported-file.ts';

type Value = (row: LedgerRow, index: number) => CellValue;
interface Column {
  readonly header: string;
  /** Characters. */
  readonly width: number;
  readonly value: Value;
  readonly date?: boolean;
  /** Left empty in the masked form: the ledger itself may reveal what the review prevented (workflow.md §3). */
  readonly revealing?: boolean;
}

const COLUMNS: readonly Column[] = [
  { header: '序号', width: 6, value: (_row, index) => index + 1 },
  { header: '审查编号', width: 16, value: (row) => row.row.number },
  { header: '信息名称', width: 40, value: (row) => row.row.title, revealing: true },
  { header: '文号', width: 20, value: (row) => row.documentNumber, revealing: true },
  { header: '处室', width: 14, value: (row) => row.row.department },
  { header: '承办人', width: 10, value: (row) => row.row.drafter },
  { header: '公开属性', width: 12, value: (row) => ATTRIBUTES[row.row.attribute] },
  { header: '生成日期', width: 12, value: (row) => daySerial(row.createdOn), date: true },
  { header: '送审日期', width: 12, value: (row) => daySerial(row.submittedOn), date: true },
  { header: '状态', width: 12, value: (row) => STATES[row.row.state] },
  { header: '审查结论', width: 12, value: (row) => row.conclusion },
  { header: '依据', width: 24, value: (row) => row.basis },
  { header: '机检命中', width: 9, value: (row) => row.row.counts.total },
  { header: '已处置', width: 8, value: (row) => row.row.counts.decided },
  { header: '处室负责人', width: 11, value: (row) => row.head },
  { header: '保密审查人', width: 11, value: (row) => row.reviewer },
  { header: '签批人', width: 10, value: (row) => row.leader },
  { header: '批准日期', width: 12, value: (row) => daySerial(row.approvedOn), date: true },
  { header: '发布渠道', width: 12, value: (row) => row.channel },
  { header: '发布日期', width: 12, value: (row) => daySerial(row.publishedOn), date: true },
  { header: '发布人', width: 10, value: (row) => row.publisher },
  { header: '用时（工作日）', width: 12, value: (row) => row.workingDays ?? null },
  { header: '链上编码', width: 38, value: (row) => row.chainCode },
  { header: '备注', width: 20, value: () => '' },
];

const thin = { style: 'thin' } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const TITLE: CellStyle = {
  font: { name: '宋体', size: 18, bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
};
const HEAD: CellStyle = {
  font: { name: '黑体', size: 11, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8ECF2' } },
  border,
};
const TEXT: CellStyle = { font: { name: '宋体', size: 10 }, alignment: { vertical: 'center', wrapText: true }, border };
const DATE: CellStyle = { ...TEXT, numFmt: 'yyyy-mm-dd' };
/** 条例 26: twenty working days from the day the information was made. */
const OVERDUE: CellStyle = { ...TEXT, font: { name: '宋体', size: 10, bold: true, color: { rgb: 'C00000' } } };
const LIMIT = 20;

function columnName(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function styleOf(column: Column, row: LedgerRow): CellStyle {
  if (column.date) return DATE;
  return column.header.startsWith('用时') && (row.workingDays ?? 0) > LIMIT ? OVERDUE : TEXT;
}

/** What ties the printed sheet to the log; a form and the monthly table bear the same (signoff-design 5.3). */
const markText = ({ mark }: LedgerModel): string => (mark ? `链上编码 ${mark.code}  序号 ${mark.seq}` : '');

function sheetOf(model: LedgerModel): WriteSheet {
  const last = columnName(COLUMNS.length - 1);
  const title = `${model.office} 政府信息公开保密审查登记台账（${model.masked ? '脱敏' : '全量'}）  ${model.madeOn}`;
  const rows: CellValue[][] = [[title], COLUMNS.map((column) => column.header)];
  const cells: NonNullable<WriteSheet['cells']> = new Map([['0,0', { style: TITLE }]]);
  COLUMNS.forEach((_column, index) => {
    cells.set(`1,${index}`, { style: HEAD });
  });
  model.rows.forEach((row, index) => {
    rows.push(COLUMNS.map((column) => (model.masked && column.revealing ? '(略)' : column.value(row, index))));
    COLUMNS.forEach((column, at) => {
      cells.set(`${index + 2},${at}`, { style: styleOf(column, row) });
    });
  });
  return {
    name: '审查登记台账',
    rows,
    cells,
    columns: COLUMNS.map((column) => ({ width: column.width })),
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: COLUMNS.length - 1 }],
    freezePane: { rows: 2, columns: 2 },
    autoFilter: { range: `A2:${last}${Math.max(2, rows.length)}` },
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 30 }],
    ]),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$2',
    },
    headerFooter: { oddFooter: `&L${markText(model)}&C第 &P 页 共 &N 页` },
  };
}

/** 审查登记台账 as a real workbook: text stays text (no formula can be smuggled in by a title), dates are dates. */
export async function ledgerXlsx(model: LedgerModel): Promise<Result<ExportedFile>> {
  try {
    const bytes = await writeXlsx({ sheets: [sheetOf(model)], properties: { creator: '先审', title: '审查登记台账' } });
    return ok(exportedFile(`审查登记台账-${model.madeOn}${model.masked ? '-脱敏' : ''}.xlsx`, XLSX, bytes));
  } catch {
    return fail('export-failed', '台账没有生成。记录都在，没有改动；请再试一次，仍不行请导出审查日志留存并联系维护人员。');
  }
}
