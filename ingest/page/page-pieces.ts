import type { PageBlock } from '../../review/model/index.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import { looksLikeTitle, numberedHeadingLevel } from '../text/heading-level.ts';
import { linesOf, stretchesOf } from '../text/lines.ts';
import type { Glyph } from './glyph.ts';
import { type FlowBlock, joined } from './page-flow.ts';
import type { PageTexts } from './page-texts.ts';
import type { PieceTrace, TracedGlyph } from './piece-trace.ts';

type Paragraph = Extract<FlowBlock, { type: 'paragraph' }>;
type Rows = Extract<FlowBlock, { type: 'table' }>;
interface Waiting {
  text: string;
  open: boolean;
  readonly page: number;
  readonly traced: TracedGlyph[];
}
interface Table {
  readonly number: number;
  headers: readonly string[];
  row: number;
  readonly rows: { pieces: number[] }[][];
}

/** Lines in the first or last place of at least so many pages are headers and footers. */
const REPEATED = 3;
/** Characters of a header or footer; running text is longer, or fills its line. */
const LONGEST = 50;
const PAGE_NUMBER = /^[\s\-—–·•第共页/ⅰ-ⅻ]*\d{0,4}[\s\-—–·•第共页/\d]*$/;

/** Turns the pages' blocks into pieces and page blocks: paragraphs and tables go on over the page's end, margins stand apart. */
export class PagePieces {
  readonly blocks: PageBlock[] = [];
  private readonly builder: DraftBuilder;
  private readonly margins: ReadonlySet<string>;
  private readonly saidMargins = new Map<string, number>();
  private readonly trace: PieceTrace | undefined;
  private waiting: Waiting | undefined;
  private table: Table | undefined;
  private tables = 0;
  private titled = false;

  /** `trace` is told which painted characters make up which piece. */
  constructor(builder: DraftBuilder, pages: readonly PageTexts[], trace?: PieceTrace) {
    this.builder = builder;
    this.trace = trace;
    const edges = pages.flatMap(({ flow }) => [...new Set(edgesOf(flow).map((edge) => shapeOf(edge)))]);
    const counts = Map.groupBy(edges, (shape) => shape);
    this.margins = new Set([...counts].filter(([, all]) => all.length >= REPEATED).map(([shape]) => shape));
  }

  /** `number` counts from 1. */
  addPage(number: number, { flow }: PageTexts): void {
    const edges = new Set<FlowBlock>(edgesOf(flow));
    const margin = (block: FlowBlock): boolean =>
      block.type === 'paragraph' && edges.has(block) && (this.margins.has(shapeOf(block)) || PAGE_NUMBER.test(block.text));
    for (const block of flow) {
      if (block.type === 'paragraph' && margin(block)) this.margin(block, number, block === flow[0]);
      else if (block.type === 'paragraph') this.paragraph(block, number);
      else this.addRows(block, number);
    }
  }

  end(): void {
    this.flush();
    this.table = undefined;
  }

  /** Said once, painted on every page. */
  private margin({ text, glyphs }: Paragraph, page: number, top: boolean): void {
    const label = `第${page}页 ${top ? '页眉' : '页脚'}`;
    const piece =
      this.saidMargins.get(text) ??
      this.builder.add({ kind: top ? 'header' : 'footer', visible: true, text, where: { label, part: '' } });
    this.saidMargins.set(text, piece);
    this.trace?.note(text, tracedOn(page, glyphs), [{ piece, start: 0, length: text.length }]);
  }

  private paragraph(block: Paragraph, page: number): void {
    this.table = undefined;
    if (this.waiting && this.waiting.page !== page && this.waiting.open && block.flush) {
      this.waiting.text = joined(this.waiting.text, block.text);
      this.waiting.open = block.open;
      this.waiting.traced.push(...tracedOn(page, block.glyphs));
    } else {
      this.flush();
      this.waiting = { text: block.text, open: block.open, page, traced: tracedOn(page, block.glyphs) };
    }
  }

  private flush(): void {
    const waiting = this.waiting;
    this.waiting = undefined;
    if (!waiting) return;
    const level = numberedHeadingLevel(waiting.text) ?? (!this.titled && looksLikeTitle(waiting.text) ? 1 : undefined);
    this.titled = true;
    const noted = [...stretchesOf(waiting.text)].map(({ text, start }) => {
      const where = { label: `第${waiting.page}页`, part: '' };
      const piece = this.builder.add({ kind: level === undefined ? 'body' : 'heading', visible: true, text, where });
      this.blocks.push(level === undefined ? { type: 'paragraph', piece } : { type: 'heading', level, piece });
      return { piece, start, length: text.length };
    });
    this.trace?.note(waiting.text, waiting.traced, noted);
  }

  /** A table at the top of a page with as many columns as the one that ended the last page is its rest. */
  private addRows({ rows, glyphs }: Rows, page: number): void {
    this.flush();
    const columns = rows[0]?.length ?? 0;
    if (!this.table || this.table.headers.length !== columns) {
      this.table = { number: this.tables, headers: rows[0] ?? [], row: 0, rows: [] };
      this.tables += 1;
      this.blocks.push({ type: 'table', rows: this.table.rows });
    }
    for (const [at, row] of rows.entries()) this.addRow(row, glyphs[at] ?? [], this.table, page);
  }

  private addRow(row: readonly string[], glyphs: Rows['glyphs'][number], table: Table, page: number): void {
    const repeats = table.row > 0 && row.join('\t') === table.headers.join('\t');
    const cells = row.map((text, column) => {
      const cell = {
        table: table.number,
        row: repeats ? 0 : table.row,
        column,
        header: table.row === 0 || repeats ? '' : (table.headers[column] ?? ''),
      };
      const label = `第${page}页 表${table.number + 1} 第${table.row + 1}行第${column + 1}列`;
      const noted = [...linesOf(text)]
        .flatMap((line) => [...stretchesOf(line.text)].map((stretch) => ({ ...stretch, start: line.start + stretch.start })))
        .filter((stretch) => stretch.text.trim() !== '')
        .map((stretch) => {
          const where = { label, part: '' };
          const piece = this.builder.add({ kind: 'table-cell', visible: true, text: stretch.text, where, cell });
          return { piece, start: stretch.start, length: stretch.text.length };
        });
      this.trace?.note(text, tracedOn(page, glyphs[column] ?? []), noted);
      return { pieces: noted.map(({ piece }) => piece) };
    });
    table.rows.push(cells);
    table.row += 1;
  }
}

/** First and last paragraphs of a page, where headers and footers stand. */
function edgesOf(flow: readonly FlowBlock[]): Paragraph[] {
  const edges = flow.length > 1 ? [flow[0], flow.at(-1)] : [];
  return edges.filter((block): block is Paragraph => block?.type === 'paragraph' && !block.open && block.text.length <= LONGEST);
}

const tracedOn = (page: number, glyphs: readonly Glyph[]): TracedGlyph[] => glyphs.map((glyph) => ({ page, glyph }));

const shapeOf = ({ text }: Paragraph): string => text.replaceAll(/\d+/g, '#');
