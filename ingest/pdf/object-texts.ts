import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { PieceKind } from '../../review/model/index.ts';
import { percentDecoded } from '../package/percent-decoded.ts';
import { chineseRuns } from '../package/residue.ts';
import { isTextLike } from '../package/text-like.ts';
import type { FoundText } from './found-text.ts';
import type { ObjectGraph } from './object-graph.ts';
import { isWords, nameText, pdfText } from './pdf-string.ts';

type Words = readonly [PieceKind, string];

const INFO: Readonly<Record<string, string>> = {
  Title: '标题',
  Author: '作者',
  Subject: '主题',
  Keywords: '关键词',
  Creator: '制作软件',
  Producer: '转换软件',
  Company: '单位',
  SourceModified: '来源修改时间',
};
/** What the strings of an annotation say (ISO 32000-1, 12.5.2). */
const ANNOTATION: Readonly<Record<string, Words>> = {
  Contents: ['annotation', '注释'],
  RC: ['annotation', '注释（带格式）'],
  T: ['metadata', '注释作者'],
  Subj: ['annotation', '注释主题'],
  OverlayText: ['annotation', '涂黑标记上的文字'],
};
/** Form fields (12.7.3). */
const FIELD: Readonly<Record<string, Words>> = {
  V: ['annotation', '表单域的值'],
  RV: ['annotation', '表单域的值（带格式）'],
  DV: ['custom-data', '表单域的默认值'],
  T: ['custom-data', '表单域名'],
  TU: ['alt-text', '表单域提示'],
  TM: ['custom-data', '表单域导出名'],
  Opt: ['custom-data', '表单域的选项'],
  CA: ['annotation', '按钮文字'],
};
const SIGNATURE: Readonly<Record<string, Words>> = {
  Name: ['metadata', '签名人'],
  Reason: ['metadata', '签名理由'],
  Location: ['metadata', '签名地点'],
  ContactInfo: ['metadata', '签名联系方式'],
};
const FILE: Readonly<Record<string, Words>> = {
  F: ['attachment', '附件文件名'],
  UF: ['attachment', '附件文件名'],
  Desc: ['attachment', '附件说明'],
};
/** Keys that mean one thing wherever they stand. */
const ANYWHERE: Readonly<Record<string, Words>> = {
  ActualText: ['alt-text', '替换文字（ActualText）'],
  Alt: ['alt-text', '替代文字'],
  E: ['alt-text', '缩写全称'],
  URI: ['link-target', '链接目标'],
  JS: ['field-code', '脚本'],
  Names: ['metadata', '命名目标'],
  P: ['metadata', '页码前缀'],
};
/** Actions whose file or address is a string of its own (12.6.4). */
const OPENING = /^(GoToR|GoToE|Launch|SubmitForm|ImportData|Thread)$/;
/** Dictionaries whose strings are machinery; their names, and the family of a font, are words all the same. */
const MACHINERY = /^(Font|FontDescriptor|CMap|Halftone|Encoding)$/;
/** Dictionaries without any words. */
const BARE = /^(Encrypt|XRef|ObjStm)$/;
const DEEPEST = 40;
const MOST = 200_000;

/** Every string of every object, named by where it stands; strings of objects that nothing leads to are residue. */
export class ObjectTexts {
  private readonly graph: ObjectGraph;
  private readonly found: FoundText[] = [];
  private readonly names = new Set<string>();
  private readonly pages: ReadonlyMap<string, number>;
  private orphan = false;
  private page = '';

  constructor(graph: ObjectGraph) {
    this.graph = graph;
    this.pages = graph.annotationPages();
  }

  read(): FoundText[] {
    const { Info, Encrypt } = this.graph.document.context.trailerInfo;
    for (const [reference, object] of this.graph.objects) {
      if (Encrypt !== undefined && String(reference) === String(Encrypt)) continue;
      const number = this.pages.get(String(reference));
      this.page = number === undefined ? '' : `第${number}页 `;
      this.orphan = !this.graph.reachable.has(reference.tag);
      if (Info !== undefined && String(reference) === String(Info)) this.info(this.graph.dictionary(object));
      else this.visit(object, '', undefined, 0);
    }
    // Information that the trailer holds itself belongs to no object.
    if (Info instanceof this.graph.library.PDFDict) this.info(Info);
    const names = [...this.names].join('；');
    if (names !== '') this.found.push({ kind: 'metadata', visible: false, text: names, label: '字体与对象名称' });
    return this.found;
  }

  private info(dictionary: PDFDict | undefined): void {
    for (const [key, value] of this.graph.entries(dictionary)) {
      const text = this.graph.text(this.graph.resolve(value));
      if (text && isWords(text)) this.add('metadata', false, text, `文档属性·${INFO[key] ?? key}`);
    }
  }

  private visit(value: PDFObject, key: string, owner: PDFDict | undefined, depth: number): void {
    const { PDFArray, PDFDict, PDFName, PDFRawStream } = this.graph.library;
    if (depth > DEEPEST || this.found.length > MOST) return;
    const bytes = this.graph.bytesOf(value);
    if (bytes) this.string(bytes, key, owner);
    else if (value instanceof PDFName) this.noteName(value.decodeText());
    else if (value instanceof PDFArray) for (const item of value.asArray()) this.visit(item, key, owner, depth + 1);
    else if (value instanceof PDFRawStream) this.visit(value.dict, key, owner, depth + 1);
    else if (value instanceof PDFDict && !BARE.test(this.graph.name(value, 'Type'))) {
      for (const [inner, item] of this.graph.entries(value)) {
        this.noteName(inner);
        // The font's own strings are registries and encodings; the words of a form's appearance come from the page.
        if (inner !== 'CIDSystemInfo' && inner !== 'DA') this.visit(item, inner, value, depth + 1);
      }
    }
  }

  /** Names of fonts, layers' tags, resources, places: one piece for all, for there are hundreds. */
  private noteName(latin: string): void {
    if (!/[\x80-\uffff]/.test(latin)) return;
    const text = nameText(latin);
    if (isWords(text)) this.names.add(text);
  }

  private string(bytes: Uint8Array, key: string, owner: PDFDict | undefined): void {
    const { graph } = this;
    if (MACHINERY.test(graph.name(owner, 'Type'))) {
      const family = key === 'FontFamily' ? pdfText(bytes) : '';
      if (/[^\x00-\x7f]/.test(family) && isWords(family)) this.names.add(family);
      return;
    }
    if (key === 'Contents' && graph.raw(owner, 'ByteRange')) {
      for (const run of chineseRuns(bytes)) this.add('metadata', false, run, '数字签名证书中的文字');
      return;
    }
    const text = pdfText(bytes);
    if (!isWords(text)) return;
    const words = this.wordsFor(key, owner);
    if (words) this.add(words[0], words[2], words[0] === 'link-target' ? percentDecoded(text) : text, words[1]);
    else if (isTextLike(text)) this.add('part-residue', false, text, `PDF 对象中的文字（${key || '数组'}）`);
  }

  private wordsFor(key: string, owner: PDFDict | undefined): readonly [PieceKind, string, boolean] | undefined {
    const { graph } = this;
    const pick = (table: Readonly<Record<string, Words>>): Words | undefined =>
      Object.hasOwn(table, key) ? table[key] : undefined;
    const subtype = graph.name(owner, 'Subtype');
    const flags = graph.number(owner, 'F');
    const unseen = (flags & 2) !== 0 || (flags & 32) !== 0;
    const named = (words: Words | undefined, visible: boolean) =>
      words && ([words[0], `${this.page}${words[1]}${unseen && words[0] === 'annotation' ? '（隐藏）' : ''}`, visible] as const);
    if (subtype === 'Widget' || graph.raw(owner, 'FT'))
      return named(pick(FIELD) ?? pick(ANYWHERE), pick(FIELD)?.[0] === 'annotation' && !unseen);
    if (key === 'CA' || key === 'AC') return named(FIELD.CA, true);
    if (graph.raw(owner, 'Rect') && subtype !== '') {
      return named(pick(ANNOTATION) ?? pick(ANYWHERE), subtype === 'FreeText' && key === 'Contents' && !unseen);
    }
    if (graph.name(owner, 'Type') === 'Sig' || graph.raw(owner, 'ByteRange')) return named(pick(SIGNATURE), false);
    if (graph.raw(owner, 'EF') || graph.name(owner, 'Type') === 'Filespec') return named(this.fileWords(key, owner), false);
    if (graph.name(owner, 'Type') === 'OCG' && key === 'Name') return ['metadata', '图层名', false];
    if (key === 'F' && (OPENING.test(graph.name(owner, 'S')) || graph.name(owner, 'FS') === 'URL'))
      return ['link-target', '外部文件链接', false];
    if (key === 'P' && graph.raw(owner, 'F')) return ['field-code', '启动程序的参数', false];
    if (key === 'Title') return ['metadata', '书签', false];
    if (graph.name(owner, 'Type') === 'StructElem' && key === 'T') return ['alt-text', '结构标题', false];
    if (graph.raw(owner, 'LastModified') && graph.raw(owner, 'Private')) return ['custom-data', '制作软件的私有数据', false];
    return named(pick(ANYWHERE), false);
  }

  private fileWords(key: string, owner: PDFDict | undefined): Words | undefined {
    if (!Object.hasOwn(FILE, key)) return undefined;
    return this.graph.raw(owner, 'EF') ? FILE[key] : ['link-target', '外部文件链接'];
  }

  private add(kind: PieceKind, visible: boolean, text: string, label: string): void {
    if (this.orphan) this.found.push({ kind: 'part-residue', visible: false, text, label: `没有用到的对象·${label}` });
    else this.found.push({ kind, visible, text, label });
  }
}
