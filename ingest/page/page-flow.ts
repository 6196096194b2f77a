import type { Glyph } from './glyph.ts';
import type { Segment, TextLine } from './text-lines.ts';

/** What stands on a page one below the other. */
export type FlowBlock =
  | {
      readonly type: 'paragraph';
      readonly text: string;
      /** Height of the first base line, points. */
      readonly base: number;
      /** True when the last line runs to the right edge, so that the text may go on. */
      readonly open: boolean;
      /** True when the first line stands at the left edge, so that it may be the rest of another. */
      readonly flush: boolean;
      /** What was painted, in the order of `text`, blanks aside. */
      readonly glyphs: readonly Glyph[];
    }
  | {
      readonly type: 'table';
      /** Line feeds part the paragraphs of a cell. */
      readonly rows: readonly (readonly string[])[];
      /** The same of each cell. */
      readonly glyphs: readonly (readonly (readonly Glyph[])[])[];
    };

/** Left and right edge of the text, points. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Columns of running text are wider than this share of the text; cells of tables are narrower. */
const WIDE = 0.3;

/** Joins lines to paragraphs (by indent, short last lines and gaps), rows of cells to tables, and unfolds columns of text. */
export function pageFlow(lines: readonly TextLine[], margins: Margins = marginsOf(lines)): FlowBlock[] {
  const blocks: FlowBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = manyCells(lines, at);
    if (rows.length >= 2 && !isColumns(rows, margins)) blocks.push(tableOf(rows));
    else if (rows.length >= 2) blocks.push(...unfolded(rows));
    else {
      const run = singles(lines, at);
      blocks.push(...paragraphs(run, margins));
      at += run.length;
      continue;
    }
    at += rows.length;
  }
  return blocks;
}

/** Edges of the text of a page, without the lines that stand out. */
export function marginsOf(lines: readonly TextLine[]): Margins {
  const lefts = lines.map((line) => line.segments[0]?.left ?? 0).sort((left, right) => left - right);
  const rights = lines.map((line) => line.segments.at(-1)?.right ?? 0).sort((left, right) => left - right);
  return { left: lefts[Math.floor(lefts.length * 0.05)] ?? 0, right: rights[Math.floor((rights.length - 1) * 0.95)] ?? 0 };
}

/** The lines from `from` on that hold several cells. */
function manyCells(lines: readonly TextLine[], from: number): TextLine[] {
  let to = from;
  while ((lines[to]?.segments.length ?? 0) > 1) to += 1;
  return lines.slice(from, to);
}

function singles(lines: readonly TextLine[], from: number): TextLine[] {
  let to = from + 1;
  while (to < lines.length && manyCells(lines, to).length < 2) to += 1;
  return lines.slice(from, to);
}

function isColumns(rows: readonly TextLine[], { left, right }: Margins): boolean {
  const most = Math.max(...rows.map((row) => row.segments.length));
  const wide = rows.filter((row) => row.segments.every((cell) => cell.right - cell.left > (right - left) * WIDE));
  return most <= 3 && wide.length * 2 > rows.length;
}

/** Each column from top to bottom, one after the other. */
function unfolded(rows: readonly TextLine[]): FlowBlock[] {
  const columns = columnsOf(rows);
  return columns.flatMap((column) => {
    const lines = rows.flatMap((row) => {
      const segments = row.segments.filter((segment) => nearest(columns, segment) === column);
      return segments.length > 0 ? [{ ...row, segments }] : [];
    });
    return paragraphs(lines, marginsOf(lines));
  });
}

function tableOf(lines: readonly TextLine[]): FlowBlock {
  const columns = columnsOf(lines);
  const cells = lines.map((line) => {
    const own = Map.groupBy(line.segments, (segment) => nearest(columns, segment));
    return columns.map((column) => own.get(column) ?? []);
  });
  const rows = cells.map((row) => row.map((segments) => segments.map(({ text }) => text).join(' ')));
  return { type: 'table', rows, glyphs: cells.map((row) => row.map((segments) => segments.flatMap(({ glyphs }) => glyphs))) };
}

/** The columns as the fullest row has them. */
function columnsOf(rows: readonly TextLine[]): readonly Segment[] {
  return rows.reduce<readonly Segment[]>((most, row) => (row.segments.length > most.length ? row.segments : most), []);
}

function nearest(columns: readonly Segment[], segment: Segment): Segment {
  const overlap = (column: Segment) => Math.min(column.right, segment.right) - Math.max(column.left, segment.left);
  return columns.reduce((best, column) => (overlap(column) > overlap(best) ? column : best), columns[0] ?? segment);
}

function paragraphs(lines: readonly TextLine[], { left, right }: Margins): FlowBlock[] {
  const blocks: { type: 'paragraph'; text: string; base: number; open: boolean; flush: boolean; glyphs: Glyph[] }[] = [];
  let above: TextLine | undefined;
  for (const line of lines) {
    const text = line.segments.map((segment) => segment.text).join(' ');
    const glyphs = line.segments.flatMap((segment) => segment.glyphs);
    const start = line.segments[0]?.left ?? 0;
    const end = line.segments.at(-1)?.right ?? 0;
    const last = blocks.at(-1);
    const flush = start < left + line.size * 1.2;
    if (last && above && last.open && flush && isBelow(above, line)) {
      last.text = joined(last.text, text);
      last.glyphs.push(...glyphs);
    } else if (text !== '') blocks.push({ type: 'paragraph', text, base: line.base, open: false, flush, glyphs });
    const current = blocks.at(-1);
    if (current) current.open = end > right - line.size * 2.2 && end - start > line.size * 6;
    above = line;
  }
  return blocks;
}

/** One line below the other, of about one size. */
function isBelow(above: TextLine, line: TextLine): boolean {
  return above.base - line.base < 3 * Math.max(above.size, line.size) && Math.abs(above.size - line.size) <= 0.2 * above.size;
}

/** Two halves of a paragraph; Latin words get their blank back, Chinese and figures stand close. */
export function joined(before: string, after: string): string {
  return /[A-Za-z,.;:]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after;
}
