import type { PieceKind } from '../../review/model/index.ts';
import { base64Text, base64Words } from '../package/base64-text.ts';
import { localName } from '../package/local-name.ts';
import { percentDecoded } from '../package/percent-decoded.ts';
import { isTextLike } from '../package/text-like.ts';
import type { Attributes } from '../package/walk-xml.ts';
import type { PartTexts } from './part-texts.ts';

/** Attributes that hold words for people, whatever they look like: element, attribute, and the kind and label they get. */
const WORDS = new Map<string, Readonly<Record<string, readonly [PieceKind, string]>>>([
  ['docPr', { descr: ['alt-text', '图片替代文字'], title: ['alt-text', '图片标题'] }],
  ['cNvPr', { descr: ['alt-text', '图片替代文字'], title: ['alt-text', '图片标题'] }],
  ['imagedata', { title: ['alt-text', '图片标题'] }],
  ['tblDescription', { val: ['alt-text', '表格说明'] }],
  ['tblCaption', { val: ['alt-text', '表格标题'] }],
  [
    'hyperlink',
    { tooltip: ['alt-text', '链接提示'], location: ['link-target', '链接位置'], docLocation: ['link-target', '链接位置'] },
  ],
  ['hlinkClick', { tooltip: ['alt-text', '链接提示'] }],
  ['hlinkHover', { tooltip: ['alt-text', '链接提示'] }],
  ['hlinkMouseOver', { tooltip: ['alt-text', '链接提示'] }],
  ['textpath', { string: ['text-box', '艺术字（水印）'] }],
  ['listItem', { displayText: ['custom-data', '下拉列表选项'], value: ['custom-data', '下拉列表选项值'] }],
  ['alias', { val: ['custom-data', '内容控件标题'] }],
  ['tag', { val: ['custom-data', '内容控件标记'] }],
  ['helpText', { val: ['custom-data', '表单域帮助'] }],
  ['statusText', { val: ['custom-data', '表单域状态栏文字'] }],
  ['listEntry', { val: ['custom-data', '表单域选项'] }],
  ['default', { val: ['custom-data', '表单域默认值'] }],
  ['docVar', { val: ['metadata', '文档变量'] }],
  ['numberingChange', { original: ['custom-data', '修改前的编号'] }],
  ['query', { val: ['metadata', '邮件合并的查询'] }],
  ['connectString', { val: ['metadata', '邮件合并的数据连接'] }],
  ['fileSharing', { userName: ['metadata', '共享者'] }],
  ['scenario', { name: ['custom-data', '方案名'], comment: ['custom-data', '方案说明'], user: ['metadata', '方案作者'] }],
  ['inputCells', { val: ['custom-data', '方案的值'] }],
  ['dbPr', { connection: ['metadata', '数据连接'], command: ['metadata', '数据连接的查询'] }],
  ['olapPr', { localConnection: ['metadata', '数据连接'] }],
  ['webPr', { url: ['link-target', '数据连接的网址'], sourceData: ['metadata', '数据连接'] }],
  ['textPr', { sourceFile: ['link-target', '数据连接的文件'] }],
  ['tableColumn', { totalsRowLabel: ['custom-data', '汇总行的文字'] }],
  ['ocxPr', { value: ['custom-data', '控件的值'] }],
  ['hlink', { dest: ['link-target', '超链接目标'], screenTip: ['alt-text', '链接提示'], bookmark: ['link-target', '链接位置'] }],
  ['template', { href: ['metadata', '模板路径'] }],
  ['cacheField', { name: ['part-residue', '数据透视表的字段'] }],
]);
/** Attributes that mean the same on every element. */
const ANYWHERE: ReadonlyMap<string, readonly [PieceKind, string]> = new Map([
  ['alt', ['alt-text', '图片替代文字']],
  ['href', ['link-target', '链接目标']],
]);
/** Attributes that name fonts, styles and shapes: one piece a part, for hundreds of repetitions say nothing. */
const NAMES =
  /^(rFonts|font|latin|ea|cs|sym|buFont|altName|themeFontLang)@|@(typeface|font|eastAsia)$|^(pStyle|rStyle|tblStyle|basedOn|next|link|name|lvlText|style|bookmarkStart|shapetype|aliases)@|@(name|styleId|style|id|spid)$/;

/** Attributes that other readers take: links, field codes, names of parts. */
const ELSEWHERE: ReadonlySet<string> = new Set(['Relationship@Target', 'fldSimple@instr', 'Override@PartName', 'sheet@name']);

/** Collects attribute text of one part: what people wrote becomes pieces, names are gathered into one. */
export class AttributeTexts {
  private readonly texts: PartTexts;
  private readonly authors: Set<string>;
  private readonly names = new Set<string>();
  private readonly seen = new Set<string>();

  private readonly other: PieceKind;

  /** `other` is the kind of text-like values in attributes that nobody knows. */
  constructor(texts: PartTexts, authors: Set<string>, other: PieceKind = 'part-residue') {
    this.texts = texts;
    this.other = other;
    this.authors = authors;
  }

  take(element: string, attributes: Attributes): void {
    const words = WORDS.get(element);
    for (const key in attributes) {
      const value = attributes[key];
      if (value === undefined || value === '' || key.startsWith('xmlns')) continue;
      const name = localName(key);
      if (name === 'author' || name === 'initials') this.authors.add(value);
      else this.place(element, name, value, words && Object.hasOwn(words, name) ? words[name] : undefined);
    }
  }

  /** Adds what was gathered; call once at the end of the part. */
  end(): void {
    const names = [...this.names].join('；');
    this.texts.addAside('rest', 'metadata', false, names, '样式、字体与对象名称');
  }

  private place(element: string, name: string, value: string, known: readonly [PieceKind, string] | undefined): void {
    const words = known ?? ANYWHERE.get(name);
    if (name === 'name' && (element === 'docPr' || element === 'cNvPr')) this.shapeName(value);
    else if (words && (value.length > 1 || isTextLike(value))) this.add(words[0], value, words[1]);
    else if (isTextLike(percentDecoded(value))) {
      const spot = `${element}@${name}`;
      if (ELSEWHERE.has(spot)) return;
      if (NAMES.test(spot)) this.names.add(value);
      else this.add(this.other, value, `属性残留（${element}）`);
    } else if (value.length >= 16)
      for (const packed of base64Words(value)) this.add(this.other, packed, `属性残留（${element}）（已解码）`);
  }

  /** Programs number the shapes they make; a name of another kind was given by a person. */
  private shapeName(value: string): void {
    if (!isTextLike(value)) return;
    if (/^\D{1,12}\d{1,4}$/.test(value)) this.names.add(value);
    else this.add('alt-text', value, '图形名称');
  }

  private add(kind: PieceKind, value: string, label: string): void {
    const plain = base64Text(value);
    const text = plain ?? percentDecoded(value);
    if (this.seen.has(text)) return;
    this.seen.add(text);
    const box = kind === 'text-box';
    this.texts.addAside(box ? 'boxes' : 'rest', kind, box, text, plain ? `${label}（已解码）` : label);
  }
}
