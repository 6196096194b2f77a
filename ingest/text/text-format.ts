import type { PageBlock, PageCell } from '../../review/model/index.ts';
import { fail, ok, type Result } from '../../review/model/index.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, ReadControl, Reading } from '../format.ts';
import { decode } from './decode.ts';
import { looksLikeTitle, numberedHeadingLevel } from './heading-level.ts';
import { type Line, linesOf, stretchesOf } from './lines.ts';
import { overstruck } from './overstrike.ts';
import { reportDecoding } from './report-decoding.ts';

/** Plain text: the format of last resort, so it stands last in the list and its reader refuses what is no text. */
export const textFormat: Format = {
  id: 'txt',
  title: '纯文本（txt）',
  extensions: ['txt', 'text', 'md', 'markdown', 'csv', 'log'],
  probe: () => true,
  read: async (bytes, builder, control) => readText(bytes, builder, control),
};

function readText(bytes: Uint8Array, builder: DraftBuilder, control: ReadControl): Result<Reading> {
  control.progress?.('正在读取文字');
  const decoded = decode(bytes, control.encoding);
  if (!decoded.isText) {
    return fail(
      'not-text',
      '这个文件里没有可以读出的文字：内容既不是能识别的文档格式，也不是文本。文件没有被保存。请确认选对了文件，或用原来的软件另存为 docx 或 txt 后再导入。',
    );
  }
  reportDecoding(decoded, builder);
  const page = new TextPage(builder);
  for (const line of linesOf(decoded.text)) {
    if (line.number % 20_000 === 0) control.progress?.('正在读取文字', line.start / decoded.text.length);
    page.take(line);
  }
  return ok({ page: page.end(), encoding: decoded.encoding });
}

/** A row of a table in Markdown; the line below its head is drawn with dashes. */
const MARKED = /^\s*\|.*\|\s*$/;
const DASHES = /^[\s|:-]+$/;

/** Columns drawn with bars by hand (编号｜位置｜型号): what pasted tables and old typists leave. */
const BAR = /[|｜│┃]/;
/** Columns set apart by wide blanks only (姓名　身份证号　住址): believed from three lines on, none of which holds a sentence or a label. */
const SPACED = /\u3000+| {2,}/;
const LEAST_SPACED_LINES = 3;
const LEAST_SPACED_CELLS = 4;
const MOST_SPACED_CELL = 24;
/** Cells of such a line, 0 for every other. */
function spacedCells(line: string): number {
  const trimmed = line.trim();
  if (trimmed.length > 240 || /[，。；：:！？\t]/.test(trimmed)) return 0;
  const cells = trimmed.split(SPACED);
  return cells.length >= LEAST_SPACED_CELLS && cells.every((cell) => cell.length <= MOST_SPACED_CELL) ? cells.length : 0;
}

/** How many bars a line has; a table keeps their number from row to row. */
const barsOf = (line: string): number => line.split(BAR).length - 1;

/** The cells of a row and where each starts in its line. */
function cellsOf(line: string): { readonly text: string; readonly start: number }[] {
  const marked = MARKED.test(line);
  let start = marked ? line.indexOf('|') + 1 : 0;
  const inner = marked ? line.slice(start, line.lastIndexOf('|')) : line;
  if (spacedCells(line) > 0 && !BAR.test(line)) return spacedCellsOf(line);
  return inner.split(marked ? '|' : line.includes('\t') ? '\t' : BAR).map((raw) => {
    const text = raw.trim();
    const cell = { text, start: start + raw.indexOf(text) };
    start += raw.length + 1;
    return cell;
  });
}

function spacedCellsOf(line: string): { readonly text: string; readonly start: number }[] {
  return [...line.matchAll(/(?:(?!\u3000| {2}).)+/gu)]
    .map((match) => ({ text: match[0].trim(), start: match.index + match[0].indexOf(match[0].trim()) }))
    .filter((cell) => cell.text !== '');
}

/** Turns lines into pieces and page blocks; consecutive lines with tabs, or with the same number of bars, become one table, its first line the header. */
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
    const bars = barsOf(line.text);
    if (bars > 0 || line.text.trim().includes('\t') || MARKED.test(line.text)) {
      const last = this.rows.at(-1);
      if (last && (barsOf(last.text) !== bars || (bars === 0 && !last.text.includes('\t')))) this.closeTable();
      this.rows.push(line);
      return;
    }
    const cells = spacedCells(line.text);
    if (cells > 0) {
      const last = this.rows.at(-1);
      if (last && spacedCells(last.text) !== cells) this.closeTable();
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
    if (line.text.includes('\b')) {
      this.addStruck(line);
      return;
    }
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

  /** Such a line has no offsets: what it shows stands nowhere in the file as it is read. */
  private addStruck(line: Line): void {
    const { shown, beneath } = overstruck(line.text);
    const where = { label: `第${line.number}行`, part: '', paragraph: line.number };
    for (const { text } of stretchesOf(shown)) {
      if (text.trim() === '') continue;
      this.blocks.push({ type: 'paragraph', piece: this.builder.add({ kind: 'body', visible: true, text, where }) });
    }
    if (beneath.trim() === '') return;
    const label = `${where.label} 被后面的字盖住`;
    this.builder.add({ kind: 'hidden-text', visible: false, text: beneath, where: { ...where, label } });
  }

  private levelOf(text: string): number | undefined {
    const title = !this.titled && looksLikeTitle(text);
    this.titled = true;
    return title ? 1 : numberedHeadingLevel(text);
  }

  /** A single line with a tab or a bar is a label with its value, not a table: it has no header to be read by. */
  private closeTable(): void {
    const rows = this.rows.filter((line) => !(MARKED.test(line.text) && DASHES.test(line.text)));
    this.rows = [];
    if (rows.length === 0) return;
    const spaced = rows.length < LEAST_SPACED_LINES && rows.every((line) => spacedCells(line.text) > 0 && !BAR.test(line.text));
    if (rows.length === 1 || spaced) {
      for (const line of rows) this.addLine(line);
      return;
    }
    const headers = cellsOf(rows[0]?.text ?? '').map((cell) => cell.text);
    this.blocks.push({ type: 'table', rows: rows.map((line, row) => this.addRow(line, row, headers)) });
    this.tables += 1;
  }

  private addRow(line: Line, row: number, headers: readonly string[]): PageCell[] {
    return cellsOf(line.text).map(({ text, start }, column) => {
      const offset = line.start + start;
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
