import type { PieceKind } from '../../review/model/index.ts';
import type { DocumentFacts } from '../office/document-facts.ts';
import type { Section } from '../office/part-text.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { looksLikeTitle, numberedHeadingLevel } from '../text/heading-level.ts';
import type { StoryAlternates } from './story-alternates.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import type { StoryTable } from './story-table.ts';

/** What a story is by default: the body, a header, the notes … */
export interface StoryPlace {
  readonly kind: PieceKind;
  readonly section: Section;
  readonly visible: boolean;
  /** Chinese name of the place; empty for the body, whose paragraphs are numbered. */
  readonly label: string;
}

/** Turns finished paragraphs into texts: what is seen in one, what is deleted or hidden each in one of its own. */
export class StoryOutput {
  private readonly texts: PartTexts;
  private readonly facts: DocumentFacts;
  private readonly alternates: StoryAlternates;
  private readonly drawsPage: boolean;
  private titled = false;

  constructor(texts: PartTexts, facts: DocumentFacts, alternates: StoryAlternates, drawsPage: boolean) {
    this.texts = texts;
    this.facts = facts;
    this.alternates = alternates;
    this.drawsPage = drawsPage;
  }

  write(paragraph: StoryParagraph, place: StoryPlace, table: StoryTable | undefined): void {
    const label = table ? `${place.label ? `${place.label} ` : ''}${table.label()}` : place.label || `第${paragraph.number}段`;
    const spot = table && !table.inTitle ? { paragraph: paragraph.number, cell: table.cell() } : { paragraph: paragraph.number };
    const list = this.drawsPage ? this.numberOf(paragraph) : undefined;
    const visibleText = paragraph.visibleText();
    table?.head(visibleText);
    const level = place.kind === 'body' && !table ? this.headingLevel(paragraph, visibleText, list) : undefined;
    const visible: number[] = [];
    if (visibleText.trim() !== '' && !this.alternates.repeats(visibleText)) {
      const kind = this.kindOf(paragraph, place, table, level);
      const deleted = table?.tracked === 'deleted';
      const shown = place.visible && !deleted;
      visible.push(...this.texts.add(place.section, kind, shown, visibleText, label + suffixOf(paragraph, table), spot));
    } else this.texts.account.pay(visibleText);
    this.splitOff(paragraph, place, label, spot);
    if (this.drawsPage && (visible.length > 0 || paragraph.drawnText().trim() !== '')) {
      this.texts.drawn.push({ drawn: paragraph.drawnText(), visible, headingLevel: level, list });
    }
  }

  private kindOf(
    paragraph: StoryParagraph,
    place: StoryPlace,
    table: StoryTable | undefined,
    level: number | undefined,
  ): PieceKind {
    if (table?.tracked === 'deleted') return 'tracked-deletion';
    if (table?.tracked === 'inserted' || paragraph.isMostlyInserted()) return 'tracked-insertion';
    if (place.kind !== 'body') return place.kind;
    return table && !table.inTitle ? 'table-cell' : level === undefined ? 'body' : 'heading';
  }

  /** Deleted and hidden stretches become pieces of their own, behind the paragraph they stand in. */
  private splitOff(paragraph: StoryParagraph, place: StoryPlace, label: string, spot: { readonly paragraph: number }): void {
    for (const { text, state, why } of paragraph.segments) {
      if (state !== 'deleted' && state !== 'hidden') continue;
      const kind = state === 'deleted' ? 'tracked-deletion' : 'hidden-text';
      if (this.alternates.repeats(text)) this.texts.account.pay(text);
      else this.texts.add(place.section, kind, false, text, `${label} ${why}`, spot);
    }
    this.texts.add(place.section, 'annotation', place.visible, paragraph.ruby.join(''), `${label} 注音`, spot);
  }

  private numberOf(paragraph: StoryParagraph): string | undefined {
    const styled = this.facts.styles.numbering(paragraph.styleId);
    const numId = paragraph.numId ?? styled?.numId;
    if (numId === undefined || numId === '0') return undefined;
    return this.facts.numbering.next(numId, paragraph.level ?? styled?.level ?? 0);
  }

  private headingLevel(paragraph: StoryParagraph, text: string, list: string | undefined): number | undefined {
    if (text.trim() === '') return undefined;
    const first = !this.titled;
    this.titled = true;
    const outline = paragraph.outline !== undefined && paragraph.outline < 9 ? paragraph.outline + 1 : undefined;
    const named = outline ?? this.facts.styles.headingLevel(paragraph.styleId) ?? numberedHeadingLevel((list ?? '') + text);
    if (named !== undefined) return named;
    return first && looksLikeTitle(text) ? 1 : undefined;
  }
}

function suffixOf(paragraph: StoryParagraph, table: StoryTable | undefined): string {
  if (table?.tracked === 'deleted') return ' 修订-删除';
  return paragraph.segments.some((segment) => segment.state === 'inserted') ? '（含修订-插入）' : '';
}
