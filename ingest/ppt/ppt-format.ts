import { inflateSync } from 'node:zlib';
import { fail, ok, type PageBlock, type PieceKind, type Result } from '../../review/model/index.ts';
import { attachDraft } from '../attach-draft.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { openCompound } from '../ole/compound.ts';
import { readLeftovers } from '../ole/ole-leftovers.ts';
import { streamNames } from '../ole/stream-names.ts';
import { KnownTexts } from '../page/known-texts.ts';
import { stretchesOf } from '../text/lines.ts';
import { isHiddenSlide, openPresentation, type Presentation } from './presentation.ts';
import { descendants, type PptRecord, recordsOf, TYPES } from './records.ts';
import { SlideDrawing, slideSize } from './slide-drawing.ts';

/** Binary presentations of PowerPoint 97 to 2003 and of WPS. */
export const pptFormat: Format = {
  id: 'ppt',
  title: '旧版 PowerPoint/WPS 演示（ppt、dps）',
  extensions: ['ppt', 'pot', 'pps', 'dps', 'dpt'],
  probe: (bytes) => streamNames(bytes).has('PowerPoint Document'),
  read: readPpt,
};

async function readPpt(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在读取文字');
  const file = await openCompound(bytes);
  const presentation = file && openPresentation(file);
  if (presentation === 'encrypted') {
    return fail(
      'file-encrypted',
      '这份演示文稿设有打开密码，不能检查，没有读取也没有保存。请在原来的软件里取消密码，另存后再导入。',
    );
  }
  const reader = presentation && new PptReader(builder);
  if (!file || !presentation || !reader || presentation.slides.length + presentation.document.length === 0) {
    return fail(
      'ppt-broken',
      '这份演示文稿不完整或已损坏，读不下去，没有保存任何内容。请用原来的软件打开，另存为新的 pptx 后再导入；打不开时请向来源方重新索取。',
    );
  }
  reader.read(presentation);
  if ((file.stream('Pictures')?.length ?? 0) > 0) {
    builder.leaveUnread('picture', 'Pictures', '演示文稿里有图片，图片里的文字不能由程序检查，须人工查看。');
  }
  control.progress?.('正在查看隐藏内容');
  for (const [index, object] of reader.objects.entries()) {
    const name = `嵌入对象 ${index + 1}`;
    attachDraft(builder, name, await control.readMember(name, object));
  }
  await readLeftovers(file, reader.known, builder, control);
  return ok({ page: reader.blocks });
}

interface Place {
  readonly kind: PieceKind;
  readonly visible: boolean;
  readonly label: string;
  readonly shown: boolean;
}

/** Texts of a presentation by the part they stand in. */
class PptReader {
  readonly blocks: PageBlock[] = [];
  readonly known = new KnownTexts();
  readonly objects: Uint8Array[] = [];
  private readonly builder: DraftBuilder;
  private readonly said = new Set<string>();

  constructor(builder: DraftBuilder) {
    this.builder = builder;
  }

  read(presentation: Presentation): void {
    const size = slideSize(presentation.document);
    presentation.slides.forEach((slide, index) => {
      const hidden = isHiddenSlide(slide);
      const label = `第${index + 1}张幻灯片${hidden ? ' 隐藏的幻灯片' : ''}`;
      this.part(
        slide,
        { kind: hidden ? 'hidden-text' : 'body', visible: !hidden, label, shown: !hidden },
        new SlideDrawing(slide, size),
      );
    });
    for (const { record, slide } of presentation.notes) {
      const label = slide > 0 ? `第${slide}张幻灯片备注` : '备注母版';
      this.part(record, { kind: slide > 0 ? 'speaker-notes' : 'part-residue', visible: false, label, shown: false });
    }
    for (const document of presentation.document) this.document(document);
    for (const master of presentation.masters)
      this.part(master, { kind: 'part-residue', visible: false, label: '母版', shown: false });
    for (const record of presentation.old)
      this.part(record, { kind: 'part-residue', visible: false, label: '较早版本', shown: false });
    for (const { type, data } of recordsOf(presentation.stream)) if (type === TYPES.storage) this.object(data);
  }

  private part(part: PptRecord, place: Place, drawing?: SlideDrawing): void {
    let title = false;
    for (const { record, above } of descendants(part)) {
      const own = this.ownPlace(record, above);
      if (record.type === TYPES.textHeader) title = [0, 6].includes(record.data[0] ?? 9);
      const text = textOf(record);
      if (own) this.add(text, own);
      else if (text !== '' && record.type !== TYPES.cString && record.type !== TYPES.font)
        this.drawn(text, record.offset, place, title, drawing);
    }
  }

  /** Paragraph by paragraph, for one of them may be white and the next one not. */
  private drawn(text: string, offset: number, place: Place, title: boolean, drawing: SlideDrawing | undefined): void {
    let from = 0;
    for (const paragraph of text.split('\r')) {
      const why = place.shown ? (drawing?.hides(offset, from, paragraph.length) ?? '') : '';
      const label = `${place.label} ${why}`;
      this.add(paragraph, why === '' ? place : { kind: 'hidden-text', visible: false, label, shown: false }, title);
      from += paragraph.length + 1;
    }
  }

  /** Texts whose meaning lies in what holds them: comments, links, dates and footers. */
  private ownPlace(record: PptRecord, above: readonly PptRecord[]): Place | undefined {
    const holder = above.at(-1)?.type;
    if (record.type !== TYPES.cString) return undefined;
    if (holder === TYPES.comment) {
      return record.instance === 1 ? place('comment', '批注') : place('metadata', '批注作者');
    }
    if (holder === TYPES.headersFooters)
      return { kind: record.instance === 1 ? 'header' : 'footer', visible: true, label: '页眉页脚', shown: false };
    return holder === TYPES.link ? place('link-target', '链接目标') : undefined;
  }

  /** The document's own part: outline texts that no slide repeats, links, fonts' names. */
  private document(document: PptRecord): void {
    const fonts = new Set<string>();
    for (const { record, above } of descendants(document)) {
      const text = textOf(record);
      if (text === '') continue;
      const own = this.ownPlace(record, above);
      const list = above.find((holder) => holder.type === TYPES.slideList);
      if (own) this.add(text, own);
      else if (record.type === TYPES.font) fonts.add(text);
      else if (list && !this.known.has(text)) {
        const shown = list.instance === 0;
        this.add(text, { kind: shown ? 'body' : 'part-residue', visible: shown, label: shown ? '幻灯片大纲' : '母版', shown });
      } else if (!list && record.type !== TYPES.cString) this.add(text, place('part-residue', '演示文稿的数据'));
    }
    for (const font of fonts) this.known.add(font);
    if (fonts.size > 0) this.add([...fonts].join('；'), place('metadata', '字体名称'));
  }

  /** An object inside, packed (MS-PPT 2.10.34): its size, then deflate. */
  private object(data: Uint8Array): void {
    try {
      this.objects.push(inflateSync(data.subarray(4), { maxOutputLength: LIMITS.entry }));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.builder.leaveUnread(
        'embedded-object',
        `嵌入对象 ${this.objects.length + 1}`,
        '嵌入对象解不开，没有检查，须打开后人工查看，或从文件中删除。',
      );
    }
  }

  private add(text: string, { kind, visible, label, shown }: Place, title = false): void {
    for (const paragraph of text.split('\r')) {
      const plain = paragraph.replaceAll('\x0b', '\n').replaceAll(/[\x00-\x08\x0e-\x1f]/g, '');
      this.known.add(plain);
      const key = `${kind} ${label} ${plain}`;
      if (plain.trim() === '' || plain.trim() === '*' || (!shown && this.said.has(key))) continue;
      this.said.add(key);
      for (const stretch of stretchesOf(plain)) {
        const heading = title && kind === 'body';
        const piece = this.builder.add({
          kind: heading ? 'heading' : kind,
          visible,
          text: stretch.text,
          where: { label, part: '' },
        });
        if (shown) this.blocks.push(heading ? { type: 'heading', level: 2, piece } : { type: 'paragraph', piece });
      }
    }
  }
}

const place = (kind: PieceKind, label: string): Place => ({ kind, visible: false, label, shown: false });

function textOf({ type, data }: PptRecord): string {
  if (type === TYPES.textChars || type === TYPES.cString) return new TextDecoder('utf-16le').decode(data);
  if (type === TYPES.textBytes) return new TextDecoder('windows-1252').decode(data);
  return type === TYPES.font ? new TextDecoder('utf-16le').decode(data.subarray(0, 64)).replace(/\0[\s\S]*$/, '') : '';
}
