import type { Attributes } from '../package/walk-xml.ts';

/** Heights in points and widths in characters below which nothing can be read. */
const LOWEST_ROW = 1;
const NARROWEST_COLUMN = 0.1;

const isSet = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What a worksheet says about rows, columns and printed pages, as far as it hides text. Feed it every element in order. */
export class SheetLayout {
  private readonly columns: { readonly from: number; readonly to: number; readonly hidden: boolean }[] = [];
  private rowsAreHidden = false;
  private columnsAreHidden = false;
  private rowHidden = false;
  private firstApart = false;
  private evenApart = false;
  private views = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'row') {
      const said = attributes.hidden !== undefined || attributes.ht !== undefined;
      const low = attributes.ht !== undefined && Number(attributes.ht) < LOWEST_ROW;
      this.rowHidden = isSet(attributes.hidden) || low || (this.rowsAreHidden && !said);
    } else if (name === 'col') {
      const narrow = attributes.width !== undefined && Number(attributes.width) < NARROWEST_COLUMN;
      const place = { from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 };
      this.columns.push({ ...place, hidden: isSet(attributes.hidden) || narrow });
    } else if (name === 'sheetFormatPr') {
      this.rowsAreHidden = isSet(attributes.zeroHeight);
      this.columnsAreHidden = attributes.defaultColWidth !== undefined && Number(attributes.defaultColWidth) < NARROWEST_COLUMN;
    } else if (name === 'customSheetView') this.views += 1;
    else if (name === 'headerFooter') {
      this.firstApart = isSet(attributes.differentFirst);
      this.evenApart = isSet(attributes.differentOddEven);
    }
  }

  close(name: string): void {
    if (name === 'customSheetView') this.views -= 1;
  }

  /** Chinese label of what hides a cell of the current row in this column (0-based); empty when it is seen. */
  hides(column: number): string {
    const own = this.columns.find(({ from, to }) => column >= from && column <= to);
    if (own ? own.hidden : this.columnsAreHidden) return '隐藏的列';
    return this.rowHidden ? '隐藏的行' : '';
  }

  /** Whether a printed header or footer (oddHeader, firstFooter …) stands on some page. */
  prints(element: string): boolean {
    // What a saved view would print shows only to who calls that view up.
    if (this.views > 0) return false;
    if (element.startsWith('first')) return this.firstApart;
    return element.startsWith('even') ? this.evenApart : true;
  }
}
