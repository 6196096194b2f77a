import { AttributeTexts } from '../office/attribute-texts.ts';
import type { DocumentFacts } from '../office/document-facts.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { isTextLike } from '../package/text-like.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import type { SheetInfo } from './book.ts';
import { isSameColor } from './cell-looks.ts';
import { cellAddress, numberText } from './cell-value.ts';
import { inRanges } from './painted-ranges.ts';
import { SheetLayout } from './sheet-layout.ts';
import { type SheetCell, writeSheet } from './write-sheet.ts';

/** A cell as it was read: what of it has the colour of its ground is judged when all painted ranges are known. */
interface ReadCell extends SheetCell {
  /** Text in the colour of the ground, whole or in part; empty when all is seen. */
  readonly pale: string;
}

/** Reads one worksheet: cells with their headers, what is hidden and why, printed headers, formulas that hold text. */
export class SheetPart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly facts: DocumentFacts;
  private readonly info: SheetInfo;
  private readonly attributes: AttributeTexts;
  private readonly layout = new SheetLayout();
  private readonly cells: ReadCell[] = [];
  private readonly merges: string[] = [];
  /** Ranges painted by tables and by conditions, in colours that no cell format tells. */
  private readonly painted: string[];
  private rowNumber = -1;
  private column = -1;
  private cell: Attributes = {};
  private value = '';
  private reading = '';
  private readings = 0;
  private validations = 0;

  constructor(texts: PartTexts, facts: DocumentFacts, part: string) {
    this.texts = texts;
    this.facts = facts;
    this.info = facts.book.sheet(part) ?? { number: 0, name: part, hidden: true };
    this.painted = [...facts.book.tablesOn(part)];
    this.attributes = new AttributeTexts(texts, facts.authors, 'custom-data');
  }

  open(name: string, attributes: Attributes): void {
    this.layout.open(name, attributes);
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') {
      this.rowNumber = Number(attributes.r ?? this.rowNumber + 2) - 1;
      this.column = -1;
    } else if (name === 'mergeCell') this.merges.push(attributeOf(attributes, 'ref') ?? '');
    else if (name === 'rPh') this.readings += 1;
    else {
      if (name === 'dataValidation') this.validations += 1;
      else if (name === 'conditionalFormatting') this.painted.push(attributeOf(attributes, 'sqref') ?? '');
      this.attributes.take(name, attributes);
    }
  }

  close(name: string): void {
    this.layout.close(name);
    if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.readings -= 1;
    else if (name === 'dataValidation') this.validations -= 1;
  }

  text(text: string, parent: string): void {
    this.texts.account.owe(text);
    if (this.readings > 0) this.reading += text;
    else if (parent === 'v' || parent === 't') this.value += text;
    else if (/^(odd|even|first)(Header|Footer)$/.test(parent)) this.printed(text, parent);
    else if (this.validations > 0) this.choice(text);
    else if (parent === 'f' || parent.startsWith('formula')) this.formula(text);
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  end(): void {
    const isPainted = inRanges(this.painted);
    const cells = this.cells.flatMap((cell) => parted(cell, isPainted));
    writeSheet(this.texts, this.info, cells, this.merges, this.facts.tables);
    this.facts.tables += 1;
    this.texts.add('rest', 'annotation', !this.info.hidden, this.reading, `工作表“${this.info.name}” 注音`);
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
    const { book } = this.facts;
    const look = book.look(style);
    const number = type === undefined || type === 'n';
    let text = raw;
    if (type === 's') {
      text = book.strings[Number(raw)] ?? '';
      book.used.add(Number(raw));
    } else if (number) text = numberText(raw, look.shape, book.date1904);
    if (text.trim() === '') return;
    const blank = look.blank === 'all' || (look.blank === 'numbers' && number);
    const hidden = this.layout.hides(this.column) || (blank ? '格式设为不显示' : look.tiny ? '极小字' : '');
    const letters = isSameColor(look.ground, 'FFFFFF') && type === 's' ? book.pale.get(Number(raw))?.pale : undefined;
    const pale = isSameColor(look.color, look.ground) ? text : (letters ?? '');
    this.cells.push({
      reference: r ?? `第${this.rowNumber + 1}行`,
      row: this.rowNumber,
      column: this.column,
      text,
      hidden,
      pale,
    });
  }

  /** &C, &L and &R open the three fields; other codes are fonts, sizes and page numbers. */
  private printed(text: string, parent: string): void {
    const header = parent.endsWith('Header');
    const plain = text.replaceAll(/&(?:"[^"]*"|\d+|K[\dA-F]{6}|[A-Z&])/gi, ' ').trim();
    this.texts.account.pay(text);
    const shown = !this.info.hidden && this.layout.prints(parent);
    const label = `工作表“${this.info.name}” ${header ? '打印页眉' : '打印页脚'}${shown ? '' : '（未显示）'}`;
    this.texts.addAside(header ? 'headers' : 'footers', header ? 'header' : 'footer', shown, plain, label);
  }

  private choice(text: string): void {
    this.texts.account.pay(text);
    if (isTextLike(text)) this.texts.addAside('rest', 'custom-data', false, text, `工作表“${this.info.name}” 数据有效性`);
  }

  private formula(text: string): void {
    this.texts.account.pay(text);
    if (isTextLike(text)) this.texts.addAside('rest', 'field-code', false, text, `工作表“${this.info.name}” 公式`);
  }
}

/** Letters in the colour of their ground apart from those that are seen; painted ground shows them all. */
function parted(cell: ReadCell, isPainted: (row: number, column: number) => boolean): SheetCell[] {
  if (cell.pale === '' || cell.hidden !== '' || isPainted(cell.row, cell.column)) return [cell];
  const shown = cell.text.endsWith(cell.pale) ? cell.text.slice(0, cell.text.length - cell.pale.length) : '';
  const unseen = { ...cell, text: cell.pale, hidden: '与底色同色' };
  return shown.trim() === '' ? [unseen] : [{ ...cell, text: shown }, unseen];
}
