import type { PieceKind } from '../../review/model/index.ts';
import { isOn } from '../docx/run-format.ts';
import { StoryTable } from '../docx/story-table.ts';
import { AttributeTexts } from '../office/attribute-texts.ts';
import type { DocumentFacts } from '../office/document-facts.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import { numberOf } from './deck.ts';

interface Shape {
  title: boolean;
  /** Chinese label of what hides the shape; empty when it is seen. */
  hidden: string;
}

const SHAPES: ReadonlySet<string> = new Set(['sp', 'graphicFrame', 'grpSp', 'pic', 'cxnSp']);

/** Reads a slide or a page of notes: paragraphs of its shapes, tables by cell, and what hides slide, shape or text. */
export class SlidePart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly facts: DocumentFacts;
  private readonly attributes: AttributeTexts;
  private readonly notes: boolean;
  private readonly label: string;
  private readonly shapes: Shape[] = [];
  private readonly tables: StoryTable[] = [];
  private slideHidden = '';
  private paragraph = '';
  private offset = { x: 0, y: 0 };
  private groups = 0;

  constructor(texts: PartTexts, facts: DocumentFacts, part: string, notes: boolean) {
    this.texts = texts;
    this.facts = facts;
    this.notes = notes;
    this.attributes = new AttributeTexts(texts, facts.authors);
    const number = facts.deck.numberOf(part);
    if (number === undefined) this.slideHidden = '没有列入放映的幻灯片';
    this.label = `${number === undefined ? '幻灯片' : `第${number}张幻灯片`}${notes ? '备注' : ''}`;
  }

  open(name: string, attributes: Attributes): void {
    this.attributes.take(name, attributes);
    const shape = this.shapes.at(-1);
    if (SHAPES.has(name)) this.openShape(name);
    else if (name === 'sld' && attributes.show !== undefined && !isOn(attributes.show)) this.slideHidden = '隐藏的幻灯片';
    else if (name === 'cNvPr' && shape && attributes.hidden !== undefined && isOn(attributes.hidden)) shape.hidden = '隐藏的图形';
    else if (name === 'ph' && shape) shape.title = /title/i.test(attributes.type ?? '');
    else if (name === 'off') this.offset = { x: numberOf(attributes, 'x'), y: numberOf(attributes, 'y') };
    else if (name === 'ext' && shape && attributes.cx !== undefined) this.measure(shape, attributes);
    else if (name === 'tbl') {
      this.tables.push(new StoryTable(this.facts.tables));
      this.facts.tables += 1;
    } else if (name === 'gridCol') this.tables.at(-1)?.addGridColumn();
    else if (name === 'tr') this.tables.at(-1)?.openRow();
    else if (name === 'tc') this.openCell(attributes);
    else if (name === 'p') this.paragraph = '';
    else if (name === 'br') this.paragraph += '\n';
  }

  close(name: string): void {
    if (name === 'p') this.closeParagraph();
    else if (name === 'tc') this.tables.at(-1)?.closeCell();
    else if (name === 'tbl') this.tables.pop();
    else if (SHAPES.has(name)) {
      this.shapes.pop();
      if (name === 'grpSp') this.groups -= 1;
    }
  }

  text(text: string, parent: string): void {
    this.texts.account.owe(text);
    if (parent === 't') this.paragraph += text;
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  end(): void {
    this.closeParagraph();
    this.attributes.end();
    for (const lost of this.texts.account.settle()) this.texts.addAside('rest', 'part-residue', false, lost, '未归类的文字');
  }

  /** A hidden group hides what is in it. */
  private openShape(name: string): void {
    this.shapes.push({ title: false, hidden: this.shapes.at(-1)?.hidden ?? '' });
    if (name === 'grpSp') this.groups += 1;
  }

  /** Inside a group places are measured in the group's own frame, so only free shapes are judged. */
  private measure(shape: Shape, attributes: Attributes): void {
    const { x, y } = this.offset;
    if (this.groups === 0 && this.facts.deck.isOutside(x, y, numberOf(attributes, 'cx'), numberOf(attributes, 'cy'))) {
      shape.hidden ||= '在幻灯片之外';
    }
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

  private closeParagraph(): void {
    const text = this.paragraph;
    this.paragraph = '';
    if (text.trim() === '') return;
    const table = this.tables.at(-1);
    const shape = this.shapes.at(-1);
    const hidden = this.slideHidden || shape?.hidden || (table?.covered ? '合并单元格残留' : '');
    table?.head(text);
    const kind = this.kindOf(hidden, shape, table);
    const place = table && !table.inTitle ? { cell: table.cell() } : {};
    const label = `${this.label}${table ? ` ${table.label()}` : ''}${hidden ? ` ${hidden}` : ''}`;
    const shown = hidden === '' && !this.notes;
    const visible = this.texts.add(this.notes ? 'notes' : 'body', kind, shown, text, label, place);
    if (shown) this.texts.drawn.push(kind === 'heading' ? { drawn: text, visible, headingLevel: 2 } : { drawn: text, visible });
  }

  private kindOf(hidden: string, shape: Shape | undefined, table: StoryTable | undefined): PieceKind {
    if (this.notes) return 'speaker-notes';
    if (hidden !== '') return 'hidden-text';
    if (table && !table.inTitle) return 'table-cell';
    return shape?.title ? 'heading' : 'body';
  }
}
