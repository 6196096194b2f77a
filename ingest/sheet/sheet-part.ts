import { AttributeTexts } from '../office/attribute-texts.ts';
import type { DocumentFacts } from '../office/document-facts.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { isTextLike } from '../package/text-like.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import type { SheetInfo } from './book.ts';
import { cellAddress, numberText } from './cell-value.ts';
import { type SheetCell, writeSheet } from './write-sheet.ts';

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
    writeSheet(this.texts, this.info, this.cells, this.merges, this.facts.tables);
    this.facts.tables += 1;
    this.attributes.end();
    for (const lost of this.texts.account.settle()) {
      this.texts.addAside('rest', 'custom-data', false, lost, `工作表“${this.info.name}”的设置`);
    }
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
