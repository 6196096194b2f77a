import type { PieceKind } from '../../review/model/index.ts';
import type { StoryTable } from '../docx/story-table.ts';
import type { Section } from '../office/part-text.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { type SlideShape, SlideShapes } from '../slide/slide-shapes.ts';
import { looksLikeTitle, numberedHeadingLevel } from '../text/heading-level.ts';
import type { OdfParagraph, OdfRun } from './odf-paragraph.ts';

/** Where a paragraph stands. */
export interface OdfPlace {
  readonly kind: PieceKind;
  readonly section: Section;
  readonly visible: boolean;
  /** Chinese name of the place; empty for the body of a text, whose paragraphs are numbered. */
  readonly label: string;
  /** True where the page is drawn from: the body and the slides. */
  readonly draws?: boolean;
}
interface Waiting {
  readonly paragraph: OdfParagraph;
  readonly place: OdfPlace;
  readonly table: StoryTable | undefined;
  readonly shape: SlideShape | undefined;
  readonly tableLabel: string;
}

/** Turns finished paragraphs into texts; those of a slide wait until all its shapes are known. */
export class OdfWriter {
  private readonly texts: PartTexts;
  private paragraphs = 0;
  private titled = false;
  private shapes: SlideShapes | undefined;
  private waiting: Waiting[] = [];

  constructor(texts: PartTexts) {
    this.texts = texts;
  }

  /** Shapes of the slide that is being read; undefined between slides. */
  get slide(): SlideShapes | undefined {
    return this.shapes;
  }

  openSlide(paper: string): void {
    this.shapes = new SlideShapes(paper);
  }

  closeSlide(): void {
    for (const { paragraph, place, shape, tableLabel } of this.waiting) this.writeShaped(paragraph, place, shape, tableLabel);
    this.waiting = [];
    this.shapes = undefined;
  }

  write(paragraph: OdfParagraph, place: OdfPlace, table: StoryTable | undefined, shape: SlideShape | undefined): void {
    const text = paragraph.textOf('visible', 'inserted');
    if (place.draws && this.shapes) {
      table?.head(text);
      this.waiting.push({ paragraph, place, table, shape, tableLabel: table ? ` ${table.label()}` : '' });
      return;
    }
    const numbered = place.kind === 'body' && place.label === '';
    if (numbered) this.paragraphs += 1;
    const own = place.label || `第${this.paragraphs}段`;
    const label = table ? `${place.label ? `${place.label} ` : ''}${table.label()}` : own;
    const spot = table && !table.inTitle ? { cell: table.cell() } : {};
    const at = numbered ? { ...spot, paragraph: this.paragraphs } : spot;
    table?.head(text);
    const inserted = paragraph.textOf('inserted');
    const level = numbered && !table ? this.headingLevel(paragraph, text) : undefined;
    const kind = this.kindOf(place, table, level, inserted.trim().length * 2 > text.trim().length);
    const suffix = inserted === '' ? '' : '（含修订-插入）';
    const covered = table?.covered || table?.rowState === 'hidden';
    const why = table?.covered ? '合并单元格残留' : '隐藏的表格行';
    const visible = covered
      ? this.texts.add(place.section, 'hidden-text', false, text, `${label} ${why}`, at)
      : this.texts.add(place.section, kind, place.visible, text, label + suffix, at);
    for (const run of paragraph.runs) {
      if (run.state === 'hidden') this.texts.add(place.section, 'hidden-text', false, run.text, `${label} ${run.why}`, at);
    }
    if (!place.draws || covered || visible.length === 0) return;
    this.texts.drawn.push({
      drawn: text,
      visible,
      ...(level ? { headingLevel: level } : {}),
      ...(paragraph.list ? { list: paragraph.list } : {}),
    });
  }

  private writeShaped(paragraph: OdfParagraph, place: OdfPlace, shape: SlideShape | undefined, tableLabel: string): void {
    const { shapes } = this;
    if (!shapes) return;
    const whole = shape ? shapes.hides(shape) : '';
    const ground = shape && tableLabel === '' ? shapes.groundOf(shape) : '';
    const reasonOf = ({ why, color, size }: OdfRun): string =>
      whole ||
      why ||
      shapes.hidesRun({ text: '', color, size: size === undefined ? undefined : size * 100, clear: false }, ground);
    const seen = place.visible ? paragraph.runs.filter((run) => reasonOf(run) === '') : [];
    const label = `${place.label}${tableLabel}`;
    const text = seen.map((run) => run.text).join('');
    const kind = shape?.title ? 'heading' : place.kind === 'body' && tableLabel !== '' ? 'table-cell' : place.kind;
    const visible = this.texts.add(place.section, kind, true, text, label);
    if (visible.length > 0) this.texts.drawn.push({ drawn: text, visible, ...(shape?.title ? { headingLevel: 2 } : {}) });
    const reasons = new Set(paragraph.runs.filter((run) => !seen.includes(run)).map(reasonOf));
    for (const why of reasons) {
      const unseen = paragraph.runs.filter((run) => !seen.includes(run) && reasonOf(run) === why);
      const kindOfHidden = place.kind === 'body' ? 'hidden-text' : place.kind;
      this.texts.add(place.section, kindOfHidden, false, unseen.map((run) => run.text).join(''), `${label} ${why}`.trim());
    }
  }

  private kindOf(place: OdfPlace, table: StoryTable | undefined, level: number | undefined, inserted: boolean): PieceKind {
    if (place.kind !== 'body') return place.kind;
    if (inserted) return 'tracked-insertion';
    return table && !table.inTitle ? 'table-cell' : level === undefined ? 'body' : 'heading';
  }

  private headingLevel(paragraph: OdfParagraph, text: string): number | undefined {
    if (text.trim() === '') return undefined;
    const first = !this.titled;
    this.titled = true;
    const named = paragraph.outline ?? numberedHeadingLevel((paragraph.list ?? '') + text);
    return named ?? (first && looksLikeTitle(text) ? 1 : undefined);
  }
}
