import type { PageBlock, PageCell } from '../../review/model/index.ts';
import { fail, ok, type Result } from '../../review/model/index.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, ReadControl, Reading } from '../format.ts';
import { type Decoded, decode } from './decode.ts';
import { looksLikeTitle, numberedHeadingLevel } from './heading-level.ts';
import { type Line, linesOf, stretchesOf } from './lines.ts';

/** Plain text: the format of last resort, so it stands last in the list and its reader refuses what is no text. */
export const textFormat: Format = {
  id: 'txt',
  title: '纯文本（txt）',
  extensions: ['txt', 'text', 'md', 'csv', 'log'],
  probe: () => true,
  read: async (bytes, builder, control) => readText(bytes, builder, control),
};

function readText(bytes: Uint8Array, builder: DraftBuilder, control: ReadControl): Result<Reading> {
  control.progress?.('正在读取文字');
  const decoded = decode(bytes);
  if (!decoded.isText) {
    return fail(
      'not-text',
      '这个文件里没有可以读出的文字：内容既不是能识别的文档格式，也不是文本。文件没有被保存。请确认选对了文件，或用原来的软件另存为 docx 或 txt 后再导入。',
    );
  }
  report(decoded, builder);
  const page = new TextPage(builder);
  for (const line of linesOf(decoded.text)) {
    if (line.number % 20_000 === 0) control.progress?.('正在读取文字', line.start / decoded.text.length);
    page.take(line);
  }
  return ok({ page: page.end(), encoding: decoded.encoding });
}

function report(decoded: Decoded, builder: DraftBuilder): void {
  if (decoded.replaced > 0) {
    builder.warn(
      'text-undecodable',
      `有 ${decoded.replaced} 处字节不能按 ${decoded.encoding} 解码，显示为“�”。这些地方的文字没有检查，请对照原文件人工查看。`,
    );
  }
  if (decoded.nuls > 0) builder.warn('text-nul', `文件中夹有 ${decoded.nuls} 个空字符（NUL），已去掉后检查，前后文字连在一起。`);
  if (!decoded.sure) {
    builder.warn(
      'text-encoding-unsure',
      `文字编码按 ${decoded.encoding} 读取，但把握不大。如果显示为乱码，请另存为 UTF-8 后重新导入。`,
    );
  }
}

/** Turns lines into pieces and page blocks; consecutive lines with tabs become one table, its first line the header. */
class TextPage {
  private readonly builder: DraftBuilder;
  private readonly blocks: PageBlock[] = [];
  private rows: Line[] = [];
  private tables = 0;
  private titled = false;

  constructor(builder: DraftBuilder) {
    this.builder = builder;
  }

  take(line: Line): void {
    if (line.text.trim().includes('\t')) {
      this.rows.push(line);
      return;
    }
    this.closeTable();
    if (line.text.trim() !== '') this.addLine(line);
  }

  end(): PageBlock[] {
    this.closeTable();
    return this.blocks;
  }

  private addLine(line: Line): void {
    const level = this.levelOf(line.text);
    for (const stretch of stretchesOf(line.text)) {
      if (stretch.text.trim() === '') continue;
      const piece = this.builder.add({
        kind: level === undefined ? 'body' : 'heading',
        visible: true,
        text: stretch.text,
        where: { label: `第${line.number}行`, part: '', paragraph: line.number, offset: line.start + stretch.start },
      });
      this.blocks.push(level === undefined ? { type: 'paragraph', piece } : { type: 'heading', level, piece });
    }
  }

  private levelOf(text: string): number | undefined {
    const title = !this.titled && looksLikeTitle(text);
    this.titled = true;
    return title ? 1 : numberedHeadingLevel(text);
  }

  /** A single line with a tab is a label with its value, not a table: it has no header to be read by. */
  private closeTable(): void {
    const rows = this.rows;
    this.rows = [];
    if (rows.length === 0) return;
    if (rows.length === 1 && rows[0]) {
      this.addLine(rows[0]);
      return;
    }
    const headers = (rows[0]?.text ?? '').split('\t').map((text) => text.trim());
    this.blocks.push({ type: 'table', rows: rows.map((line, row) => this.addRow(line, row, headers)) });
    this.tables += 1;
  }

  private addRow(line: Line, row: number, headers: readonly string[]): PageCell[] {
    let start = line.start;
    return line.text.split('\t').map((raw, column) => {
      const text = raw.trim();
      const offset = start + raw.indexOf(text);
      start += raw.length + 1;
      const where = { label: `表${this.tables + 1} 第${row + 1}行第${column + 1}列`, part: '', paragraph: line.number };
      const cell = { table: this.tables, row, column, header: row === 0 ? '' : (headers[column] ?? '') };
      const pieces: number[] = [];
      for (const stretch of text === '' ? [] : stretchesOf(text)) {
        pieces.push(
          this.builder.add({
            kind: 'table-cell',
            visible: true,
            text: stretch.text,
            where: { ...where, offset: offset + stretch.start },
            cell,
          }),
        );
      }
      return { pieces };
    });
  }
}
