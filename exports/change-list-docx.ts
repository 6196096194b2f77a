import { Document, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { ChangeListModel } from '../review/artefacts.ts';
import type { ExportedFile } from '../review/contract.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import { DOCX, exportedFile } from './exported-file.ts';
import { FONTS } from './fonts.ts';

const HEADERS = ['序号', '位置', '原文', '处置', '改为', '理由'] as const;
/** Of the table, in percent: the quotations need the room. */
const WIDTHS = [9, 12, 27, 10, 20, 22] as const;

const textCell = (text: string, font: string, at: number): TableCell =>
  new TableCell({
    width: { size: WIDTHS[at] ?? 10, type: WidthType.PERCENTAGE },
    children: [new Paragraph({ children: [new TextRun({ text, font, size: 21 })] })],
  });

/** 修改清单: what to change by hand in WPS or Word, place by place. It quotes the draft, so it stays in the office. */
export async function changeListDocx(model: ChangeListModel): Promise<Result<ExportedFile>> {
  const head = new TableRow({ tableHeader: true, children: HEADERS.map((header, at) => textCell(header, FONTS.label, at)) });
  const rows = model.items.map(
    (item, index) =>
      new TableRow({
        cantSplit: true,
        children: [String(index + 1), item.where, item.text, item.decision, item.replacement, item.reason].map((text, at) =>
          textCell(text, FONTS.text, at),
        ),
      }),
  );
  const paragraph = (text: string, font: string, size: number): Paragraph =>
    new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text, font, size })] });
  const document = new Document({
    creator: '先审',
    lastModifiedBy: '先审',
    title: '修改清单',
    sections: [
      {
        children: [
          paragraph(`${model.number} 修改清单（内部使用，含原文，不得公开）`, FONTS.title, 32),
          paragraph(`文件：${model.fileName}。改好后在本件里“导入新版本”，程序会重新检查，已定的处置自动带入。`, FONTS.text, 21),
          new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, layout: TableLayoutType.FIXED, rows: [head, ...rows] }),
        ],
      },
    ],
  });
  try {
    return ok(exportedFile(`${model.number}-修改清单.docx`, DOCX, new Uint8Array(await Packer.toBuffer(document))));
  } catch {
    return fail('export-failed', '修改清单没有生成。处置记录都在，没有改动；请再试一次。');
  }
}
