import type { PartTexts } from '../office/part-texts.ts';
import { type Attributes, attributeOf } from '../package/walk-xml.ts';
import { isSameColor } from '../sheet/cell-looks.ts';
import { type SheetCell, writeSheet } from '../sheet/write-sheet.ts';
import type { OdfStyles } from './odf-styles.ts';

/** Rows and columns that repeat are counted, not made: a file may say a million. */
const MOST = 1_048_576;

/** One table of a spreadsheet while it is being read. */
export class OdfSheet {
  private readonly styles: OdfStyles;
  private readonly name: string;
  private readonly hidden: boolean;
  private readonly columns: { readonly to: number; readonly hidden: boolean; readonly cellStyle: string | undefined }[] = [];
  private readonly cells: SheetCell[] = [];
  private row = -1;
  private nextRow = 0;
  private rowHidden = false;
  private column = 0;
  private repeated = 1;
  private covered = false;
  private style: string | undefined;
  private paragraphs: string[] = [];
  private unseen: string[] = [];

  constructor(styles: OdfStyles, attributes: Attributes) {
    this.styles = styles;
    this.name = attributeOf(attributes, 'name') ?? '';
    this.hidden = styles.look('table', attributeOf(attributes, 'style-name')).hidden ?? false;
  }

  openColumn(attributes: Attributes): void {
    const from = this.columns.at(-1)?.to ?? 0;
    const visibility = attributeOf(attributes, 'visibility') ?? 'visible';
    this.columns.push({
      to: from + times(attributes, 'number-columns-repeated'),
      hidden:
        visibility !== 'visible' || (this.styles.look('table-column', attributeOf(attributes, 'style-name')).hidden ?? false),
      cellStyle: attributeOf(attributes, 'default-cell-style-name'),
    });
  }

  openRow(attributes: Attributes): void {
    this.row = this.nextRow;
    this.nextRow += times(attributes, 'number-rows-repeated');
    this.column = 0;
    const visibility = attributeOf(attributes, 'visibility') ?? 'visible';
    const style = this.styles.look('table-row', attributeOf(attributes, 'style-name'));
    this.rowHidden = visibility !== 'visible' || (style.hidden ?? false);
  }

  openCell(attributes: Attributes, covered: boolean): void {
    this.repeated = times(attributes, 'number-columns-repeated');
    this.covered = covered;
    this.style = attributeOf(attributes, 'style-name');
    this.paragraphs = [];
    this.unseen = [];
  }

  /** Takes a paragraph of the cell: what is seen of it and what is hidden in it. */
  take(seen: string, unseen: string): void {
    if (seen !== '') this.paragraphs.push(seen);
    if (unseen !== '') this.unseen.push(unseen);
  }

  closeCell(): void {
    const text = this.paragraphs.join('\n');
    const place = { reference: this.reference(), row: this.row, column: this.column };
    if (text.trim() !== '') this.cells.push({ ...place, text, hidden: this.hides() });
    if (this.unseen.length > 0) this.cells.push({ ...place, text: this.unseen.join('\n'), hidden: '隐藏文字' });
    this.column += this.repeated;
  }

  /** Address of the cell that is being read, as people write it. */
  reference(): string {
    let letters = '';
    for (let rest = this.column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
      letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    return `${letters}${this.row + 1}`;
  }

  label(): string {
    return `工作表“${this.name}” ${this.reference()}`;
  }

  get isHidden(): boolean {
    return this.hidden;
  }

  /** `table` is the number of the table inside the draft. */
  write(texts: PartTexts, table: number): void {
    writeSheet(texts, { name: this.name, hidden: this.hidden }, this.cells, [], table);
  }

  private hides(): string {
    const column = this.columns.find(({ to }) => this.column < to);
    if (column?.hidden) return '隐藏的列';
    if (this.rowHidden) return '隐藏的行';
    if (this.covered) return '合并单元格残留';
    const look = this.styles.look('table-cell', this.style ?? column?.cellStyle);
    if ((look.size ?? 10) <= 2) return '极小字';
    return look.color !== undefined && isSameColor(look.color, look.ground ?? 'FFFFFF') ? '与底色同色' : '';
  }
}

const times = (attributes: Attributes, name: string): number =>
  Math.max(1, Math.min(MOST, Number(attributeOf(attributes, name) ?? 1) || 1));
