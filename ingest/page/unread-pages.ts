import type { DraftBuilder } from '../draft-builder.ts';
import type { PageTexts } from './page-texts.ts';

const PERSON = '图片里的文字不能由程序检查，须人工查看。';
const MESSAGES: Readonly<Record<string, (pages: string) => string>> = {
  scan: (pages) => `${pages}无文字层，可能是扫描件，${PERSON}`,
  picture: (pages) => `${pages}有图片，${PERSON}`,
  'no-text': (pages) => `${pages}无文字层，画面上的内容可能是用线条画成的文字，程序读不出，须人工查看。`,
  'page-font': (pages) => `${pages}有文字的字体不能识别，读不出或读错，须人工查看。`,
  'page-unread': (pages) => `${pages}读不出来，没有检查，须人工查看。`,
  'page-crowded': (pages) => `${pages}的图形太多，没有核对文字是否被遮住；文字本身已检查，遮盖情况须人工查看。`,
};

/** Gathers what nobody could read page by page, so that a scan of three hundred pages is one entry and not three hundred. */
export class UnreadPages {
  private readonly ranges: { readonly code: string; readonly from: number; to: number }[] = [];

  /** `page` undefined: it could not be read. */
  add(number: number, page: PageTexts | undefined): void {
    if (!page) {
      this.note('page-unread', number);
      return;
    }
    if (page.unreadable) this.note('page-font', number);
    if (!page.compared) this.note('page-crowded', number);
    if (page.pictures.length > 0) this.note(page.flow.length === 0 ? 'scan' : 'picture', number);
    else if (page.painted && page.flow.length === 0 && !page.unreadable) this.note('no-text', number);
  }

  end(builder: DraftBuilder): void {
    for (const { code, from, to } of this.ranges) {
      const pages = from === to ? `第${from}页` : `第${from}至${to}页`;
      builder.leaveUnread(code, pages, MESSAGES[code]?.(pages) ?? `${pages}没有检查，须人工查看。`);
    }
  }

  private note(code: string, number: number): void {
    const last = this.ranges.findLast((range) => range.code === code);
    if (last?.to === number - 1) last.to = number;
    else this.ranges.push({ code, from: number, to: number });
  }
}
