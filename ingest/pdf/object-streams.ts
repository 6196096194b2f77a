import type { PDFDict, PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PieceKind } from '../../review/model/index.ts';
import { looksLikeXml } from '../package/decode-xml.ts';
import { pictureTexts } from '../package/picture-texts.ts';
import { chineseRuns } from '../package/residue.ts';
import { isTextLike } from '../package/text-like.ts';
import { walkXml } from '../package/walk-xml.ts';
import { fontNames } from './font-names.ts';
import type { FoundText } from './found-text.ts';
import type { ObjectGraph } from './object-graph.ts';
import { asideTexts, isWords, pdfText, spokenTexts } from './pdf-string.ts';
import { PICTURE_FILTERS } from './stream-filters.ts';

/** A file inside the file. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface StreamFindings {
  readonly texts: FoundText[];
  readonly attachments: Attachment[];
  /** Streams that could be drawn but are not: forms no content calls, contents and patterns nothing leads to. */
  readonly undrawn: PDFRef[];
  /** Pages that are in the file and in no page tree. */
  readonly lostPages: PDFRef[];
  readonly pictures: PDFRef[];
  /** Attachments and other data that could not be unpacked. */
  readonly closed: string[];
}

/** Streams of fonts, colour profiles, functions and structure: no words for people. */
const FONT = /^(Type1C|CIDFontType0C|OpenType)$/;
const SKIPPED = /^(XRef|ObjStm|CMap)$/;
const MAGIC = /^(\x00\x01\x00\x00|OTTO|true|ttcf|%!PS|\x01\x00\x04|wOFF)/;
/** Operators that tell a content stream from other data. */
const CONTENT = /(^|\s)(BT|Tj|TJ|Do|re|cm|BDC)(\s|$)/;

/** Operators that show text, themselves or in a form; content without them needs no page of its own. */
const PAINTS = /['"]|Tj|TJ|Do/;

/** Looks into every stream of the file that is no picture and no font. */
export class ObjectStreams {
  private readonly graph: ObjectGraph;
  private readonly found: StreamFindings = { texts: [], attachments: [], undrawn: [], lostPages: [], pictures: [], closed: [] };
  private readonly names = new Map<string, string>();
  private readonly scripts = new Set<string>();
  /** Streams that stand for the value of a form field or for data of a program: kind, visibility and label. */
  private readonly values = new Map<string, readonly [PieceKind, boolean, string]>();
  private readonly contents = new Map<string, string>();
  private readonly appearances = new Set<string>();
  private readonly pageContents = new Set<string>();

  constructor(graph: ObjectGraph) {
    this.graph = graph;
  }

  read(): StreamFindings {
    this.noteUses();
    const { PDFRawStream } = this.graph.library;
    for (const [reference, object] of this.graph.objects) {
      if (object instanceof PDFRawStream) this.stream(reference, object);
      else if (this.graph.name(this.graph.dictionary(object), 'Type') === 'Page' && !this.isPage(reference))
        this.found.lostPages.push(reference);
    }
    this.noteUndrawn();
    return this.found;
  }

  private isPage(reference: PDFRef): boolean {
    return this.graph.pages.some((page) => page.tag === reference.tag);
  }

  /** What streams are used for is said by the dictionaries that refer to them. */
  private noteUses(): void {
    const { graph } = this;
    for (const [, object] of graph.objects) {
      this.walk(graph.dictionary(object), 0);
    }
    for (const page of graph.pages) {
      const contents = graph.raw(graph.dictionary(page), 'Contents');
      for (const part of [contents, ...graph.items(contents)]) this.pageContents.add(String(part));
    }
  }

  private walk(dictionary: PDFDict | undefined, depth: number): void {
    const { graph } = this;
    if (!dictionary || depth > 8) return;
    for (const [key, value] of graph.entries(dictionary)) {
      if (key === 'EF') {
        const name = graph.text(graph.get(dictionary, 'UF')) ?? graph.text(graph.get(dictionary, 'F')) ?? '附件';
        for (const [, file] of graph.entries(graph.dictionary(value))) this.names.set(String(file), name);
      } else if (key === 'JS') this.scripts.add(String(value));
      else if (key === 'Private' && graph.raw(dictionary, 'LastModified'))
        this.values.set(String(value), ['custom-data', false, '制作软件的私有数据']);
      else if (/^(V|RV|DV)$/.test(key) && (graph.raw(dictionary, 'FT') || graph.name(dictionary, 'Subtype') === 'Widget'))
        this.noteValue(dictionary, key, value);
      else if (key === 'AP') this.noteAppearance(value, graph.name(dictionary, 'AS'));
      if (value instanceof graph.library.PDFDict) this.walk(value, depth + 1);
      else if (value instanceof graph.library.PDFArray) {
        for (const item of value.asArray()) if (item instanceof graph.library.PDFDict) this.walk(item, depth + 1);
      }
    }
  }

  private noteValue(field: PDFDict, key: string, value: PDFObject): void {
    const hidden = (this.graph.number(field, 'F') & 34) !== 0;
    if (key === 'DV') this.values.set(String(value), ['custom-data', false, '表单域的默认值']);
    else this.values.set(String(value), ['annotation', !hidden, `表单域的值${hidden ? '（隐藏）' : ''}`]);
  }

  /** Programs draw the normal appearance in its present state; those of a pressed button or of other states show later (12.5.5). */
  private noteAppearance(value: PDFObject, state: string): void {
    const normal = this.graph.raw(this.graph.dictionary(value), 'N');
    const object = this.graph.resolve(normal);
    const drawn = object instanceof this.graph.library.PDFDict ? this.graph.raw(object, state) : normal;
    if (drawn) this.appearances.add(String(drawn));
  }

  private stream(reference: PDFRef, stream: PDFRawStream): void {
    const { graph } = this;
    const { dict } = stream;
    const type = graph.name(dict, 'Type');
    const subtype = graph.name(dict, 'Subtype');
    if (subtype === 'Image') this.picture(reference, stream);
    else if (FONT.test(subtype) || graph.raw(dict, 'Length1')) this.font(reference, stream);
    else if (SKIPPED.test(type) || graph.raw(dict, 'FunctionType')) return;
    else {
      const bytes = graph.content(stream);
      if (this.names.has(String(reference)) || type === 'EmbeddedFile') this.attachment(reference, bytes);
      else if (bytes) this.data(reference, dict, bytes);
      else if (this.pageContents.has(String(reference)) || subtype === 'Form')
        this.found.closed.push(`页面内容（对象 ${reference.objectNumber}）`);
      else if (!graph.filters(stream).some((filter) => PICTURE_FILTERS.has(filter)))
        this.found.closed.push(`数据流（对象 ${reference.objectNumber}）`);
    }
  }

  private picture(reference: PDFRef, stream: PDFRawStream): void {
    this.found.pictures.push(reference);
    for (const text of pictureTexts(stream.getContents())) this.add(reference, 'metadata', text, '图片附带信息');
  }

  private font(reference: PDFRef, stream: PDFRawStream): void {
    const names = fontNames(this.graph.content(stream) ?? new Uint8Array(0)).filter((name) => /[^\x00-\x7f]/.test(name));
    if (names.length > 0) this.add(reference, 'metadata', names.join('；'), '嵌入字体中的名称');
  }

  private attachment(reference: PDFRef, bytes: Uint8Array | undefined): void {
    const name = this.names.get(String(reference)) ?? '附件';
    if (bytes) this.found.attachments.push({ name, bytes });
    else this.found.closed.push(`附件 ${name}`);
  }

  private data(reference: PDFRef, dict: PDFDict, bytes: Uint8Array): void {
    const head = latin1(bytes.subarray(0, 400));
    if (MAGIC.test(head) || head.includes('begincmap') || head.includes('%!PS-AdobeFont')) return;
    const subtype = this.graph.name(dict, 'Subtype');
    const value = this.values.get(String(reference));
    if (value) this.value(reference, bytes, value);
    else if (looksLikeXml(bytes)) this.xml(reference, bytes, this.graph.name(dict, 'Type') === 'Metadata' || subtype === 'XML');
    else if (this.scripts.has(String(reference))) this.add(reference, 'field-code', pdfText(bytes), '脚本');
    else if (subtype === 'Form' || this.graph.raw(dict, 'PatternType') || this.pageContents.has(String(reference)))
      this.content(reference, bytes);
    else if (CONTENT.test(latin1(bytes.subarray(0, 20_000)))) this.content(reference, bytes);
    else for (const run of chineseRuns(bytes)) this.add(reference, 'part-residue', run, '数据流中的文字');
  }

  private value(reference: PDFRef, bytes: Uint8Array, [kind, visible, label]: readonly [PieceKind, boolean, string]): void {
    const text = pdfText(bytes);
    const texts = kind === 'annotation' || isPlainText(text) ? [text] : chineseRuns(bytes);
    for (const one of texts) this.add(reference, kind, one.replaceAll(/<[^>]{0,2000}>/g, ' ').trim(), label, visible);
  }

  private content(reference: PDFRef, bytes: Uint8Array): void {
    const content = latin1(bytes);
    this.contents.set(String(reference), content);
    for (const text of spokenTexts(content)) this.add(reference, 'alt-text', text, '替换文字（ActualText）');
    const { names, words } = asideTexts(content);
    for (const text of words) this.add(reference, 'alt-text', text, '标记内容的属性');
    if (names.length > 0) this.add(reference, 'metadata', names.join('；'), '页面内容中的名称');
  }

  /** XMP says who wrote what when; other XML is the data of a form or of the program that made the file. */
  private xml(reference: PDFRef, bytes: Uint8Array, isMetadata: boolean): void {
    const kind: PieceKind = isMetadata ? 'metadata' : 'custom-data';
    const label = isMetadata ? '文档属性（XMP）' : '表单或软件的数据（XML）';
    const take = (text: string) => {
      if (isWords(text) && (isMetadata || isTextLike(text) || /\p{L}{3}/u.test(text)))
        this.add(reference, kind, text.trim(), label);
    };
    const outcome = walkXml(bytes, {
      open: (_, attributes) => {
        for (const key in attributes) {
          const value = attributes[key];
          if (value !== undefined && !/^(xmlns|rdf:|xml:|x:)/.test(key) && (isTextLike(value) || isMetadata)) take(value);
        }
      },
      close: () => undefined,
      text: take,
      aside: (text) => {
        if (isTextLike(text)) take(text);
      },
    });
    if (outcome !== 'whole') for (const run of chineseRuns(bytes)) this.add(reference, kind, run, label);
  }

  /** Forms and patterns that no content of a page, of another form or of an annotation calls. */
  private noteUndrawn(): void {
    const drawn = new Set<string>([...this.pageContents, ...this.appearances]);
    const owners: (readonly [PDFDict | undefined, string])[] = this.graph.pages.map((page) => {
      const node = this.graph.dictionary(page);
      const contents = this.graph.raw(node, 'Contents');
      const parts = [contents, ...this.graph.items(contents)].map((part) => this.contents.get(String(part)) ?? '');
      return [node, parts.join('\n')];
    });
    for (const [reference, object] of this.graph.objects) {
      const content = this.contents.get(String(reference));
      if (content !== undefined && this.graph.reachable.has(reference.tag)) owners.push([this.graph.dictionary(object), content]);
    }
    for (const [owner, content] of owners) {
      const resources = this.graph.dictionary(this.inherited(owner, 'Resources'));
      // What a pattern paints is no text to pdfjs, so patterns are hung on a page of their own, called or not.
      const called = new Set([...content.matchAll(/\/([^\s/<>[\]()]+)\s+Do\b/g)].map(([, name]) => name));
      for (const [name, value] of this.graph.entries(this.graph.dictionary(this.graph.get(resources, 'XObject')))) {
        if (called.has(name)) drawn.add(String(value));
      }
    }
    for (const [reference] of this.graph.objects) {
      const content = this.contents.get(String(reference));
      if (content !== undefined && !drawn.has(String(reference)) && PAINTS.test(content)) this.found.undrawn.push(reference);
    }
  }

  private inherited(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
    let node = dictionary;
    for (let depth = 0; node && depth < 64; depth += 1) {
      const value = this.graph.raw(node, key);
      if (value) return value;
      node = this.graph.dictionary(this.graph.raw(node, 'Parent'));
    }
    return undefined;
  }

  private add(reference: PDFRef, kind: PieceKind, text: string, label: string, visible = false): void {
    if (!isWords(text)) return;
    const used = this.graph.reachable.has(reference.tag);
    this.found.texts.push(
      used ? { kind, visible, text, label } : { kind: 'part-residue', visible: false, text, label: `没有用到的对象·${label}` },
    );
  }
}

/** True for text without the controls that binary data is full of. */
const isPlainText = (text: string): boolean => !/[\x00-\x08\x0e-\x1f\ufffd]/.test(text.slice(0, 2000));

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
