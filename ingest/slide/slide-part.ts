import type { Cell, PieceKind } from '../../review/model/index.ts';
import { isOn } from '../docx/run-format.ts';
import { StoryAlternates } from '../docx/story-alternates.ts';
import { StoryTable } from '../docx/story-table.ts';
import { AttributeTexts } from '../office/attribute-texts.ts';
import type { DocumentFacts } from '../office/document-facts.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import { ShapeReading } from './shape-reading.ts';
import { ColorReading, type Scheme } from './slide-colors.ts';
import { type SlideRun, type SlideShape, SlideShapes } from './slide-shapes.ts';

/** What a part is to the presentation: a slide, a page of notes, or what slides stand on. */
export type SlideRole = 'slide' | 'slide-notes' | 'slide-base';

interface SlideParagraph {
  readonly runs: readonly SlideRun[];
  readonly shape: SlideShape | undefined;
  readonly place: { readonly cell?: Cell };
  readonly tableLabel: string;
  readonly covered: boolean;
}

/** Reads a slide, a page of notes, a layout or a master: paragraphs of its shapes, tables by cell, and what hides them. */
export class SlidePart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly facts: DocumentFacts;
  private readonly attributes: AttributeTexts;
  private readonly alternates = new StoryAlternates();
  private readonly reading: ShapeReading;
  private readonly shapes: SlideShapes;
  private readonly scheme: Scheme;
  private readonly role: SlideRole;
  private readonly label: string;
  private readonly used: boolean;
  private readonly tables: StoryTable[] = [];
  private readonly paragraphs: SlideParagraph[] = [];
  private slideHidden = '';
  private runs: SlideRun[] = [];
  private run: SlideRun = usualRun();
  private color: ColorReading | undefined;

  constructor(texts: PartTexts, facts: DocumentFacts, part: string, role: SlideRole) {
    this.texts = texts;
    this.facts = facts;
    this.role = role;
    this.attributes = new AttributeTexts(texts, facts.authors);
    this.scheme = facts.deck.schemeFor(part);
    this.shapes = new SlideShapes(role === 'slide-notes' ? '' : facts.deck.paperOf(part));
    this.reading = new ShapeReading(this.shapes, facts.deck, this.scheme);
    this.used = facts.deck.isUsed(part);
    const number = facts.deck.numberOf(part);
    if (number === undefined && role !== 'slide-base') this.slideHidden = '没有列入放映的幻灯片';
    const name = number === undefined ? '幻灯片' : `第${number}张幻灯片`;
    this.label = role === 'slide-base' ? '母版' : `${name}${role === 'slide-notes' ? '备注' : ''}`;
  }

  open(name: string, attributes: Attributes): void {
    this.attributes.take(name, attributes);
    this.reading.open(name, attributes);
    if (name === 'sld' && attributes.show !== undefined && !isOn(attributes.show)) this.slideHidden = '隐藏的幻灯片';
    else if (name === 'tbl') {
      this.tables.push(new StoryTable(this.facts.tables));
      this.facts.tables += 1;
    } else if (name === 'gridCol') this.tables.at(-1)?.addGridColumn();
    else if (name === 'tr') this.tables.at(-1)?.openRow();
    else if (name === 'tc') this.openCell(attributes);
    else if (name === 'p') this.runs = [];
    else if (name === 'r' || name === 'fld') this.run = usualRun();
    else if (name === 'rPr') this.run.size = attributes.sz === undefined ? undefined : Number(attributes.sz);
    else if (name === 'br') this.runs.push({ ...usualRun(), text: '\n' });
    else if (/^(AlternateContent|Choice|Fallback)$/.test(name)) this.alternates.open(name);
    else this.paint(name, attributes);
  }

  close(name: string): void {
    this.reading.close(name);
    this.alternates.close(name);
    if (name === 'p') this.closeParagraph();
    else if (name === 'tc') this.tables.at(-1)?.closeCell();
    else if (name === 'tbl') this.tables.pop();
    else if (name === 'rPr') {
      if (this.color) this.run.color = this.color.color || undefined;
      this.run.clear ||= this.color !== undefined && this.color.opacity < 0.05;
      this.color = undefined;
    }
  }

  text(text: string, parent: string): void {
    this.texts.account.owe(text);
    if (parent === 't') this.runs.push({ ...this.run, text });
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  end(): void {
    this.closeParagraph();
    for (const paragraph of this.paragraphs) this.write(paragraph);
    this.attributes.end();
    for (const lost of this.texts.account.settle()) this.texts.addAside('rest', 'part-residue', false, lost, '未归类的文字');
  }

  /** Fill of the letters: a:rPr holds a:solidFill, which holds the colour; a:ln and a:highlight in there are something else. */
  private paint(name: string, attributes: Attributes): void {
    const [around, above] = this.reading.within();
    if (name === 'solidFill' && around === 'rPr') this.color = new ColorReading(this.scheme);
    else if (name === 'noFill' && around === 'rPr') this.run.clear = true;
    else if (around === 'solidFill' && above === 'rPr') this.color?.take(name, attributes);
    else if (above === 'solidFill') this.color?.take(name, attributes);
  }

  private openCell(attributes: Attributes): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.openCell();
    const span = attributeOf(attributes, 'gridSpan');
    if (span) table.property('tcPr', 'gridSpan', { val: span });
    const merged = attributes.hMerge ?? attributes.vMerge;
    if (merged !== undefined && isOn(merged)) table.covered = true;
  }

  /** What is seen of a paragraph shows when all shapes are known. */
  private closeParagraph(): void {
    const runs = this.runs;
    this.runs = [];
    const text = joined(runs);
    if (text.trim() === '') return;
    if (this.alternates.repeats(text)) {
      this.texts.account.pay(text);
      return;
    }
    const table = this.tables.at(-1);
    table?.head(text);
    this.paragraphs.push({
      runs,
      shape: this.reading.current,
      place: table && !table.inTitle ? { cell: table.cell() } : {},
      tableLabel: table ? ` ${table.label()}` : '',
      covered: table?.covered ?? false,
    });
  }

  private write(paragraph: SlideParagraph): void {
    const { runs, shape, covered } = paragraph;
    const whole = this.slideHidden || (shape ? this.shapes.hides(shape) : '') || (covered ? '合并单元格残留' : '');
    const ground = shape && paragraph.tableLabel === '' ? this.shapes.groundOf(shape) : '';
    const reasons = runs.map((run) => whole || this.shapes.hidesRun(run, ground));
    this.add(paragraph, joined(runs.filter((_, index) => reasons[index] === '')), '');
    for (const why of new Set(reasons)) {
      if (why !== '') this.add(paragraph, joined(runs.filter((_, index) => reasons[index] === why)), why);
    }
  }

  private add({ shape, place, tableLabel }: SlideParagraph, text: string, hidden: string): void {
    if (text.trim() === '') {
      this.texts.account.pay(text);
      return;
    }
    const kind = this.kindOf(hidden, shape, tableLabel !== '' && place.cell !== undefined);
    const label = `${this.label}${tableLabel}${hidden ? ` ${hidden}` : ''}`;
    const shown = hidden === '' && (this.role === 'slide' || kind === 'body');
    const section = this.role === 'slide' ? 'body' : this.role === 'slide-notes' ? 'notes' : kind === 'body' ? 'boxes' : 'rest';
    const visible = this.texts.add(section, kind, shown, text, label, place);
    if (shown && this.role === 'slide')
      this.texts.drawn.push(kind === 'heading' ? { drawn: text, visible, headingLevel: 2 } : { drawn: text, visible });
  }

  private kindOf(hidden: string, shape: SlideShape | undefined, inTable: boolean): PieceKind {
    if (this.role === 'slide-notes') return 'speaker-notes';
    // What a master asks to be filled in shows on no slide; everything else on it shows on all of them.
    if (this.role === 'slide-base' && (!this.used || shape?.placeholder || hidden !== '')) return 'part-residue';
    if (this.role === 'slide-base') return 'body';
    if (hidden !== '') return 'hidden-text';
    if (inTable) return 'table-cell';
    return shape?.title ? 'heading' : 'body';
  }
}

const usualRun = (): SlideRun => ({ text: '', color: undefined, size: undefined, clear: false });
const joined = (runs: readonly SlideRun[]): string => runs.map((run) => run.text).join('');
