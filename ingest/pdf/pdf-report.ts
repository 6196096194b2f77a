import type { PieceKind } from '../../review/model/index.ts';
import { attachDraft } from '../attach-draft.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { ReadingControl } from '../format.ts';
import { KnownTexts } from '../page/known-texts.ts';
import { UnreadPages } from '../page/unread-pages.ts';
import { stretchesOf } from '../text/lines.ts';
import type { PageReading } from './page-reading.ts';
import { plainTexts } from './page-reading.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { readRevisions } from './revisions.ts';
import { strayTexts } from './stray-texts.ts';

/** Puts what is hidden in a PDF, and what nobody could read, into the draft. */
export class PdfReport {
  private readonly builder: DraftBuilder;
  private readonly pages = new UnreadPages();

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
    this.pages.add(number, page);
    if (!page) return;
    for (const [why, texts] of page.hidden) {
      for (const text of texts) this.add('hidden-text', false, text, `第${number}页 ${why}`);
    }
    const said = new KnownTexts();
    for (const { kind, text } of objects?.texts ?? []) if (kind === 'annotation') said.add(text);
    for (const [id, text] of page.annotations) {
      const hidden = objects?.hiddenAnnotations.has(id) ?? false;
      if (!said.has(text)) this.add('annotation', !hidden, text, `第${number}页 注释${hidden ? '（隐藏）' : ''}`);
    }
  }

  endPages(): void {
    this.pages.end(this.builder);
  }

  /** Texts of objects, of what is not drawn, of earlier states and of bytes outside the structure; then the files inside. */
  async addObjects(objects: PdfObjects | undefined, bytes: Uint8Array, control: ReadingControl): Promise<void> {
    // The name of a file comes out with the file.
    const once = new Set<string>((objects?.attachments ?? []).map(({ name }) => `attachment ${name}`));
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

  private add(kind: PieceKind, visible: boolean, text: string, label: string): void {
    for (const stretch of stretchesOf(text)) {
      if (stretch.text.trim() !== '') this.builder.add({ kind, visible, text: stretch.text, where: { label, part: '' } });
    }
  }
}
