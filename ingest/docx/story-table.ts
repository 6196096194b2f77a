import type { Cell } from '../../review/model/index.ts';
import { type Attributes, attributeOf } from '../package/walk-xml.ts';
import { isOn } from './run-format.ts';

/** A table while it is being read: knows the cell the reader stands in, and the header row above it. */
export class StoryTable {
  readonly index: number;
  /** True when the table or its style paints cells in a colour that is not known cell by cell. */
  painted = false;
  private readonly headers: string[] = [];
  private row = -1;
  private column = 0;
  private span = 1;
  rowState: 'plain' | 'hidden' | 'deleted' | 'inserted' = 'plain';
  /** True in a cell that a merge above or left of it covers: its text is shown nowhere. */
  covered = false;
  shade: string | undefined;

  constructor(index: number) {
    this.index = index;
  }

  openRow(): void {
    this.row += 1;
    this.column = 0;
    this.rowState = 'plain';
  }

  openCell(): void {
    this.span = 1;
    this.covered = false;
    this.shade = undefined;
  }

  closeCell(): void {
    this.column += this.span;
  }

  /** Children of w:tblPr, w:trPr and w:tcPr; `parent` says which. */
  property(parent: string, name: string, attributes: Attributes): void {
    const value = attributeOf(attributes, 'val');
    if (parent === 'tcPr') {
      if (name === 'gridSpan') this.span = Math.min(100, Math.max(1, Number(value) || 1));
      else if (name === 'vMerge' || name === 'hMerge') this.covered ||= value === undefined || value === 'continue';
      else if (name === 'shd') this.shade = attributeOf(attributes, 'fill')?.toUpperCase();
    } else if (parent === 'trPr') {
      if (name === 'gridBefore') this.column = Math.min(100, Number(value) || 0);
      else if (name === 'hidden' && isOn(value)) this.rowState = 'hidden';
      else if (name === 'del') this.rowState = 'deleted';
      else if (name === 'ins') this.rowState = 'inserted';
    }
  }

  cell(): Cell {
    const header = this.row <= 0 ? '' : (this.headers[this.column] ?? '');
    return { table: this.index, row: Math.max(0, this.row), column: this.column, header };
  }

  label(): string {
    return `表${this.index + 1} 第${this.row + 1}行第${this.column + 1}列`;
  }

  /** Notes visible text of the header row for the columns it spans. */
  head(text: string): void {
    if (this.row !== 0) return;
    for (let column = this.column; column < this.column + this.span; column += 1) {
      this.headers[column] = `${this.headers[column] ?? ''}${text.trim()}`;
    }
  }
}
