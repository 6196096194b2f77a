import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx';
import type { FormModel } from '../review/artefacts.ts';
import type { ExportedFile } from '../review/contract.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import { DOCX, exportedFile } from './exported-file.ts';
import { FONTS } from './fonts.ts';
import { type FormCell, formFoot, formHead, formRows } from './form-rows.ts';
import { qrPng } from './qr-png.ts';

/** Twentieths of a point to a millimetre. */
const mm = (value: number): number => Math.round(value * 56.693);
/** UX.md §3: 28/50/28/50 mm, together 156. */
const WIDTHS = [28, 50, 28, 50].map(mm);
const SMALL = 21;
const NORMAL = 24;

function lines(
  text: string,
  size: number,
  font: string = FONTS.text,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph[] {
  return text.split('\n').map((line) => new Paragraph({ alignment, children: [new TextRun({ text: line, font, size })] }));
}

function cell(children: readonly Paragraph[], first: number, span = 1, signed = false): TableCell {
  const width = WIDTHS.slice(first, first + span).reduce((sum, each) => sum + each, 0);
  return new TableCell({
    children: [...children],
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: signed ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    margins: { top: mm(0.5), bottom: mm(0.5), left: mm(1.5), right: mm(1.5) },
  });
}

const label = (text: string, first: number): TableCell => cell(lines(text, NORMAL, FONTS.label, AlignmentType.CENTER), first);

function row(height: number, cells: readonly TableCell[]): TableRow {
  return new TableRow({ cantSplit: true, height: { value: mm(height), rule: HeightRule.ATLEAST }, children: [...cells] });
}

/** Label and field; the signature, where there is one, stands under the text at the right. */
function cellsOf({ label: name, text, small, signed }: FormCell, first: number, span: number): TableCell[] {
  const signature = signed === undefined ? [] : lines(signed, SMALL, FONTS.text, AlignmentType.RIGHT);
  return [
    label(name, first),
    cell([...lines(text, small ? SMALL : NORMAL), ...signature], first + 1, span, signed !== undefined),
  ];
}

function tableOf(model: FormModel): Table {
  const outer = { style: BorderStyle.SINGLE, size: 12, color: '000000' };
  const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  return new Table({
    columnWidths: WIDTHS,
    width: { size: WIDTHS.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    borders: { top: outer, bottom: outer, left: outer, right: outer, insideHorizontal: inner, insideVertical: inner },
    rows: formRows(model).map(({ height, cells }) =>
      row(
        height,
        cells.flatMap((each, at) => cellsOf(each, at * 2, cells.length === 1 ? 3 : 1)),
      ),
    ),
  });
}

/** Units of drawings (EMU) to a millimetre. */
const emu = (value: number): number => Math.round(value * 36_000);
/** Side of the QR code on paper: 0.4 mm a module, which an office scanner at 200 dpi still reads. */
const QR_MM = 29;

/** The checkpoint note as a QR code in the right upper corner: it floats, so it costs the sheet no height. */
function qrRun({ chainNote }: FormModel): ImageRun[] {
  if (chainNote === '') return [];
  const pixels = (QR_MM / 25.4) * 96;
  return [
    new ImageRun({
      type: 'png',
      data: qrPng(chainNote).png,
      transformation: { width: pixels, height: pixels },
      altText: { name: '链上编码二维码', title: '链上编码二维码', description: '检查点全文，其摘要即链上编码' },
      floating: {
        horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: emu(210 - 8 - QR_MM) },
        verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: emu(3) },
        behindDocument: false,
      },
    }),
  ];
}

/** 《政府信息公开保密审查表》 on A4, fields of workflow.md §2, measures of UX.md §3. An unfinished chain prints 未完成. */
export async function formDocx(model: FormModel): Promise<Result<ExportedFile>> {
  const head = new Paragraph({
    tabStops: [{ type: 'right', position: mm(156) }],
    children: [
      new TextRun({
        text: formHead(model).join('\t'),
        font: FONTS.text,
        size: NORMAL,
      }),
    ],
  });
  const document = new Document({
    creator: '先审',
    lastModifiedBy: '先审',
    title: '政府信息公开保密审查表',
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), right: mm(28), bottom: mm(18), left: mm(26) },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 120 },
            children: [new TextRun({ text: '政府信息公开保密审查表', font: FONTS.title, size: 44 }), ...qrRun(model)],
          }),
          head,
          tableOf(model),
          ...lines(formFoot(model), SMALL),
        ],
      },
    ],
  });
  try {
    return ok(exportedFile(`${model.row.number}-审查表.docx`, DOCX, new Uint8Array(await Packer.toBuffer(document))));
  } catch {
    return fail('export-failed', '审查表没有生成。签批记录都在，没有改动；请再试一次。');
  }
}
