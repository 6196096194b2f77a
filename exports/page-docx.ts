import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ExportedFile } from '../review/contract.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { SheetHead } from '../review/usecases/exports/sheet-head.ts';
import { DOCX, exportedFile } from './exported-file.ts';
import { FONTS } from './fonts.ts';

/** Twentieths of a point to a millimetre. */
const mm = (value: number): number => Math.round(value * 56.693);
/** Text width of an A4 page between margins of 26 and 24 mm. */
const WIDTH_MM = 160;
/** Half points: 五号, 小四, 二号. */
const SMALL = 21;
const NORMAL = 24;
const TITLE = 44;

export type Block = Paragraph | Table;

/** A paragraph of body text. */
export const textLine = (text: string, size = NORMAL): Paragraph =>
  new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text, font: FONTS.text, size })] });

/** A heading of a part: 一、… */
export const partTitle = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 80 },
    children: [new TextRun({ text, font: FONTS.label, size: NORMAL })],
  });

export interface GridCell {
  readonly text: string;
  readonly head?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly right?: boolean;
}

function cellOf(cell: GridCell): TableCell {
  const alignment = cell.head ? AlignmentType.CENTER : cell.right ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    children: cell.text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment,
          children: [new TextRun({ text: line, font: cell.head ? FONTS.label : FONTS.text, size: SMALL })],
        }),
    ),
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: mm(0.6), bottom: mm(0.6), left: mm(1), right: mm(1) },
    ...(cell.columns === undefined ? {} : { columnSpan: cell.columns }),
    ...(cell.rows === undefined ? {} : { rowSpan: cell.rows }),
  });
}

/** A table with merged cells; `shares` are the relative widths of its columns. The first `heads` rows repeat on every page. */
export function grid(shares: readonly number[], rows: readonly (readonly GridCell[])[], heads = 1): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((mm(WIDTH_MM) * share) / whole));
  const line = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index < heads,
          children: cells.map(cellOf),
        }),
    ),
  });
}

/** A table whose first row names the columns. */
export const table = (headers: readonly string[], shares: readonly number[], rows: readonly (readonly string[])[]): Table =>
  grid(shares, [headers.map((text) => ({ text, head: true })), ...rows.map((row) => row.map((text) => ({ text })))]);

/** An A4 page set: title, blocks, and a foot with what ties it to the log and the page number. Code: export-failed. */
export async function pageDocx(
  name: string,
  title: string,
  blocks: readonly Block[],
  { mark }: Pick<SheetHead, 'mark'>,
): Promise<Result<ExportedFile>> {
  const code = mark ? `链上编码 ${mark.code}  序号 ${mark.seq}    ` : '';
  const foot = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            font: FONTS.text,
            size: 18,
            children: [`${code}第 `, PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  });
  const margin = { top: mm(25), right: mm(24), bottom: mm(22), left: mm(26) };
  const head = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [new TextRun({ text: title, font: FONTS.title, size: TITLE })],
  });
  const document = new Document({
    creator: '先审',
    lastModifiedBy: '先审',
    title,
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin } },
        footers: { default: foot },
        children: [head, ...blocks],
      },
    ],
  });
  try {
    return ok(exportedFile(name, DOCX, new Uint8Array(await Packer.toBuffer(document))));
  } catch {
    return fail('export-failed', `${title}没有生成。记录都在，没有改动；请再试一次。`);
  }
}
