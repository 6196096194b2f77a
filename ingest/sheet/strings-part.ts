import type { PartTexts } from '../office/part-texts.ts';
import type { XmlListener } from '../package/walk-xml.ts';
import type { Book } from './book.ts';

/** The shared strings after all sheets were read: what no cell showed is left over from deleted cells. */
export class StringsPart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly book: Book;

  constructor(texts: PartTexts, book: Book) {
    this.texts = texts;
    this.book = book;
  }

  /** The strings themselves were read by the workbook; here only their account is kept. */
  readonly open = (): undefined => undefined;
  readonly close = (): undefined => undefined;

  text(text: string): void {
    this.texts.account.owe(text);
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  end(): void {
    this.book.strings.forEach((text, index) => {
      if (this.book.used.has(index)) this.texts.account.pay(text);
      else this.texts.add('rest', 'part-residue', false, text, '没有单元格使用的文字');
    });
    for (const reading of this.book.readings) this.texts.add('rest', 'annotation', true, reading, '注音');
    for (const lost of this.texts.account.settle()) this.texts.addAside('rest', 'part-residue', false, lost, '未归类的文字');
  }
}
