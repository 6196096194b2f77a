import type { PieceKind } from '../../review/model/index.ts';
import { AttributeTexts } from '../office/attribute-texts.ts';
import type { DocumentFacts } from '../office/document-facts.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { isTextLike } from '../package/text-like.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import type { SheetInfo } from './book.ts';
import { cellAddress, numberText } from './cell-value.ts';

interface SheetCell {
  readonly reference: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Chinese label of what hides the cell; empty when it is seen. */
  readonly hidden: string;
}

/** Rows looked at for the one that names the columns. */
const HEAD_ROWS = 12;

/** Reads one worksheet: cells with their headers, what is hidden and why, printed headers, formulas that hold text. */
export class SheetPart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly facts: DocumentFacts;
  private readonly info: SheetInfo;
  private readonly attributes: AttributeTexts;
  private readonly cells: SheetCell[] = [];
  private readonly hiddenColumns: [number, number][] = [];
  private readonly merges: string[] = [];
  private rowHidden = false;
  private rowNumber = -1;
  private column = -1;
  private cell: Attributes = {};
  private value = '';
  private reading = 0;

  constructor(texts: PartTexts, facts: DocumentFacts, part: string) {
    this.texts = texts;
    this.facts = facts;
    this.info = facts.book.sheet(part) ?? { number: 0, name: part, hidden: true };
    this.attributes = new AttributeTexts(texts, facts.authors, 'custom-data');
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') {
      this.rowNumber = Number(attributes.r ?? this.rowNumber + 2) - 1;
      this.column = -1;
      this.rowHidden = attributes.hidden === '1' || attributes.hidden === 'true' || attributes.ht === '0';
    } else if (name === 'col' && (attributes.hidden === '1' || attributes.hidden === 'true' || Number(attributes.width) === 0)) {
      this.hiddenColumns.push([Number(attributes.min) - 1, Number(attributes.max) - 1]);
    } else if (name === 'mergeCell') this.merges.push(attributeOf(attributes, 'ref') ?? '');
    else if (name === 'rPh') this.reading += 1;
    else this.attributes.take(name, attributes);
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.reading -= 1;
  }

  text(text: string, parent: string): void {
    this.texts.account.owe(text);
    if ((parent === 'v' || parent === 't') && this.reading === 0) this.value += text;
    else if (/^(odd|even|first)(Header|Footer)$/.test(parent)) this.printed(text, parent);
    else if (parent === 'f' || parent.startsWith('formula')) this.formula(text);
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  end(): void {
    const covered = coveredBy(this.merges);
    const shown = this.cells.filter((cell) => !covered.has(`${cell.row},${cell.column}`));
    const head = headRow(shown);
    const table = this.facts.tables;
    this.facts.tables += 1;
    const { name, hidden } = this.info;
    const title = this.texts.add(
      'body',
      hidden ? 'hidden-sheet' : 'heading',
      !hidden,
      name,
      hidden ? '隐藏的工作表名' : '工作表名',
    );
    // The name is an attribute of the workbook and was owed nowhere.
    this.texts.account.owe(name);
    if (!hidden) this.texts.drawn.push({ drawn: name, visible: title, headingLevel: 1 });
    const headers = new Map(shown.filter((cell) => cell.row === head).map((cell) => [cell.column, cell.text]));
    for (const cell of this.cells) {
      const why = cell.hidden || (covered.has(`${cell.row},${cell.column}`) ? '合并单元格残留' : '');
      this.addCell(cell, why, table, head, headers);
    }
    this.attributes.end();
    for (const lost of this.texts.account.settle())
      this.texts.addAside('rest', 'custom-data', false, lost, `工作表“${name}”的设置`);
  }

  private addCell(cell: SheetCell, why: string, table: number, head: number, headers: ReadonlyMap<number, string>): void {
    const { name, hidden } = this.info;
    const kind: PieceKind = hidden ? 'hidden-sheet' : why !== '' ? 'hidden-text' : cell.row < head ? 'body' : 'table-cell';
    const header = cell.row <= head ? '' : (headers.get(cell.column) ?? '');
    const place = cell.row < head ? {} : { cell: { table, row: cell.row - head, column: cell.column, header } };
    const label = `工作表“${name}” ${cell.reference}${why === '' ? '' : ` ${why}`}`;
    const visible = this.texts.addAside('body', kind, !hidden && why === '', cell.text, label, place);
    if (!hidden && why === '') this.texts.drawn.push({ drawn: cell.text, visible });
  }

  private openCell(attributes: Attributes): void {
    const address = cellAddress(attributes.r ?? '');
    this.column = address?.column ?? this.column + 1;
    if (address) this.rowNumber = address.row;
    this.cell = attributes;
    this.value = '';
  }

  private closeCell(): void {
    const { t: type, s: style, r } = this.cell;
    const raw = this.value;
    this.value = '';
    this.texts.account.pay(raw);
    if (raw.trim() === '') return;
    const shape = this.facts.book.shape(style);
    let text = raw;
    if (type === 's') {
      text = this.facts.book.strings[Number(raw)] ?? '';
      this.facts.book.used.add(Number(raw));
    } else if (type === undefined || type === 'n') text = numberText(raw, shape, this.facts.book.date1904);
    const column = this.column;
    const inHiddenColumn = this.hiddenColumns.some(([from, to]) => column >= from && column <= to);
    const hidden = inHiddenColumn ? '隐藏的列' : this.rowHidden ? '隐藏的行' : shape === 'hidden' ? '格式设为不显示' : '';
    if (text.trim() !== '')
      this.cells.push({ reference: r ?? `第${this.rowNumber + 1}行`, row: this.rowNumber, column, text, hidden });
  }

  /** &C, &L and &R open the three fields; other codes are fonts, sizes and page numbers. */
  private printed(text: string, parent: string): void {
    const header = parent.endsWith('Header');
    const plain = text.replaceAll(/&(?:"[^"]*"|\d+|K[\dA-F]{6}|[A-Z&])/gi, ' ').trim();
    this.texts.account.pay(text);
    const label = `工作表“${this.info.name}” ${header ? '打印页眉' : '打印页脚'}`;
    this.texts.addAside(header ? 'headers' : 'footers', header ? 'header' : 'footer', !this.info.hidden, plain, label);
  }

  private formula(text: string): void {
    this.texts.account.pay(text);
    if (isTextLike(text)) this.texts.addAside('rest', 'field-code', false, text, `工作表“${this.info.name}” 公式`);
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
