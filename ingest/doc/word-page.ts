import type { Cell, PageBlock, PageCell, PieceKind } from '../../review/model/index.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import { KnownTexts } from '../page/known-texts.ts';
import { looksLikeTitle, numberedHeadingLevel } from '../text/heading-level.ts';
import { stretchesOf } from '../text/lines.ts';
import { onPaint, type WordParagraph, type WordSegment } from './story-reader.ts';

/** What a story is: kind, visibility and label of its visible text; an empty label numbers the paragraphs. */
export interface WordPlace {
  readonly kind: PieceKind;
  readonly visible: boolean;
  readonly label: string;
}

/** Turns paragraphs of a binary Word file into pieces and page blocks: rows when they end, hidden stretches in their own pieces. */
export class WordPage {
  readonly blocks: PageBlock[] = [];
  /** Every text that came out, whole paragraphs included, so that the sweep over the streams can tell what is new. */
  readonly known = new KnownTexts();
  pictures = 0;
  /** Floating shapes, less the boxes whose text is read. */
  shapes = 0;
  insertions = 0;
  deletions = 0;
  private readonly builder: DraftBuilder;
  private readonly said = new Set<string>();
  private paragraphs = 0;
  private tables = 0;
  private titled = false;
  private cells: WordParagraph[][] = [[]];
  private rows: PageCell[][] = [];
  private headers: string[] = [];

  constructor(builder: DraftBuilder) {
    this.builder = builder;
  }

  /** `once` leaves out texts that the same place said before: headers stand again for every section. */
  write(paragraphs: Iterable<WordParagraph>, place: WordPlace, once = false): void {
    for (const paragraph of paragraphs) {
      this.pictures += paragraph.pictures;
      this.shapes += paragraph.shapes - (place.kind === 'text-box' ? 1 : 0);
      this.known.add(paragraph.segments.map((segment) => segment.text).join(''));
      if (paragraph.end === 'row') this.row(place, paragraph.painted);
      else if (paragraph.end === 'cell') this.cells = [...this.cells.slice(0, -1), [...(this.cells.at(-1) ?? []), paragraph], []];
      else this.paragraph(paragraph, place, once);
    }
    this.row(place, false);
    this.endTable();
  }

  /** A paragraph inside a cell looks like any other until the cell's mark comes. */
  private paragraph(paragraph: WordParagraph, place: WordPlace, once: boolean): void {
    this.row(place, false);
    this.endTable();
    const segments = paragraph.painted ? onPaint(paragraph.segments) : paragraph.segments;
    const text = seenText(segments);
    if (once && this.said.has(text)) return;
    this.said.add(text);
    if (text.trim() !== '') this.paragraphs += 1;
    const body = place.kind === 'body';
    const level = body && text.trim() !== '' ? this.headingLevel(text, paragraph.level, paragraph.list) : undefined;
    const kind = paragraph.inserted === 'most' ? 'tracked-insertion' : level === undefined ? place.kind : 'heading';
    const label = (place.label || `第${this.paragraphs}段`) + this.inserted([paragraph]);
    const pieces = this.add(kind, place.visible, text, label);
    this.apart(segments, label);
    if (!body) return;
    pieces.forEach((piece, index) => {
      const number = index === 0 && paragraph.list ? { list: paragraph.list } : {};
      this.blocks.push(
        level === undefined ? { type: 'paragraph', piece, ...number } : { type: 'heading', level, piece, ...number },
      );
    });
  }

  /** Counts paragraphs with tracked insertions; the label says that there are some. */
  private inserted(paragraphs: readonly WordParagraph[]): string {
    const some = paragraphs.filter((paragraph) => paragraph.inserted !== 'none').length;
    this.insertions += some;
    return some > 0 ? '（含修订-插入）' : '';
  }

  private headingLevel(text: string, outline: number | undefined, list: string | undefined): number | undefined {
    const first = !this.titled;
    this.titled = true;
    return outline ?? numberedHeadingLevel((list ?? '') + text) ?? (first && looksLikeTitle(text) ? 1 : undefined);
  }

  /** Cells gathered so far become a row. Without a row mark they were the rest of a damaged table. */
  private row(place: WordPlace, painted: boolean): void {
    const cells = this.cells.filter((_, index) => index < this.cells.length - 1);
    this.cells = [[]];
    if (cells.length === 0) return;
    const number = this.rows.length;
    this.rows.push(
      cells.map((paragraphs, column) => {
        const label = `${place.label && `${place.label} `}表${this.tables + 1} 第${number + 1}行第${column + 1}列${this.inserted(paragraphs)}`;
        const segments = paragraphs.flatMap((paragraph) => (painted ? onPaint(paragraph.segments) : paragraph.segments));
        const text = seenText(segments);
        if (number === 0) this.headers[column] = text.trim();
        const cell = { table: this.tables, row: number, column, header: number === 0 ? '' : (this.headers[column] ?? '') };
        const most = paragraphs.some((paragraph) => paragraph.inserted === 'most');
        const kind = place.kind !== 'body' ? place.kind : most ? 'tracked-insertion' : 'table-cell';
        const pieces = this.add(kind, place.visible, text, label, cell);
        this.apart(segments, label, cell);
        return { pieces };
      }),
    );
    if (place.kind !== 'body') this.endTable(false);
  }

  private endTable(shown = true): void {
    if (this.rows.length === 0) return;
    if (shown) this.blocks.push({ type: 'table', rows: this.rows });
    this.tables += 1;
    this.rows = [];
    this.headers = [];
  }

  private apart(segments: readonly WordSegment[], label: string, cell?: Cell): void {
    for (const { text, state, why } of segments) {
      if (state === 'visible') continue;
      if (state === 'deleted') this.deletions += 1;
      if (state === 'field') this.add('field-code', false, text.trim(), '域代码');
      else this.add(state === 'deleted' ? 'tracked-deletion' : 'hidden-text', false, text, `${label} ${why}`, cell);
    }
  }

  private add(kind: PieceKind, visible: boolean, text: string, label: string, cell?: Cell): number[] {
    return [...stretchesOf(text)]
      .filter((stretch) => stretch.text.trim() !== '')
      .map((stretch) => {
        this.known.add(stretch.text);
        const piece = { kind, visible, text: stretch.text, where: { label, part: '', paragraph: this.paragraphs } };
        return this.builder.add(cell ? { ...piece, cell } : piece);
      });
  }
}

const seenText = (segments: readonly WordSegment[]): string =>
  segments.map((segment) => (segment.state === 'visible' ? segment.text : '')).join('');
