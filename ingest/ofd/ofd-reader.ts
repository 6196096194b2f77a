import type { PageBlock, PieceKind } from '../../review/model/index.ts';
import { attachDraft } from '../attach-draft.ts';
import { type DraftBuilder, TextLimitReached } from '../draft-builder.ts';
import type { ReadingControl } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { PartTexts } from '../office/part-texts.ts';
import { looksLikeXml } from '../package/decode-xml.ts';
import { pictureTexts } from '../package/picture-texts.ts';
import { chineseRuns } from '../package/residue.ts';
import { isTextLike } from '../package/text-like.ts';
import type { Archive, PackageEntry } from '../package/unpack.ts';
import { rootOf, walkXml } from '../package/walk-xml.ts';
import { KnownTexts } from '../page/known-texts.ts';
import { PagePieces } from '../page/page-pieces.ts';
import { type PageTexts, pageTexts } from '../page/page-texts.ts';
import { UnreadPages } from '../page/unread-pages.ts';
import { isPicture } from '../picture/picture-format.ts';
import { stretchesOf } from '../text/lines.ts';
import { OfdContent } from './ofd-content.ts';
import { OfdPackage } from './ofd-package.ts';
import { OfdPart } from './ofd-part.ts';

const PICTURE = /\.(png|jpe?g|gif|bmp|tiff?|webp|jb2|jbig2)$/i;
const FONT = /\.(ttf|otf|ttc|cff|pfb)$/i;
const POINTS = 72 / 25.4;

/** Reads one OFD package: pages first, then annotations, attachments, and what no page shows. */
export class OfdReader {
  private readonly archive: Archive;
  private readonly builder: DraftBuilder;
  private readonly control: ReadingControl;
  private readonly file: OfdPackage;
  private readonly done = new Set<string>();
  private readonly known = new KnownTexts();

  constructor(archive: Archive, builder: DraftBuilder, control: ReadingControl) {
    this.archive = archive;
    this.builder = builder;
    this.control = control;
    this.file = new OfdPackage(archive.entries);
  }

  /** Number of listed pages. */
  get pages(): number {
    return this.file.pages.length;
  }

  async read(): Promise<PageBlock[]> {
    const blocks = this.readPages();
    this.readTemplates();
    for (const { part, page } of this.file.annotations) this.annotation(part, page);
    for (const piece of this.builder.pieces) this.known.add(piece.text);
    for (const { part, name } of this.file.attachments) {
      const entry = this.take(part);
      if (entry) attachDraft(this.builder, name, await this.control.readMember(name, entry.bytes));
      else this.builder.leaveUnread('ofd-part', name, `附件 ${name} 在文件里找不到，须人工查看。`);
    }
    for (const entry of this.archive.entries) if (!this.done.has(key(entry.name))) this.rest(entry);
    this.envelope();
    return blocks;
  }

  private readPages(): PageBlock[] {
    const unread = new UnreadPages();
    let characters = 0;
    const contents = new Map<string, PageTexts | undefined>();
    const pages = this.file.pages.map(({ part, width, height }, index) => {
      this.control.progress?.('正在读取文字', (index + 1) / this.file.pages.length);
      if (!contents.has(part)) contents.set(part, this.content(part, width, height));
      const page = contents.get(part);
      characters += page ? linesOf(page).reduce((sum, line) => sum + line.length, 0) : 0;
      if (characters > LIMITS.text) throw new TextLimitReached();
      return page;
    });
    const pieces = new PagePieces(
      this.builder,
      pages.filter((page) => page !== undefined),
    );
    pages.forEach((page, index) => {
      unread.add(index + 1, page);
      if (!page) return;
      pieces.addPage(index + 1, page);
      this.hidden(page, `第${index + 1}页`);
    });
    pieces.end();
    unread.end(this.builder);
    return pieces.blocks;
  }

  /** A template shows on every page that names it, so it is read once; one that no page names shows nowhere. */
  private readTemplates(): void {
    for (const part of this.file.templates.values()) {
      const user = this.file.pages.findIndex((page) => page.templates.includes(part));
      const texts = this.content(part, 210, this.file.pages[Math.max(0, user)]?.height ?? 297);
      if (!texts) continue;
      const label = user < 0 ? '没有用到的模板页' : `第${user + 1}页 模板`;
      for (const text of linesOf(texts)) this.add(user < 0 ? 'part-residue' : 'body', user >= 0, text, label, part);
      this.hidden(texts, label);
      if (texts.pictures.length > 0)
        this.builder.leaveUnread('picture', part, `模板页 ${part} 有图片，图片里的文字不能由程序检查，须人工查看。`);
    }
  }

  private hidden(page: PageTexts, label: string): void {
    for (const [why, texts] of page.hidden) for (const text of texts) this.add('hidden-text', false, text, `${label} ${why}`, '');
  }

  /** What a content part paints; undefined when it is missing or broken. */
  private content(part: string, width: number, height: number): PageTexts | undefined {
    const entry = this.take(part);
    if (!entry) return undefined;
    const content = new OfdContent(height, this.file.colors);
    const outcome = walkXml(entry.bytes, content);
    if (outcome !== 'whole') this.broken(entry);
    for (const address of content.addresses) this.add('link-target', false, address, '链接目标', part);
    for (const text of content.strange) if (isTextLike(text)) this.add('part-residue', false, text, '页面部件中的文字', part);
    return pageTexts(content.painted(), [0, 0, width * POINTS, height * POINTS]);
  }

  private annotation(part: string, page: number): void {
    const entry = this.take(part);
    if (!entry) return;
    const place = page === 0 ? '' : `第${page}页 `;
    const texts = new PartTexts(part);
    const outcome = walkXml(
      entry.bytes,
      new OfdPart(texts, {
        kind: 'annotation',
        label: `${place}注释`,
        height: this.file.pages[page - 1]?.height ?? 297,
        colors: this.file.colors,
      }),
    );
    if (outcome !== 'whole') this.broken(entry);
    this.put(texts);
  }

  /** Everything no page leads to: older versions, resources, signatures, and parts that nothing names. */
  private rest(entry: PackageEntry): void {
    const { name, bytes } = entry;
    if (name.endsWith('/') || bytes.length === 0) return;
    if (looksLikeXml(bytes)) this.restXml(entry);
    else if (PICTURE.test(name) || isPicture(bytes)) {
      for (const text of pictureTexts(bytes)) this.add('metadata', false, text, '图片附带信息', name);
      this.builder.leaveUnread('picture', name, `图片 ${name} 里的文字不能由程序检查，须人工查看。`);
    } else if (!FONT.test(name)) {
      const signature = /\.(esl|dat)$/i.test(name);
      for (const run of chineseRuns(bytes))
        this.add(signature ? 'metadata' : 'part-residue', false, run, signature ? '电子印章与签名数据' : '部件中的文字', name);
      if (!signature)
        this.builder.leaveUnread('binary-part', name, `部件 ${name} 是程序不认识的数据，只检查了能认出的中文，须人工查看。`);
    }
  }

  private restXml(entry: PackageEntry): void {
    const { name, bytes } = entry;
    const root = rootOf(bytes);
    const old = this.file.versions.some(
      (version) => key(name).startsWith(key(version).replace(/[^/]*$/, '')) && version.includes('/'),
    );
    const away = old ? '较早版本' : '没有列入的页面';
    if (root === 'Page') {
      const texts = this.content(name, 210, 297);
      for (const text of [...(texts ? linesOf(texts) : []), ...[...(texts?.hidden.values() ?? [])].flat()]) {
        if (!this.known.has(text)) this.add('part-residue', false, text, away, name);
      }
      return;
    }
    const texts = new PartTexts(name);
    const role = ROLES[root] ?? (['part-residue', '其他部件'] as const);
    const outcome = walkXml(bytes, new OfdPart(texts, { kind: role[0], label: role[1], height: 297, colors: this.file.colors }));
    if (outcome !== 'whole') this.broken(entry);
    this.put(texts);
  }

  private put(texts: PartTexts): void {
    for (const { kind, visible, text, label } of texts.found) {
      // The name of a file comes out with the file.
      if (kind === 'attachment' && this.file.attachments.some(({ name }) => name === text)) continue;
      this.builder.add({ kind, visible, text, where: { label, part: texts.part } });
    }
  }

  private broken({ name, bytes }: PackageEntry): void {
    for (const run of chineseRuns(bytes)) this.add('part-residue', false, run, '损坏部件中的文字', name);
    this.builder.leaveUnread('xml-broken', name, `部件 ${name} 结构有错，没有读完，须人工查看。`);
  }

  private envelope(): void {
    for (const { name } of this.archive.entries) if (isTextLike(name)) this.add('file-name', false, name, '包内部件名', '');
    for (const comment of this.archive.comments) this.add('part-residue', false, comment, '压缩包注释', '');
    for (const stray of this.archive.stray) {
      for (const run of chineseRuns(stray)) this.add('part-residue', false, run, '压缩包记录之外的数据', '');
    }
  }

  private take(part: string): PackageEntry | undefined {
    this.done.add(key(part));
    return this.file.entry(part);
  }

  private add(kind: PieceKind, visible: boolean, text: string, label: string, part: string): void {
    for (const stretch of stretchesOf(text)) {
      if (stretch.text.trim() !== '') this.builder.add({ kind, visible, text: stretch.text, where: { label, part } });
    }
  }
}

/** Root element of a part → kind and label of its words. */
const ROLES: Readonly<Record<string, readonly [PieceKind, string]>> = {
  OFD: ['metadata', '文档属性'],
  Document: ['metadata', '文档结构'],
  Res: ['metadata', '资源'],
  Signatures: ['metadata', '签章'],
  Signature: ['metadata', '签章'],
  Annotations: ['metadata', '注释目录'],
  Attachments: ['attachment', '附件目录'],
  CustomTags: ['custom-data', '自定义标引'],
  Extensions: ['custom-data', '扩展数据'],
  DocVersion: ['metadata', '版本记录'],
};

const key = (name: string): string => name.toLowerCase();
const linesOf = (texts: PageTexts): string[] =>
  texts.flow.flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.rows.map((row) => row.join('\t'))));
