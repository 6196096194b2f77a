import { Document, Footer, Header, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { type Draft, fail, ok, type PageBlock, type PieceKind, type Result } from '../review/model/index.ts';
import { type Edit, editedText } from './edited-text.ts';
import { FONTS } from './fonts.ts';

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;
/** Visible text that mammoth's page does not hold but a reader of the document sees. */
const BEHIND_THE_BODY: readonly PieceKind[] = ['text-box', 'footnote', 'endnote', 'tracked-insertion'];

const run = (text: string, font: string = FONTS.text, size = 32): TextRun => new TextRun({ text, font, size });

interface Setting {
  readonly draft: Draft;
  readonly edits: readonly Edit[];
  readonly drawn: Set<number>;
}

function textOf(setting: Setting, index: number): string {
  const piece = setting.draft.pieces[index];
  if (!piece?.visible) return '';
  setting.drawn.add(index);
  return editedText(piece, setting.edits);
}

function blockOf(setting: Setting, block: PageBlock): Paragraph | Table {
  if (block.type === 'heading')
    return new Paragraph({
      heading: HEADINGS[Math.min(block.level, 4) - 1] ?? HeadingLevel.HEADING_4,
      children: [run(textOf(setting, block.piece), FONTS.label)],
    });
  if (block.type === 'paragraph')
    return new Paragraph({
      spacing: { line: 560, lineRule: 'exact' },
      children: [run(`${block.list ?? ''}${textOf(setting, block.piece)}`)],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: block.rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.colspan ?? 1,
                rowSpan: cell.rowspan ?? 1,
                children: (cell.pieces.length > 0 ? cell.pieces : [-1]).map(
                  (piece) => new Paragraph({ children: [run(textOf(setting, piece), FONTS.text, 24)] }),
                ),
              }),
          ),
        }),
    ),
  });
}

function paragraphsOf(setting: Setting, kinds: readonly PieceKind[]): Paragraph[] {
  return setting.draft.pieces
    .filter((piece) => kinds.includes(piece.kind) && piece.visible && !setting.drawn.has(piece.index))
    .map((piece) => new Paragraph({ children: [run(textOf(setting, piece.index), FONTS.text, 24)] }));
}

/** A new .docx from what a reader sees, with the edits applied; formatting is plain and to be checked by hand. */
export async function cleanDocx(draft: Draft, edits: readonly Edit[]): Promise<Result<Uint8Array>> {
  const setting: Setting = { draft, edits, drawn: new Set() };
  const body = draft.page.map((block) => blockOf(setting, block));
  const rest = paragraphsOf(setting, ['body', 'heading', 'table-cell', ...BEHIND_THE_BODY]);
  const document = new Document({
    creator: '先审',
    lastModifiedBy: '先审',
    sections: [
      {
        headers: { default: new Header({ children: paragraphsOf(setting, ['header']) }) },
        footers: { default: new Footer({ children: paragraphsOf(setting, ['footer']) }) },
        children: [...body, ...rest],
      },
    ],
  });
  try {
    return ok(new Uint8Array(await Packer.toBuffer(document)));
  } catch {
    return fail('clean-copy-failed', '脱敏稿没有生成。原稿和处置都在；请导出修改清单，在 WPS 里改好后导入新版本。');
  }
}
