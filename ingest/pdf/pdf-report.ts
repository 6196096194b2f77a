import type { PieceKind } from '../../review/model/index.ts';
import { attachDraft } from '../attach-draft.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { ReadingControl } from '../format.ts';
import { stretchesOf } from '../text/lines.ts';
import { KnownTexts } from './known-texts.ts';
import type { Box } from './matrix.ts';
import type { PageReading } from './page-reading.ts';
import { plainTexts } from './page-reading.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { readRevisions } from './revisions.ts';
import { strayTexts } from './stray-texts.ts';

/** Smaller pictures (points) hold no legible words. */
const SMALLEST = 10;
const PERSON = '图片里的文字不能由程序检查，须人工查看。';

/** Puts what is hidden in a PDF, and what nobody could read, into the draft. */
export class PdfReport {
  private readonly builder: DraftBuilder;
  private readonly ranges: { readonly code: string; readonly from: number; to: number }[] = [];

  constructor(builder: DraftBuilder) {
    this.builder = builder;
  }

  objectsBroken(): void {
    const message = 'PDF 的内部结构有错，只检查了页面上的文字，注释、附件、属性和图片可能没有查到，须人工查看。';
    this.builder.leaveUnread('pdf-objects', 'PDF 结构', message);
  }

  tooManyForms(): void {
    this.builder.leaveUnread('pdf-objects', 'PDF 结构', 'PDF 里没有画出来的图形太多，没有全部检查，须人工查看。');
  }

  closed(parts: readonly string[]): void {
    for (const part of parts) this.builder.leaveUnread('pdf-data', part, `${part} 解不开，没有检查，须人工查看。`);
  }

  redaction(): void {
    this.builder.warn(
      'pdf-redaction-unapplied',
      '文件里有没有执行的涂黑标记，标记下面的文字仍然可以复制出来。公开前请在原软件里执行涂黑。',
    );
  }

  /** What hides on a page and what annotations paint there; pictures are gathered for `endPages`. */
  page(number: number, page: PageReading | undefined, objects: PdfObjects | undefined): void {
    if (!page) {
      this.unreadPage('pdf-page', number);
      return;
    }
    for (const [why, texts] of page.hidden) {
      for (const text of texts) this.add('hidden-text', false, text, `第${number}页 ${why}`);
    }
    const said = new KnownTexts();
    for (const { kind, text } of objects?.texts ?? []) if (kind === 'annotation') said.add(text);
    for (const [id, text] of page.annotations) {
      const hidden = objects?.hiddenAnnotations.has(id) ?? false;
      if (!said.has(text)) this.add('annotation', !hidden, text, `第${number}页 注释${hidden ? '（隐藏）' : ''}`);
    }
    if (page.unreadable) this.unreadPage('pdf-font', number);
    if (!page.compared) this.unreadPage('pdf-crowded', number);
    const pictures = page.pictures.filter((box) => isLegible(box));
    if (pictures.length > 0) this.unreadPage(page.flow.length === 0 ? 'scan' : 'picture', number);
    else if (page.painted && page.flow.length === 0 && !page.unreadable) this.unreadPage('no-text', number);
  }

  endPages(): void {
    for (const { code, from, to } of this.ranges) {
      const pages = from === to ? `第${from}页` : `第${from}至${to}页`;
      this.builder.leaveUnread(code, pages, PAGE_MESSAGES[code]?.(pages) ?? `${pages}没有检查，须人工查看。`);
    }
  }

  /** Texts of objects, of what is not drawn, of earlier states and of bytes outside the structure; then the files inside. */
  async addObjects(objects: PdfObjects | undefined, bytes: Uint8Array, control: ReadingControl): Promise<void> {
    const once = new Set<string>();
    for (const { kind, visible, text, label } of objects?.texts ?? []) {
      const key = `${kind} ${text}`;
      if (!once.has(key)) this.add(kind, visible, text, label);
      once.add(key);
    }
    const known = new KnownTexts();
    for (const piece of this.builder.pieces) known.add(piece.text);
    if (objects?.copy) await this.addUndrawn(objects, known);
    const revisions = await readRevisions(bytes, known);
    for (const { kind, visible, text, label } of revisions.texts) this.add(kind, visible, text, label);
    if (revisions.texts.length > 0) {
      const message = `文件里保留着 ${revisions.count} 个较早的版本，别人可以恢复其中改掉的内容。已一并检查；公开前请另存为新文件。`;
      this.builder.warn('pdf-revisions', message);
    }
    for (const number of revisions.unread) {
      this.builder.leaveUnread(
        'pdf-revision',
        `第${number}次保存`,
        `较早的版本（第${number}次保存）没有读出，须人工查看或另存为新文件。`,
      );
    }
    for (const text of strayTexts(bytes)) if (!known.has(text)) this.add('part-residue', false, text, 'PDF 结构之外的文字');
    for (const { name, bytes: inner } of objects?.attachments ?? []) {
      attachDraft(this.builder, name, await control.readMember(name, inner));
    }
  }

  private async addUndrawn({ copy, copyPages }: PdfObjects, known: KnownTexts): Promise<void> {
    if (!copy) return;
    try {
      for (const text of await plainTexts(copy, copyPages + 1)) {
        if (text.trim() === '' || known.has(text)) continue;
        known.add(text);
        this.add('part-residue', false, text, '没有画在页面上的文字');
      }
    } finally {
      await copy.loadingTask.destroy();
    }
  }

  private unreadPage(code: string, number: number): void {
    const last = this.ranges.findLast((range) => range.code === code);
    if (last?.to === number - 1) last.to = number;
    else this.ranges.push({ code, from: number, to: number });
  }

  private add(kind: PieceKind, visible: boolean, text: string, label: string): void {
    for (const stretch of stretchesOf(text)) {
      if (stretch.text.trim() !== '') this.builder.add({ kind, visible, text: stretch.text, where: { label, part: '' } });
    }
  }
}

const PAGE_MESSAGES: Readonly<Record<string, (pages: string) => string>> = {
  scan: (pages) => `${pages}无文字层，可能是扫描件，${PERSON}`,
  picture: (pages) => `${pages}有图片，${PERSON}`,
  'no-text': (pages) => `${pages}无文字层，画面上的内容可能是用线条画成的文字，程序读不出，须人工查看。`,
  'pdf-font': (pages) => `${pages}有文字的字体不能识别，读不出或读错，须人工查看。`,
  'pdf-page': (pages) => `${pages}读不出来，没有检查，须人工查看。`,
  'pdf-crowded': (pages) => `${pages}的图形太多，没有核对文字是否被遮住；文字本身已检查，遮盖情况须人工查看。`,
};

const isLegible = ([left, bottom, right, top]: Box): boolean => right - left >= SMALLEST && top - bottom >= SMALLEST;
