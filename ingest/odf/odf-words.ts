import type { PieceKind } from '../../review/model/index.ts';
import { AttributeTexts } from '../office/attribute-texts.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { localName } from '../package/local-name.ts';
import { percentDecoded } from '../package/percent-decoded.ts';
import { isTextLike } from '../package/text-like.ts';
import type { Attributes } from '../package/walk-xml.ts';

type Words = readonly [PieceKind, string];

/** Attributes that hold words for people: element and attribute → kind and label. `*` stands for any element. */
const WORDS: Readonly<Record<string, Words>> = {
  '*@formula': ['field-code', '公式'],
  '*@condition': ['custom-data', '条件'],
  '*@current-value': ['custom-data', '表单值'],
  '*@label': ['custom-data', '表单文字'],
  '*@help-message': ['custom-data', '表单提示'],
  '*@user-name': ['metadata', '共享者'],
  'bookmark@name': ['metadata', '书签名'],
  'bookmark-start@name': ['metadata', '书签名'],
  'reference-mark@name': ['metadata', '引用标记名'],
  'reference-mark-start@name': ['metadata', '引用标记名'],
  'user-field-decl@string-value': ['metadata', '用户变量'],
  'variable-set@string-value': ['metadata', '变量'],
  'alphabetical-index-mark@string-value': ['field-code', '索引项'],
  'user-index-mark@string-value': ['field-code', '索引项'],
  'toc-mark@string-value': ['field-code', '目录项'],
  'param@value': ['custom-data', '插件的参数'],
  'hidden-text@string-value': ['hidden-text', '隐藏文字'],
  'conditional-text@string-value-if-true': ['hidden-text', '条件文字'],
  'conditional-text@string-value-if-false': ['hidden-text', '条件文字'],
  'placeholder@description': ['alt-text', '占位符说明'],
  'text-input@description': ['alt-text', '输入域提示'],
  'content-validation@name': ['custom-data', '数据有效性'],
  'named-range@name': ['metadata', '定义的名称'],
  'named-expression@name': ['metadata', '定义的名称'],
  'named-expression@expression': ['metadata', '定义的名称'],
  'filter-condition@value': ['custom-data', '筛选条件'],
  'filter-set-item@value': ['custom-data', '筛选条件'],
  'scenario@comment': ['custom-data', '方案说明'],
  'help-message@title': ['custom-data', '输入提示'],
  'error-message@title': ['custom-data', '出错提示'],
  'dde-connection-decl@dde-topic': ['link-target', '外部数据'],
  'user-defined@name': ['metadata', '自定义属性名'],
};
/** Attributes of machinery: fonts, numbers of lists, ids, addresses of cells by the names of their tables. */
const MACHINERY =
  /^(font-.*|.*font-name.*|num-format|num-list-format|bullet-char|change-id|id|xml:id|.*-cell-address|.*range-address.*|.*-cell-range.*|target-range-address|data-style-name|page-layout-name)$/;
const NAMED = /^(frame|custom-shape|rect|ellipse|line|polygon|polyline|path|g|image|object|object-ole|control|text-box)$/;

/** Collects what the attributes of an OpenDocument part say to people. */
export class OdfWords {
  private readonly texts: PartTexts;
  private readonly rest: AttributeTexts;
  private readonly seen = new Set<string>();

  constructor(texts: PartTexts, authors: Set<string>) {
    this.texts = texts;
    this.rest = new AttributeTexts(texts, authors);
  }

  take(element: string, attributes: Attributes): void {
    const others: Record<string, string> = {};
    for (const key in attributes) {
      const value = attributes[key] ?? '';
      if (value === '' || key.startsWith('xmlns')) continue;
      const name = localName(key);
      if (MACHINERY.test(name) || (/^num-(prefix|suffix)$/.test(name) && value.length < 4)) continue;
      const words = WORDS[`${element}@${name}`] ?? WORDS[`*@${name}`];
      if (name === 'href') this.link(value);
      else if (name === 'name' && NAMED.test(element)) this.shapeName(value);
      else if (words && (isTextLike(value) || words[0] === 'hidden-text')) this.add(words, value);
      // What a cell shows is its paragraphs; the value beside them is the same thing.
      else if (!/^(string-value|value|date-value|time-value)$/.test(name) || element.startsWith('form')) others[key] = value;
    }
    this.rest.take(element, others);
  }

  end(): void {
    this.rest.end();
  }

  /** Addresses that lead out of the file. */
  private link(value: string): void {
    const target = percentDecoded(value);
    if (/^(\.\/|Pictures\/|Object|#|media\/)/.test(target) || (target.startsWith('#') && !isTextLike(target))) return;
    this.add(['link-target', /^(https?|mailto|ftp):/i.test(target) ? '超链接目标' : '外部文件链接'], target);
  }

  private shapeName(value: string): void {
    if (isTextLike(value) && !/^\D{1,12}\d{1,4}$/.test(value)) this.add(['alt-text', '图形名称'], value);
  }

  private add([kind, label]: Words, text: string): void {
    const key = `${kind} ${text}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.texts.addAside('rest', kind, false, text, label);
  }
}
