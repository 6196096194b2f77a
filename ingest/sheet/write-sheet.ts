import type { PieceKind } from '../../review/model/index.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { cellAddress } from './cell-value.ts';

export interface SheetCell {
  /** Address as people write it (B3). */
  readonly reference: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Chinese label of what hides the cell; empty when it is seen. */
  readonly hidden: string;
}

/** Rows looked at for the one that names the columns. */
const HEAD_ROWS = 12;

/**
 * Writes the name and the cells of one sheet, in order, with the header of their column. `merges` are ranges such as A1:C2, whose
 * cells but the first are shown nowhere; `table` is the number of the sheet's table inside the draft.
 */
export function writeSheet(
  texts: PartTexts,
  { name, hidden }: { readonly name: string; readonly hidden: boolean },
  cells: readonly SheetCell[],
  merges: readonly string[],
  table: number,
): void {
  const covered = coveredBy(merges, cells);
  const shown = cells.filter((cell) => !covered.has(`${cell.row},${cell.column}`));
  const head = headRow(shown);
  const title = texts.addAside(
    'body',
    hidden ? 'hidden-sheet' : 'heading',
    !hidden,
    name,
    hidden ? '隐藏的工作表名' : '工作表名',
  );
  if (!hidden) texts.drawn.push({ drawn: name, visible: title, headingLevel: 1 });
  const headers = new Map(shown.filter((cell) => cell.row === head).map((cell) => [cell.column, cell.text]));
  for (const cell of cells) {
    const why = cell.hidden || (covered.has(`${cell.row},${cell.column}`) ? '合并单元格残留' : '');
    const kind: PieceKind = hidden ? 'hidden-sheet' : why !== '' ? 'hidden-text' : cell.row < head ? 'body' : 'table-cell';
    const header = cell.row <= head ? '' : (headers.get(cell.column) ?? '');
    const place = cell.row < head ? {} : { cell: { table, row: cell.row - head, column: cell.column, header } };
    const label = `工作表“${name}” ${cell.reference}${why === '' ? '' : ` ${why}`}`;
    const visible = texts.addAside('body', kind, !hidden && why === '', cell.text, label, place);
    if (!hidden && why === '') texts.drawn.push({ drawn: cell.text, visible });
  }
}

/** The first row with text in at least half as many cells as the fullest of the first rows; titles above it are no header. */
function headRow(cells: readonly SheetCell[]): number {
  const counts = new Map<number, number>();
  for (const cell of cells) {
    if (counts.size >= HEAD_ROWS && !counts.has(cell.row)) break;
    counts.set(cell.row, (counts.get(cell.row) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.max(0, ...counts.values()) / 2);
  return [...counts].find(([, count]) => count >= enough)?.[0] ?? cells[0]?.row ?? 0;
}

/** Merged ranges whose rows are looked up one by one; a range of more rows is compared with every cell. */
const TALL = 100;
const MOST_TALL = 200;

interface Merge {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Cells of merged ranges beside the first one, as "row,column". Only cells that are there are asked: ranges may hold billions. */
function coveredBy(merges: readonly string[], cells: readonly SheetCell[]): Set<string> {
  const rows = new Map<number, Merge[]>();
  const tall: Merge[] = [];
  for (const merge of merges) {
    const [from, to] = merge.split(':').map((reference) => cellAddress(reference));
    if (!from || !to) continue;
    const range = { ...from, lastRow: to.row, lastColumn: to.column };
    if (to.row - from.row >= TALL) tall.push(range);
    else
      for (let row = from.row; row <= to.row; row += 1) {
        const list = rows.get(row);
        if (list) list.push(range);
        else rows.set(row, [range]);
      }
  }
  const inside = (range: Merge, { row, column }: SheetCell): boolean =>
    row >= range.row && row <= range.lastRow && column >= range.column && column <= range.lastColumn;
  const covered = new Set<string>();
  const giants = tall.slice(0, MOST_TALL);
  for (const cell of cells) {
    const range = rows.get(cell.row)?.find((each) => inside(each, cell)) ?? giants.find((each) => inside(each, cell));
    if (range && (range.row !== cell.row || range.column !== cell.column)) covered.add(`${cell.row},${cell.column}`);
  }
  return covered;
}
