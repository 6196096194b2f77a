import type { PartTexts } from '../office/part-texts.ts';
import { percentDecoded } from '../package/percent-decoded.ts';

/** Field codes that only number, date or refer inside the document. */
const ORDINARY =
  /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION|TOC|PAGEREF|REF|NOTEREF|SEQ|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|STYLEREF|EQ|=|HYPERLINK\s+\\l)(?=[\s\\]|$)[^\u0080-\uffff]*$/i;

/** Joins the code of each field over its runs; ordinary codes come out once a part, in one piece. */
export class StoryFields {
  private readonly texts: PartTexts;
  private readonly open: string[] = [];
  private readonly ordinary = new Set<string>();
  private loose = '';

  constructor(texts: PartTexts) {
    this.texts = texts;
  }

  mark(type: string | undefined): void {
    if (type === 'begin') this.open.push('');
    else if (type === 'separate') this.flushTop();
    else if (type === 'end') {
      this.flushTop();
      this.open.pop();
    }
  }

  append(text: string): void {
    this.texts.account.pay(text);
    if (this.open.length === 0) this.loose += text;
    else this.open[this.open.length - 1] += text;
  }

  /** A whole field code (w:fldSimple). */
  simple(code: string): void {
    if (ORDINARY.test(code)) this.ordinary.add(code.trim());
    else this.texts.addAside('rest', 'field-code', false, percentDecoded(code.trim()), '域代码');
  }

  end(): void {
    for (const code of [...this.open, this.loose]) this.simple(code);
    const codes = [...this.ordinary].filter((code) => code !== '');
    this.texts.addAside('rest', 'field-code', false, codes.join('；'), '域代码（页码、目录等）');
  }

  private flushTop(): void {
    const code = this.open.at(-1);
    if (code === undefined || code === '') return;
    this.simple(code);
    this.open[this.open.length - 1] = '';
  }
}
