import { STORY_BREAKS, STORY_PROPERTIES } from '../../review/model/index.ts';
import { AttributeTexts } from '../office/attribute-texts.ts';
import type { DocumentFacts } from '../office/document-facts.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { base64Words } from '../package/base64-text.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import { applyLetterFill, applyRunProperty, hiddenBecause, isOn } from './run-format.ts';
import { StoryAlternates } from './story-alternates.ts';
import { StoryFields } from './story-fields.ts';
import { StoryOutput, type StoryPlace } from './story-output.ts';
import { type SegmentState, StoryParagraph } from './story-paragraph.ts';
import { StoryTable } from './story-table.ts';
import { symbolText } from './symbol-text.ts';
import { UnseenShapes } from './unseen-shapes.ts';

/** Elements whose text only positions drawings. */
const LAYOUT = new Set(['posOffset', 'align', 'pctPosHOffset', 'pctPosVOffset', 'pctWidth', 'pctHeight']);

/**
 * Reads one part in WordprocessingML (document, header, footer, notes, comments, glossary): joins the runs of each paragraph
 * over every wrapper and splits off what is deleted, hidden, covered or in a text box. Nothing heard is dropped: what fits no
 * case goes to the attributes or stays owed in the part's account.
 */
export class Story implements XmlListener {
  private readonly texts: PartTexts;
  private readonly facts: DocumentFacts;
  private readonly places: StoryPlace[];
  private readonly output: StoryOutput;
  private readonly attributes: AttributeTexts;
  private readonly fields: StoryFields;
  private readonly alternates: StoryAlternates;
  private readonly unseen = new UnseenShapes();
  private readonly stack: string[] = [];
  private readonly paragraphs: StoryParagraph[] = [];
  private readonly tables: StoryTable[] = [];
  private readonly sections: { titlePage: boolean; refs: { id: string; type: string }[] }[] = [{ titlePage: false, refs: [] }];
  /** Numbers of the notes the text refers to; made for the first note, when the text has been read. */
  private noteNumbers: Map<string, number> | undefined;
  private deleted = 0;
  private inserted = 0;
  private changes = 0;
  private count = 0;

  constructor(texts: PartTexts, facts: DocumentFacts, place: StoryPlace, drawsPage = false) {
    this.texts = texts;
    this.facts = facts;
    this.places = [place];
    this.attributes = new AttributeTexts(texts, facts.authors);
    this.fields = new StoryFields(texts);
    this.alternates = new StoryAlternates();
    this.output = new StoryOutput(texts, facts, this.alternates, drawsPage);
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.stack.at(-1) ?? '';
    this.stack.push(name);
    this.attributes.take(name, attributes);
    this.unseen.open(name, attributes);
    if (name.endsWith('Change')) this.changes += 1;
    if (this.changes > 0) return;
    if (
      parent === 'rPr' ||
      parent === 'pPr' ||
      parent === 'tcPr' ||
      parent === 'trPr' ||
      parent === 'numPr' ||
      parent === 'textFill'
    ) {
      this.property(parent, name, attributes);
    } else this.openContent(name, attributes, parent);
  }

  close(name: string): void {
    this.stack.pop();
    this.unseen.close();
    if (name.endsWith('Change')) this.changes -= 1;
    if (this.changes > 0) return;
    if (name === 'p') this.closeParagraph();
    else if (name === 'tc') this.tables.at(-1)?.closeCell();
    else if (name === 'tbl') this.tables.pop();
    else if (name === 'txbxContent' || name === 'footnote' || name === 'endnote' || name === 'comment') this.places.pop();
    else if (!STORY_PROPERTIES.has(this.stack.at(-1) ?? '')) this.closeTracked(name);
  }

  text(text: string, parent: string): void {
    this.texts.account.owe(text);
    if (parent === 't') this.append(text, this.deleted > 0 ? 'deleted' : 'visible');
    else if (parent === 'delText') this.append(text, 'deleted');
    else if (parent === 'instrText' || parent === 'delInstrText')
      this.fields.append(text, this.deleted > 0 || parent === 'delInstrText');
    else if (LAYOUT.has(parent)) {
      this.texts.account.pay(text);
      this.unseen.text(text, parent);
    } else if (parent === 'fldData' || parent === 'binData') this.packed(text);
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  /** Closes what the part left open and settles the account. Returns the story for chaining. */
  end(): void {
    while (this.paragraphs.length > 0) this.closeParagraph();
    this.fields.end();
    this.attributes.end();
    for (const lost of this.texts.account.settle()) this.texts.addAside('rest', 'part-residue', false, lost, '未归类的文字');
    const first = this.sections.some((section) => section.titlePage);
    for (const ref of this.sections.flatMap((section) => section.refs)) {
      const shown = ref.type === 'first' ? first : ref.type === 'even' ? this.facts.evenPages : true;
      if (shown) this.facts.shownHeaders.add(ref.id);
    }
  }

  private openContent(name: string, attributes: Attributes, parent: string): void {
    const paragraph = this.paragraphs.at(-1);
    switch (name) {
      case 'p':
        this.count += 1;
        this.paragraphs.push(new StoryParagraph(this.count));
        break;
      case 'r':
        paragraph?.openRun();
        break;
      case 'tbl':
        this.tables.push(new StoryTable(this.facts.tables));
        this.facts.tables += 1;
        break;
      case 'gridCol':
        this.tables.at(-1)?.addGridColumn();
        break;
      case 'tr':
        this.tables.at(-1)?.openRow();
        break;
      case 'tc':
        this.tables.at(-1)?.openCell();
        break;
      case 'tblStyle': {
        const table = this.tables.at(-1);
        if (table) {
          table.styleId = attributeOf(attributes, 'val');
          table.painted ||= this.facts.styles.shades(table.styleId);
        }
        break;
      }
      case 'shd': {
        const table = this.tables.at(-1);
        if (table && parent === 'tblPr') table.painted = true;
        break;
      }
      case 'fldChar':
        this.fields.mark(attributeOf(attributes, 'fldCharType'));
        break;
      case 'fldSimple':
        this.fields.simple(attributeOf(attributes, 'instr') ?? '', this.deleted > 0);
        break;
      case 'AlternateContent':
      case 'Choice':
      case 'Fallback':
        this.alternates.open(name);
        break;
      default:
        if (this.stack.includes('textFill')) this.letterFill(name, attributes);
        else if (name === 'sym') this.append(symbolText(attributes), this.deleted > 0 ? 'deleted' : 'visible');
        else if (parent === 'r' && STORY_BREAKS.has(name))
          this.append(STORY_BREAKS.get(name) ?? '', this.deleted > 0 ? 'deleted' : 'visible');
        else this.openPlace(name, attributes);
    }
  }

  private openPlace(name: string, attributes: Attributes): void {
    const id = attributeOf(attributes, 'id') ?? '';
    const outer = this.places[0];
    if (name === 'ins' || name === 'moveTo') {
      this.inserted += 1;
      this.facts.insertions += 1;
    } else if (name === 'del' || name === 'moveFrom') {
      this.deleted += 1;
      this.facts.deletions += 1;
    } else if (name === 'txbxContent') {
      const label = outer?.label ? `${outer.label}中的文本框` : '文本框';
      if (this.unseen.any)
        this.places.push({ kind: 'hidden-text', section: 'boxes', visible: false, label: `${label} ${this.unseen.why}` });
      else this.places.push({ kind: 'text-box', section: 'boxes', visible: outer?.visible ?? true, label });
    } else if (name === 'footnote' || name === 'endnote') {
      const referred = this.facts.referredNotes.has(`${name}:${id}`);
      const label = (name === 'footnote' ? '脚注' : '尾注') + (referred ? this.noteNumber(name, id) : '（正文没有引用）');
      this.places.push({ kind: name, section: 'notes', visible: referred, label });
    } else if (name === 'comment') {
      const author = attributeOf(attributes, 'author');
      this.places.push({ kind: 'comment', section: 'comments', visible: false, label: `批注${author ? `（${author}）` : ''}` });
    } else this.noteFact(name, attributes, id);
  }

  /** Number as the page shows it: the position of the reference in the text, not the id. */
  private noteNumber(type: string, id: string): number {
    if (!this.noteNumbers) {
      const counts = { footnote: 0, endnote: 0 };
      this.noteNumbers = new Map();
      for (const note of this.facts.referredNotes) {
        const kind = note.startsWith('footnote') ? 'footnote' : 'endnote';
        counts[kind] += 1;
        this.noteNumbers.set(note, counts[kind]);
      }
    }
    return this.noteNumbers.get(`${type}:${id}`) ?? 0;
  }

  private noteFact(name: string, attributes: Attributes, id: string): void {
    const section = this.sections.at(-1);
    if (name === 'footnoteReference') this.facts.referredNotes.add(`footnote:${id}`);
    else if (name === 'endnoteReference') this.facts.referredNotes.add(`endnote:${id}`);
    else if (name === 'headerReference' || name === 'footerReference') {
      section?.refs.push({ id: attributes['r:id'] ?? id, type: attributeOf(attributes, 'type') ?? 'default' });
    } else if (name === 'titlePg' && section) section.titlePage ||= isOn(attributeOf(attributes, 'val'));
    else if (name === 'background') this.facts.background = attributeOf(attributes, 'color')?.toUpperCase() ?? 'FFFFFF';
  }

  private closeTracked(name: string): void {
    if (name === 'ins' || name === 'moveTo') this.inserted -= 1;
    else if (name === 'del' || name === 'moveFrom') this.deleted -= 1;
    else this.alternates.close(name);
  }

  private property(parent: string, name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1);
    const value = attributeOf(attributes, 'val');
    const grandparent = this.stack.at(-3);
    // Properties of the paragraph or its cell may come late in a file that no office program wrote.
    if (paragraph && parent !== 'rPr') paragraph.hiddenBare = undefined;
    if (parent === 'tcPr' || parent === 'trPr') this.tables.at(-1)?.property(parent, name, attributes);
    else if (!paragraph) return;
    else if (parent === 'textFill' || (parent === 'rPr' && grandparent === 'r')) {
      if (name === 'rStyle') paragraph.runStyle = value;
      else applyRunProperty(paragraph.run, name, attributes);
    } else if (name === 'pStyle') paragraph.styleId = value;
    else if (name === 'outlineLvl') paragraph.outline = Number(value);
    else if (name === 'jc') paragraph.centred = value === 'center';
    else if (name === 'shd') paragraph.shade = attributeOf(attributes, 'fill')?.toUpperCase();
    else if (name === 'numId') paragraph.numId = value;
    else if (name === 'ilvl') paragraph.level = Number(value);
    else if (name === 'sectPr') this.sections.push({ titlePage: false, refs: [] });
  }

  private letterFill(name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph) applyLetterFill(paragraph.run, name, attributes);
  }

  private append(text: string, state: SegmentState): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (this.stack.includes('rt')) paragraph.ruby.push(text);
    else if (state === 'deleted') paragraph.append(text, 'deleted', this.stack.includes('moveFrom') ? '修订-移走' : '修订-删除');
    else {
      if (paragraph.hidden === null && paragraph.isRunBare()) {
        paragraph.hiddenBare ??= this.hiddenReason(paragraph);
        paragraph.hidden = paragraph.hiddenBare;
      }
      paragraph.hidden ??= this.hiddenReason(paragraph);
      if (paragraph.hidden) paragraph.append(text, 'hidden', paragraph.hidden);
      else paragraph.append(text, this.inserted > 0 ? 'inserted' : 'visible', '');
    }
  }

  private hiddenReason(paragraph: StoryParagraph): string {
    const table = this.tables.at(-1);
    if (table?.rowState === 'hidden') return '隐藏的表格行';
    if (table?.covered) return '合并单元格残留';
    const { styles, background } = this.facts;
    const style = [
      ...styles.formats(paragraph.runStyle),
      ...styles.paragraphFormats(paragraph.styleId),
      ...styles.formats(table?.styleId),
    ];
    // A style or a shape may paint what lies behind; where the colour is not known, colour alone hides nothing.
    const painted = table?.painted || styles.shades(paragraph.styleId) || this.places.at(-1)?.kind === 'text-box';
    const backdrop =
      [paragraph.shade, table?.shade].find((shade) => shade !== undefined && shade !== 'AUTO') ?? (painted ? '' : background);
    return hiddenBecause([paragraph.run, ...style, styles.defaults], backdrop) ?? '';
  }

  private packed(text: string): void {
    this.texts.account.pay(text);
    for (const words of base64Words(text)) this.texts.addAside('rest', 'custom-data', false, words, '域数据（已解码）');
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    const place = this.places.at(-1);
    if (!paragraph || !place) return;
    // A text box that stands in a cell is not of the cell.
    const boxed = place.kind === 'text-box' && this.stack.lastIndexOf('tbl') < this.stack.lastIndexOf('txbxContent');
    this.output.write(paragraph, place, boxed ? undefined : this.tables.at(-1));
  }
}
