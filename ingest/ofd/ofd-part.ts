import type { PieceKind } from '../../review/model/index.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { localName } from '../package/local-name.ts';
import { percentDecoded } from '../package/percent-decoded.ts';
import { isTextLike } from '../package/text-like.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import { plainLines } from '../page/page-texts.ts';
import { type DrawColors, OfdContent } from './ofd-content.ts';

export interface OfdPlace {
  readonly kind: PieceKind;
  readonly label: string;
  /** Height of the page in millimetres and colours of drawing parameters, for what annotations paint. */
  readonly height: number;
  readonly colors: DrawColors;
}

/** Names of document information (GB/T 33190, 7.4) and other elements whose text is for people. */
const NAMES: Readonly<Record<string, string>> = {
  Title: '标题',
  Author: '作者',
  Subject: '主题',
  Abstract: '摘要',
  Keyword: '关键词',
  Creator: '制作软件',
  CreatorVersion: '制作软件版本',
  CreationDate: '创建时间',
  ModDate: '修改时间',
  DocUsage: '用途',
  Cover: '封面',
};
/** Attributes for people: kind and label. */
const ATTRIBUTES: Readonly<Record<string, readonly [PieceKind, string]>> = {
  'OutlineElem@Title': ['metadata', '书签'],
  'Bookmark@Name': ['metadata', '书签'],
  'URI@URI': ['link-target', '链接目标'],
  'URI@Base': ['link-target', '链接目标'],
  'CustomData@Name': ['metadata', '自定义属性名'],
  'Annot@Creator': ['metadata', '注释作者'],
  'Annot@LastModBy': ['metadata', '注释作者'],
  'Parameter@Name': ['annotation', '注释参数名'],
};
/** Identifiers, counters and times without words. */
const MACHINE =
  /^(DocID|MaxUnitID|Cover|DocRoot|BaseLoc|FileLoc|PublicRes|DocumentRes|Loc|SignedValue|CheckValue|PhysicalBox|ApplicationBox|ContentBox|BleedBox|MediaFile|FontFile|Abbreviated\w+|Clip|\w*Res)$/;
const DATE = /^[\d\s:T.+Z/-]*$/;

/** Reads a part that is no page: every text and every attribute that says something, and what annotations paint. */
export class OfdPart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly place: OfdPlace;
  private readonly stack: string[] = [];
  private readonly words = new Set<string>();
  private pending = '';
  private custom = '';
  private hidden = false;
  private appearance: OfdContent | undefined;

  constructor(texts: PartTexts, place: OfdPlace) {
    this.texts = texts;
    this.place = place;
  }

  open(name: string, attributes: Attributes): void {
    this.stack.push(name);
    this.pending = '';
    if (name === 'Appearance') this.appearance = new OfdContent(this.place.height, this.place.colors);
    else if (this.appearance) {
      this.appearance.open(name, attributes);
      return;
    }
    if (name === 'Annot') this.hidden = attributeOf(attributes, 'Visible') === 'false';
    if (name === 'CustomData') this.custom = attributeOf(attributes, 'Name') ?? '';
    for (const key in attributes) this.attribute(`${name}@${localName(key)}`, attributes[key] ?? '');
  }

  close(name: string): void {
    this.stack.pop();
    if (name === 'Appearance' && this.appearance) {
      const visible = !this.hidden;
      const { glyphs } = this.appearance.painted();
      for (const text of plainLines(glyphs))
        this.add('annotation', visible, text, this.place.label + (visible ? '' : '（隐藏）'));
      this.appearance = undefined;
    } else if (this.appearance) this.appearance.close(name);
    else this.flush(name);
    this.pending = '';
  }

  text(text: string, parent: string): void {
    if (this.appearance) this.appearance.text(text, parent);
    else this.pending += text;
  }

  aside(text: string): void {
    if (isTextLike(text)) this.add('part-residue', false, text.trim(), '代码注释');
  }

  private flush(name: string): void {
    const text = percentDecoded(this.pending.trim());
    if (text === '' || (MACHINE.test(name) && !isTextLike(text)) || (/Date|Time/.test(name) && DATE.test(text))) return;
    const { kind, label } = this.place;
    const named = name === 'CustomData' ? `自定义属性·${this.custom}` : NAMES[name] && `${label}·${NAMES[name]}`;
    this.add(kind, false, text, named ?? label);
  }

  private attribute(spot: string, value: string): void {
    const known = Object.hasOwn(ATTRIBUTES, spot) ? ATTRIBUTES[spot] : undefined;
    if (known && value.trim() !== '') this.add(known[0], false, percentDecoded(value), known[1]);
    else if (isTextLike(value) && !spot.includes('@xmlns') && !this.words.has(value)) {
      this.words.add(value);
      const font = spot.startsWith('Font@');
      this.add(
        font ? 'metadata' : this.place.kind,
        false,
        percentDecoded(value),
        font ? '字体名称' : `${this.place.label}（属性）`,
      );
    }
  }

  private add(kind: PieceKind, visible: boolean, text: string, label: string): void {
    this.texts.addAside('rest', kind, visible, text, label);
  }
}
