import type { PartTexts } from '../office/part-texts.ts';
import { percentDecoded } from '../package/percent-decoded.ts';

/** Field codes that only number, date or refer inside the document. */
const ORDINARY =
  /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION|TOC|PAGEREF|REF|NOTEREF|SEQ|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|STYLEREF|EQ|=|HYPERLINK\s+\\l)(?=[\s\\]|$)[^\u0080-\uffff]*$/i;

/** Joins the code of each field over its runs; ordinary codes come out once a part, in one piece. */
export class StoryFields {
  private readonly texts: PartTexts;
  private readonly open: { code: string; deleted: boolean }[] = [];
  private readonly ordinary = new Set<string>();
  private loose = { code: '', deleted: false };

  constructor(texts: PartTexts) {
    this.texts = texts;
  }

  mark(type: string | undefined): void {
    if (type === 'begin') this.open.push({ code: '', deleted: false });
    else if (type === 'separate') this.flushTop();
    else if (type === 'end') {
      this.flushTop();
      this.open.pop();
    }
  }

  /** `deleted` for the code of a field that tracking has struck out. */
  append(text: string, deleted: boolean): void {
    this.texts.account.pay(text);
    const field = this.open.at(-1) ?? this.loose;
    field.code += text;
    field.deleted ||= deleted;
  }

  /** A whole field code (w:fldSimple). */
  simple(code: string, deleted = false): void {
    const text = percentDecoded(code.trim());
    if (ORDINARY.test(code)) this.ordinary.add(code.trim());
    else if (deleted) this.texts.addAside('rest', 'tracked-deletion', false, text, '域代码 修订-删除');
    else this.texts.addAside('rest', 'field-code', false, text, '域代码');
  }

  end(): void {
    for (const { code, deleted } of [...this.open, this.loose]) this.simple(code, deleted);
    const codes = [...this.ordinary].filter((code) => code !== '');
    this.texts.addAside('rest', 'field-code', false, codes.join('；'), '域代码（页码、目录等）');
  }

  private flushTop(): void {
    const field = this.open.at(-1);
    if (!field || field.code === '') return;
    this.simple(field.code, field.deleted);
    field.code = '';
  }
}
