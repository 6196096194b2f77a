import type { Cell } from '../../review/model/index.ts';
import { type Attributes, attributeOf } from '../package/walk-xml.ts';
import { isOn } from './run-format.ts';

/** Twentieths of a point; nothing can be read in a row of one point. */
const LOWEST_ROW = 20;

/** A table while it is being read: knows the cell the reader stands in, and the header row above it. */
export class StoryTable {
  readonly index: number;
  /** True when the table or its style paints cells in a colour that is not known cell by cell. */
  painted = false;
  private readonly headers: string[] = [];
  /** Columns whose header stands over several of them, to be told apart by the row below. */
  private readonly grouped = new Set<number>();
  private gridColumns = 0;
  private row = -1;
  /** True when a header cell reaches down into the second row, which then is header too. */
  private deepHeader = false;
  private column = 0;
  private span = 1;
  rowState: 'plain' | 'hidden' | 'deleted' | 'inserted' = 'plain';
  private cellState: 'plain' | 'deleted' | 'inserted' = 'plain';
  /** w:tblStyle; its run format counts for every cell. */
  styleId: string | undefined;
  /** True in a cell that a merge above or left of it covers: its text is shown nowhere. */
  covered = false;
  /** True in a first row that is one cell over the whole width: a title, and the next row holds the headers. */
  inTitle = false;
  shade: string | undefined;

  constructor(index: number) {
    this.index = index;
  }

  addGridColumn(): void {
    this.gridColumns += 1;
  }

  openRow(): void {
    this.row += 1;
    this.inTitle = false;
    this.column = 0;
    this.rowState = 'plain';
  }

  openCell(): void {
    this.span = 1;
    this.covered = false;
    this.cellState = 'plain';
    this.shade = undefined;
  }

  closeCell(): void {
    this.column += this.span;
    if (this.inTitle) this.row = -1;
  }

  /** Tracked change of the row or, else, of the cell. */
  get tracked(): 'plain' | 'deleted' | 'inserted' {
    return this.rowState === 'deleted' || this.rowState === 'inserted' ? this.rowState : this.cellState;
  }

  /** Children of w:tblPr, w:trPr and w:tcPr; `parent` says which. */
  property(parent: string, name: string, attributes: Attributes): void {
    const value = attributeOf(attributes, 'val');
    if (parent === 'tcPr') {
      if (name === 'gridSpan') {
        this.span = Math.min(100, Math.max(1, Number(value) || 1));
        this.inTitle = this.row === 0 && this.column === 0 && this.span > 1 && this.span === this.gridColumns;
      } else if (name === 'vMerge' || name === 'hMerge') {
        this.covered ||= value === undefined || value === 'continue';
        this.deepHeader ||= name === 'vMerge' && this.row === 0;
      } else if (name === 'shd') this.shade = attributeOf(attributes, 'fill')?.toUpperCase();
      else if (name === 'cellDel') this.cellState = 'deleted';
      else if (name === 'cellIns') this.cellState = 'inserted';
    } else if (parent === 'trPr') {
      if (name === 'gridBefore') this.column = Math.min(100, Number(value) || 0);
      else if (name === 'hidden' && isOn(value)) this.rowState = 'hidden';
      else if (name === 'trHeight' && attributeOf(attributes, 'hRule') === 'exact' && Number(value) <= LOWEST_ROW)
        this.rowState = 'hidden';
      else if (name === 'del') this.rowState = 'deleted';
      else if (name === 'ins') this.rowState = 'inserted';
    }
  }

  cell(): Cell {
    const header = this.row <= 0 ? '' : (this.headers[this.column] ?? '');
    return { table: this.index, row: Math.max(0, this.row), column: this.column, header };
  }

  label(): string {
    if (this.inTitle) return `表${this.index + 1} 标题行`;
    return `表${this.index + 1} 第${this.row + 1}行第${this.column + 1}列`;
  }

  /** Notes visible text of the header rows for the columns it spans. */
  head(text: string): void {
    const below = this.row === 1 && this.deepHeader && this.grouped.has(this.column);
    if ((this.row !== 0 && !below) || this.inTitle) return;
    for (let column = this.column; column < this.column + this.span; column += 1) {
      this.headers[column] = `${this.headers[column] ?? ''}${text.trim()}`;
      if (this.span > 1) this.grouped.add(column);
    }
  }
}
