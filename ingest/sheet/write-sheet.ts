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
  const covered = coveredBy(merges);
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

/** Cells of merged ranges beside the first one, as "row,column"; giant ranges are cut to what a sheet of people holds. */
function coveredBy(merges: readonly string[]): Set<string> {
  const covered = new Set<string>();
  for (const merge of merges) {
    const [from, to] = merge.split(':').map((reference) => cellAddress(reference));
    if (!from || !to) continue;
    for (let row = from.row; row <= Math.min(to.row, from.row + 2000); row += 1) {
      for (let column = from.column; column <= Math.min(to.column, from.column + 200) && covered.size < 1_000_000; column += 1) {
        if (row !== from.row || column !== from.column) covered.add(`${row},${column}`);
      }
    }
  }
  return covered;
}
