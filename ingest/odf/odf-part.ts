import { StoryTable } from '../docx/story-table.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import { isSameColor } from '../sheet/cell-looks.ts';
import type { OdfFacts } from './odf-facts.ts';
import { OdfParagraph } from './odf-paragraph.ts';
import { OdfPlaces } from './odf-places.ts';
import { OdfShapes } from './odf-shapes.ts';
import { OdfSheet } from './odf-sheet.ts';
import { OdfTables } from './odf-tables.ts';
import { OdfWords } from './odf-words.ts';
import { type OdfPlace, OdfWriter } from './odf-writer.ts';

/** What a part is: the content, the styles with their headers, or a document inside the document. */
export type OdfPartRole = 'content' | 'styles' | 'object';

interface Opened {
  readonly name: string;
  /** What ends with the element. */
  readonly ends: () => void;
}

const SMALLEST = 2;
const NOTHING = (): void => undefined;

/**
 * Reads a part of an OpenDocument file (ODF 1.3 part 3): text by paragraph with what hides it, tables and sheets by cell, slides by
 * shape, headers, notes, comments, tracked changes. Text that fits nothing stays owed in the part's account and comes out.
 */
export class OdfPart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly facts: OdfFacts;
  private readonly words: OdfWords;
  private readonly writer: OdfWriter;
  private readonly shapes: OdfShapes;
  private readonly places: OdfPlaces;
  private readonly open_: Opened[] = [];
  private readonly paragraphs: OdfParagraph[] = [];
  private readonly tables: OdfTables;
  private readonly lists: (string | undefined)[] = [];
  /** Files that stand in a flat document in base64, for the caller to read. */
  readonly binaries: string[] = [];
  private inserted = 0;
  private firstInItem = false;

  constructor(texts: PartTexts, facts: OdfFacts, role: OdfPartRole, label = '') {
    this.texts = texts;
    this.facts = facts;
    this.words = new OdfWords(texts, facts.authors);
    this.writer = new OdfWriter(texts);
    this.tables = new OdfTables(texts, facts);
    this.shapes = new OdfShapes(facts, this.writer);
    const { tables, shapes, writer } = this;
    this.places = new OdfPlaces({ facts, tables, shapes, writer }, role, label);
  }

  open(name: string, attributes: Attributes): void {
    this.words.take(name, attributes);
    const ends = this.begin(name, attributes) ?? NOTHING;
    this.open_.push({ name, ends });
  }

  close(): void {
    this.open_.pop()?.ends();
  }

  text(text: string, parent: string): void {
    this.texts.account.owe(text);
    const paragraph = this.paragraphs.at(-1);
    if (parent === 'binary-data') this.binary(text);
    else if (this.place.kind === 'metadata') this.texts.add('rest', 'metadata', false, text, '文档属性');
    else if ((parent === 'title' || parent === 'desc') && this.shapes.isShape(this.open_.at(-2)?.name ?? ''))
      this.texts.add('rest', 'alt-text', false, text, '图片替代文字');
    else if (parent === 'creator' || parent === 'sender-initials' || parent === 'creator-initials') this.author(text);
    else if (parent === 'date' || parent === 'note-citation') this.texts.account.pay(text);
    else if (/^<[\w-]+>$/.test(text.trim())) this.texts.account.pay(text);
    else if (parent === 'ruby-text' && paragraph) paragraph.ruby += text;
    else if (parent === 'script') this.texts.add('rest', 'field-code', false, text, '脚本');
    else if (paragraph) this.append(paragraph, text);
    else if (/^config-item$/.test(parent)) this.setting(text);
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  end(): void {
    while (this.open_.length > 0) this.close();
    this.words.end();
    const { label, kind } = this.places.outermost;
    for (const lost of this.texts.account.settle())
      this.texts.addAside(
        'rest',
        kind === 'text-box' ? kind : 'part-residue',
        kind === 'text-box',
        lost,
        label || '未归类的文字',
      );
  }

  private get place(): OdfPlace {
    return this.places.current;
  }

  /** Returns what is to be done when the element closes. */
  private begin(name: string, attributes: Attributes): (() => void) | undefined {
    if (name === 'p' || name === 'h') return this.beginParagraph(name, attributes);
    if (this.paragraphs.length > 0 && this.inline(name, attributes)) return this.endOfInline(name);
    if (name === 'list' || name === 'list-item' || name === 'list-header') return this.beginList(name, attributes);
    const sheet = this.open_.at(-1)?.name === 'spreadsheet' && this.place.draws === true;
    if (this.tables.takes(name)) return this.tables.begin(name, attributes, sheet);
    const shape = this.shapes.begin(name, attributes);
    if (name === 'binary-data') this.binaries.push('');
    const place = this.places.open(name, attributes, shape !== undefined);
    if (!place) return shape;
    const slide = name === 'page' && place.draws === true;
    return () => {
      this.places.close();
      shape?.();
      if (slide) this.writer.closeSlide();
    };
  }

  private beginParagraph(name: string, attributes: Attributes): () => void {
    const style = attributeOf(attributes, 'style-name');
    const outline = name === 'h' ? Number(attributeOf(attributes, 'outline-level') ?? 1) || 1 : undefined;
    const paragraph = new OdfParagraph(style, outline);
    if (this.place.draws || this.place.kind === 'hidden-text') paragraph.list = this.numberFor(paragraph, name);
    this.paragraphs.push(paragraph);
    return () => this.endParagraph();
  }

  private numberFor(paragraph: OdfParagraph, name: string): string | undefined {
    const style = this.lists.findLast((each) => each !== undefined) ?? this.facts.styles.look('paragraph', paragraph.style).list;
    if (this.lists.length > 0 && style && this.firstInItem) {
      this.firstInItem = false;
      return this.facts.lists.next(style, this.lists.length - 1);
    }
    return name === 'h' ? this.facts.lists.nextHeading((paragraph.outline ?? 1) - 1) : undefined;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { place } = this;
    const table = this.tables.current;
    if (table instanceof OdfSheet && place.draws) {
      const seen = paragraph.textOf('visible', 'inserted');
      const unseen = paragraph.textOf('hidden');
      this.texts.account.pay(seen + unseen);
      table.take(seen, unseen);
    } else {
      const inTable = table instanceof StoryTable && (place.draws || place.kind === 'hidden-text') ? table : undefined;
      this.writer.write(paragraph, place, inTable, this.shapes.current);
    }
    this.texts.add(place.section, 'annotation', place.visible, paragraph.ruby, `${place.label || '正文'} 注音`);
  }

  /** Elements inside a paragraph that stand for a character or set off a stretch; true when nothing else is to be done. */
  private inline(name: string, attributes: Attributes): boolean {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return false;
    if (name === 's') this.append(paragraph, ' '.repeat(Math.min(1000, Number(attributeOf(attributes, 'c') ?? 1) || 1)));
    else if (name === 'tab') this.append(paragraph, '\t');
    else if (name === 'line-break') this.append(paragraph, '\n');
    else if (name === 'span') paragraph.spans.push(attributeOf(attributes, 'style-name'));
    else if (name === 'hidden-paragraph') paragraph.hidden = attributeOf(attributes, 'is-hidden') !== 'false';
    else if (name === 'change-start')
      this.inserted += this.facts.insertedRegions.has(attributeOf(attributes, 'change-id') ?? '') ? 1 : 0;
    else if (name === 'change-end')
      this.inserted -= this.facts.insertedRegions.has(attributeOf(attributes, 'change-id') ?? '') ? 1 : 0;
    else return false;
    return true;
  }

  private endOfInline(name: string): (() => void) | undefined {
    const paragraph = this.paragraphs.at(-1);
    return name === 'span' ? () => paragraph?.spans.pop() : undefined;
  }

  private append(paragraph: OdfParagraph, text: string): void {
    // White space of the markup is one blank (ODF 1.3 part 3, 6.1.2).
    const plain = text.length > 1 ? text.replaceAll(/[ \t\r\n]+/g, ' ') : text;
    this.texts.account.pay(text.slice(0, Math.max(0, text.length - plain.length)));
    const { styles } = this.facts;
    const looks = [...paragraph.spans].reverse().map((name) => styles.look('text', name));
    const own = styles.look('paragraph', paragraph.style);
    const all = [...looks, own];
    const color = all.find((look) => look.color !== undefined)?.color;
    const size = all.find((look) => look.size !== undefined)?.size;
    const ground = all.find((look) => look.ground !== undefined)?.ground;
    const table = this.tables.current;
    const onSlide = this.writer.slide !== undefined;
    const why =
      paragraph.hidden || all.find((look) => look.hidden !== undefined)?.hidden ? '隐藏文字' : all[0]?.clear ? '透明字' : '';
    const tiny = size !== undefined && size <= SMALLEST ? '极小字' : '';
    const backdrop = ground ?? (table instanceof StoryTable ? (table.shade ?? '') : 'FFFFFF');
    const same =
      !onSlide && color !== undefined && this.place.kind !== 'text-box' && isSameColor(color, backdrop) ? '与底色同色' : '';
    const hidden = why || tiny || same;
    const state = hidden ? 'hidden' : this.inserted > 0 ? 'inserted' : 'visible';
    paragraph.append({ text: plain, state, why: hidden, color: onSlide && ground === undefined ? color : undefined, size });
  }

  private beginList(name: string, attributes: Attributes): () => void {
    if (name !== 'list') {
      this.firstInItem = name === 'list-item';
      return NOTHING;
    }
    const style = attributeOf(attributes, 'style-name');
    const goesOn =
      attributeOf(attributes, 'continue-numbering') === 'true' || attributeOf(attributes, 'continue-list') !== undefined;
    if (this.lists.length === 0 && style && !goesOn) this.facts.lists.restart(style);
    this.lists.push(style);
    return () => this.lists.pop();
  }

  private binary(text: string): void {
    this.texts.account.pay(text);
    if (this.binaries.length > 0) this.binaries[this.binaries.length - 1] += text;
  }

  private author(text: string): void {
    this.facts.authors.add(text.trim());
    this.texts.account.pay(text);
  }

  /** Settings of the program: printers and paths say something, switches do not. */
  private setting(text: string): void {
    this.texts.account.pay(text);
    if (/[^\x00-\x7f]|@|\\\\|[A-Za-z]:\\/.test(text)) this.texts.addAside('rest', 'metadata', false, text, '软件设置');
  }
}
