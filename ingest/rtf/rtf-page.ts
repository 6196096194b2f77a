import type { Cell, PageBlock, PieceKind } from '../../review/model/index.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import { percentDecoded } from '../package/percent-decoded.ts';
import { looksLikeTitle, numberedHeadingLevel } from '../text/heading-level.ts';
import { stretchesOf } from '../text/lines.ts';
import type { RtfTarget } from './rtf-target.ts';

/** Turns finished paragraphs of an RTF file into pieces and page blocks; keeps count of paragraphs, cells and headers. */
export class RtfPage {
  readonly blocks: PageBlock[] = [];
  /** Automatic number of the next paragraph. */
  list = '';
  inTable = false;
  private readonly builder: DraftBuilder;
  private readonly margins = new Set<string>();
  private headers: string[] = [];
  private cell = { table: -1, row: -1, column: 0 };
  private rows: { pieces: number[] }[][] = [];
  private paragraphs = 0;

  constructor(builder: DraftBuilder) {
    this.builder = builder;
  }

  /** `covered` for a cell that a merge covers: its text is shown nowhere. */
  endCell(target: RtfTarget, covered = false): void {
    if (this.cell.table < 0 || this.rows.length === 0) this.cell = { table: this.cell.table + 1, row: 0, column: 0 };
    while (this.rows.length <= this.cell.row) this.rows.push([]);
    const row = this.rows.at(-1) ?? [];
    while (row.length <= this.cell.column && row.length < 200) row.push({ pieces: [] });
    this.inTable = true;
    if (covered) {
      target.segments = target.segments.map(({ text, state, why }) =>
        state === 'visible' ? { text, state: 'hidden', why: '合并单元格残留' } : { text, state, why },
      );
    }
    this.write(target);
    this.cell = { ...this.cell, column: this.cell.column + 1 };
  }

  /** Column (0-based) of the cell that ends next. */
  get column(): number {
    return this.rows.length === 0 ? 0 : this.cell.column;
  }

  endRow(): void {
    this.cell = { ...this.cell, row: this.cell.row + 1, column: 0 };
  }

  endTable(): void {
    if (this.rows.length > 0) this.blocks.push({ type: 'table', rows: this.rows });
    this.rows = [];
    this.headers = [];
  }

  /** Ends the paragraph of a target: the visible text in one piece, hidden and deleted stretches each in their own. */
  write(target: RtfTarget): void {
    const segments = target.segments;
    target.segments = [];
    const written = segments.map((segment) => (segment.state === 'visible' ? segment.text : '')).join('');
    const text = /^(field-code|link-target)$/.test(target.place.kind) ? percentDecoded(written) : written;
    const body = target.place.kind === 'body';
    if (body && !this.inTable && segments.length > 0) this.endTable();
    if (segments.every((segment) => /^[\s?;]*$/.test(segment.text)) || this.repeats(target.place.kind, text)) return;
    if (body) this.paragraphs += 1;
    const cell = body && this.inTable && this.rows.length > 0 ? this.cellHere() : undefined;
    const inserted = target.inserted;
    target.inserted = 0;
    const label = cell
      ? `表${cell.table + 1} 第${cell.row + 1}行第${cell.column + 1}列`
      : target.place.label || `第${this.paragraphs}段`;
    const level = body && !cell ? this.headingLevel(text) : undefined;
    const kind =
      inserted * 2 > text.length
        ? 'tracked-insertion'
        : !body
          ? target.place.kind
          : cell
            ? 'table-cell'
            : level === undefined
              ? 'body'
              : 'heading';
    const shown = this.add(kind, target.place.visible, text, label + (inserted > 0 ? '（含修订-插入）' : ''), cell);
    for (const { state, why, text: apart } of segments) {
      if (state === 'visible') continue;
      this.add(state === 'deleted' ? 'tracked-deletion' : 'hidden-text', false, apart, `${label} ${why}`, cell);
    }
    if (cell) this.showInCell(cell, text, shown);
    else if (body) this.show(level, shown);
  }

  private cellHere(): Cell {
    return { ...this.cell, header: this.cell.row === 0 ? '' : (this.headers[this.cell.column] ?? '') };
  }

  private headingLevel(text: string): number | undefined {
    return numberedHeadingLevel(this.list + text) ?? (this.paragraphs === 1 && looksLikeTitle(text) ? 1 : undefined);
  }

  private add(kind: PieceKind, visible: boolean, text: string, label: string, cell: Cell | undefined): number[] {
    return [...stretchesOf(text)]
      .filter((stretch) => stretch.text.trim() !== '')
      .map((stretch) => {
        const piece = { kind, visible, text: stretch.text, where: { label, part: '', paragraph: this.paragraphs } };
        return this.builder.add(cell ? { ...piece, cell } : piece);
      });
  }

  private showInCell(cell: Cell, text: string, pieces: readonly number[]): void {
    if (cell.row === 0) this.headers[cell.column] = (this.headers[cell.column] ?? '') + text.trim();
    this.rows.at(-1)?.[cell.column]?.pieces.push(...pieces);
  }

  private show(level: number | undefined, pieces: readonly number[]): void {
    const number = this.list === '' ? {} : { list: this.list };
    this.list = '';
    for (const piece of pieces) {
      this.blocks.push(
        level === undefined ? { type: 'paragraph', piece, ...number } : { type: 'heading', level, piece, ...number },
      );
    }
  }

  /** Headers and footers stand once for left, right and first pages, and again in page tables. */
  private repeats(kind: PieceKind, text: string): boolean {
    if (kind !== 'header' && kind !== 'footer') return false;
    const known = this.margins.has(kind + text);
    this.margins.add(kind + text);
    return known;
  }
}
