import { type PieceKind, TEXT_GROUPS } from '../../review/model/index.ts';
import { UnseenShapes } from '../docx/unseen-shapes.ts';
import { base64Text, base64Words } from '../package/base64-text.ts';
import { percentDecoded } from '../package/percent-decoded.ts';
import { isTextLike } from '../package/text-like.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import { AttributeTexts } from './attribute-texts.ts';
import type { Section } from './part-text.ts';
import type { PartTexts } from './part-texts.ts';

/** How the text of an XML part that is no story is shown. */
export interface PlainPlace {
  readonly kind: PieceKind;
  readonly section: Section;
  readonly visible: boolean;
  readonly label: string;
}

/** Chinese names of the usual document properties. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['creator', '作者'],
  ['Author', '作者'],
  ['LastAuthor', '最后修改者'],
  ['lastModifiedBy', '最后修改者'],
  ['title', '标题'],
  ['subject', '主题'],
  ['keywords', '关键词'],
  ['description', '备注'],
  ['category', '类别'],
  ['contentStatus', '状态'],
  ['created', '创建时间'],
  ['modified', '修改时间'],
  ['lastPrinted', '打印时间'],
  ['revision', '修订次数'],
  ['Company', '单位'],
  ['Manager', '主管'],
  ['Template', '模板'],
  ['Application', '软件'],
  ['AppVersion', '软件版本'],
  ['language', '语言'],
  ['HyperlinkBase', '超链接基础'],
  ['TotalTime', '编辑时间'],
]);
/** Counters of app.xml that say nothing a reader of the document could not count. */
const COUNTERS = new Set(
  'Pages Words Characters CharactersWithSpaces Lines Paragraphs DocSecurity ScaleCrop LinksUpToDate SharedDoc HyperlinksChanged'.split(
    ' ',
  ),
);

/** Elements whose text computes what is shown and is itself seen by nobody. */
const FORMULAS: ReadonlySet<string> = new Set([
  'f',
  'calculatedColumnFormula',
  'totalsRowFormula',
  'formula',
  'formula1',
  'formula2',
]);

/** Reads any XML part: every text node and every attribute that says something, grouped where one thing is split over nodes. */
export class PlainPart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly place: PlainPlace;
  private readonly attributes: AttributeTexts;
  private readonly groups: { readonly name: string; readonly parts: string[] }[] = [];
  private readonly unseen = new UnseenShapes();
  private property = '';
  private sharedString = false;

  constructor(texts: PartTexts, authors: Set<string>, place: PlainPlace) {
    this.texts = texts;
    this.place = place;
    this.attributes = new AttributeTexts(texts, authors, place.kind === 'text-box' ? 'part-residue' : place.kind);
  }

  open(name: string, attributes: Attributes): void {
    this.attributes.take(name, attributes);
    this.unseen.open(name, attributes);
    if (name === 'property') this.property = attributeOf(attributes, 'name') ?? '';
    if (name === 'c') this.sharedString = attributes.t === 's';
    if (TEXT_GROUPS.has(name)) this.groups.push({ name, parts: [] });
  }

  close(name: string): void {
    this.closeGroup(name);
    this.unseen.close();
  }

  private closeGroup(name: string): void {
    const group = this.groups.at(-1);
    if (group?.name !== name) return;
    this.groups.pop();
    const text = group.parts.join(TEXT_GROUPS.get(name));
    const outer = this.groups.at(-1);
    if (outer && text !== '') outer.parts.push(text);
    else this.add(text, name);
  }

  text(text: string, parent: string): void {
    this.texts.account.owe(text);
    if (COUNTERS.has(parent) || (parent === 'v' && this.sharedString)) this.texts.account.pay(text);
    else if (FORMULAS.has(parent) && this.place.kind !== 'body') this.formula(text);
    else if (this.groups.length > 0) this.groups.at(-1)?.parts.push(text);
    else this.add(text, parent);
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  end(): void {
    for (const group of this.groups) this.add(group.parts.join(''), group.name);
    this.attributes.end();
    for (const lost of this.texts.account.settle()) this.texts.addAside('rest', 'part-residue', false, lost, '未归类的文字');
  }

  private add(text: string, element: string): void {
    const { kind, section, visible } = this.place;
    const plain = base64Text(text);
    const decoded = plain ?? percentDecoded(text);
    this.texts.account.pay(text);
    const label = this.labelOf(element) + (plain ? '（已解码）' : '');
    if (visible && this.unseen.any) this.texts.addAside(section, 'hidden-text', false, decoded, `${label} ${this.unseen.why}`);
    else this.texts.addAside(section, kind, visible, decoded, label);
    if (plain === undefined)
      for (const words of base64Words(text)) this.texts.addAside(section, kind, false, words, `${label}（已解码）`);
  }

  /** As in sheets: addresses of cells say nothing, words do. */
  private formula(text: string): void {
    this.texts.account.pay(text);
    if (isTextLike(text)) this.texts.addAside('rest', 'field-code', false, text, `${this.place.label}的公式`);
  }

  private labelOf(element: string): string {
    if (element === 'property' && this.property !== '') return `${this.place.label}·${this.property}`;
    const named = this.place.kind === 'metadata' ? PROPERTIES.get(element) : undefined;
    return named ? `${this.place.label}·${named}` : this.place.label;
  }
}
