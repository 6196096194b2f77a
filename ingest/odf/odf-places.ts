import { type Attributes, attributeOf } from '../package/walk-xml.ts';
import type { OdfFacts } from './odf-facts.ts';
import type { OdfPartRole } from './odf-part.ts';
import type { OdfShapes } from './odf-shapes.ts';
import { OdfSheet } from './odf-sheet.ts';
import type { OdfTables } from './odf-tables.ts';
import type { OdfPlace, OdfWriter } from './odf-writer.ts';

const HEADERS = /^(header|footer)(-left|-first)?$/;

/** What the places of a part are judged by. */
export interface OdfSurroundings {
  readonly facts: OdfFacts;
  readonly tables: OdfTables;
  readonly shapes: OdfShapes;
  readonly writer: OdfWriter;
}

/** Says to which place (body, header, note, comment, slide …) the text of an element belongs; places stand inside one another. */
export class OdfPlaces {
  private readonly facts: OdfFacts;
  private readonly tables: OdfTables;
  private readonly shapes: OdfShapes;
  private readonly writer: OdfWriter;
  private readonly places: OdfPlace[];
  private noteCount = 0;
  private mastersUsed = true;

  constructor({ facts, tables, shapes, writer }: OdfSurroundings, role: OdfPartRole, label: string) {
    this.facts = facts;
    this.tables = tables;
    this.shapes = shapes;
    this.writer = writer;
    this.places = [
      role === 'content'
        ? { kind: 'body', section: 'body', visible: true, label: '', draws: true }
        : role === 'object'
          ? { kind: 'text-box', section: 'boxes', visible: true, label }
          : { kind: 'part-residue', section: 'rest', visible: false, label: '样式中的文字' },
    ];
  }

  get current(): OdfPlace {
    return this.places.at(-1) ?? { kind: 'body', section: 'body', visible: true, label: '' };
  }

  /** The place of the part itself. */
  get outermost(): OdfPlace {
    return this.places[0] ?? this.current;
  }

  /** Opens the place of an element, or of a shape that is a box; undefined when its text belongs to what is round it. */
  open(name: string, attributes: Attributes, isShape: boolean): OdfPlace | undefined {
    const place = this.placeOf(name, attributes) ?? (isShape ? this.boxOf(name) : undefined);
    if (place) this.places.push(place);
    return place;
  }

  close(): void {
    this.places.pop();
  }

  /** Elements that open a place of their own. */
  private placeOf(name: string, attributes: Attributes): OdfPlace | undefined {
    if (name === 'master-page') {
      this.mastersUsed = this.isUsed(attributeOf(attributes, 'name') ?? '');
      return { kind: 'part-residue', section: 'rest', visible: false, label: '母版' };
    }
    if (HEADERS.test(name)) {
      const header = name.startsWith('header');
      const shown = this.mastersUsed && attributeOf(attributes, 'display') !== 'false';
      const title = `${header ? '页眉' : '页脚'}${shown ? '' : '（未显示）'}`;
      return { kind: header ? 'header' : 'footer', section: header ? 'headers' : 'footers', visible: shown, label: title };
    }
    if (name === 'note') {
      this.noteCount += 1;
      const endnote = attributeOf(attributes, 'note-class') === 'endnote';
      const title = `${endnote ? '尾注' : '脚注'}${this.noteCount}`;
      return { kind: endnote ? 'endnote' : 'footnote', section: 'notes', visible: this.current.visible, label: title };
    }
    if (name === 'annotation') {
      const sheet = this.tables.current;
      const where = sheet instanceof OdfSheet ? `${sheet.label()} ` : '';
      return { kind: 'comment', section: 'comments', visible: false, label: `${where}批注` };
    }
    if (name === 'deletion') {
      this.facts.deletions += 1;
      return { kind: 'tracked-deletion', section: 'comments', visible: false, label: '修订-删除' };
    }
    if (name === 'insertion') this.facts.insertions += 1;
    if (name === 'meta') return { kind: 'metadata', section: 'rest', visible: false, label: '文档属性' };
    if (name === 'notes') return { kind: 'speaker-notes', section: 'notes', visible: false, label: `${this.slideLabel()}备注` };
    if (name === 'help-message') return { kind: 'custom-data', section: 'rest', visible: false, label: '输入提示' };
    if (name === 'error-message') return { kind: 'custom-data', section: 'rest', visible: false, label: '出错提示' };
    if (name === 'cell-content-change' || name === 'cut-offs') return this.tracked();
    if (name === 'page' && this.current.draws) return this.beginSlide(attributes);
    if (name === 'section' && this.isUnseenSection(attributes)) {
      return { ...this.current, kind: 'hidden-text', visible: false, label: '隐藏的节', draws: false };
    }
    return undefined;
  }

  private tracked(): OdfPlace {
    return { kind: 'tracked-deletion', section: 'rest', visible: false, label: '修订前的内容' };
  }

  /** A box in a text stands beside it; on a slide it is the slide. */
  private boxOf(name: string): OdfPlace | undefined {
    const place = this.current;
    if (this.shapes.unseen !== '')
      return {
        ...place,
        kind: place.kind === 'body' || place.kind === 'text-box' ? 'hidden-text' : place.kind,
        visible: false,
        label: `${place.label || '文本框'} ${this.shapes.unseen}`,
        draws: false,
      };
    if (this.writer.slide || name === 'image' || place.kind === 'part-residue') return undefined;
    if (place.kind === 'body') return { kind: 'text-box', section: 'boxes', visible: place.visible, label: '文本框' };
    const label = place.label.endsWith('文本框') ? place.label : `${place.label}中的文本框`;
    return place.kind === 'header' || place.kind === 'footer'
      ? { kind: 'text-box', section: 'boxes', visible: place.visible, label }
      : undefined;
  }

  private beginSlide(attributes: Attributes): OdfPlace {
    this.facts.slides += 1;
    const look = this.facts.styles.look('drawing-page', attributeOf(attributes, 'style-name'));
    this.writer.openSlide(look.fill === undefined || look.fill === 'none' ? 'FFFFFF' : look.fill);
    if (!look.hidden) return { kind: 'body', section: 'body', visible: true, label: this.slideLabel(), draws: true };
    return { kind: 'body', section: 'body', visible: false, label: `${this.slideLabel()} 隐藏的幻灯片`, draws: true };
  }

  private slideLabel(): string {
    return `第${this.facts.slides}张幻灯片`;
  }

  private isUnseenSection(attributes: Attributes): boolean {
    const display = attributeOf(attributes, 'display');
    return display === 'none' || (display === 'condition' && attributeOf(attributes, 'is-hidden') === 'true');
  }

  /** Master pages that nothing names show on no page; the usual one needs no name. */
  private isUsed(name: string): boolean {
    return this.facts.styles.masters.has(name) || /^(Standard|Default)$/i.test(name);
  }
}
