import type { Draft, Piece } from '../../review/model/index.ts';
import type { Edit } from '../edited-text.ts';
import { CannotSplice } from './cannot-splice.ts';
import type { FlowEdit } from './flow.ts';

/**
 * What the reader found, by part, and the edits that still have to find their place. A visible piece with an edit that no part
 * takes means that file and reading do not agree: `settle` refuses then.
 */
export class DraftPieces {
  private readonly byPart: ReadonlyMap<string, readonly Piece[]>;
  private readonly edits: ReadonlyMap<number, readonly Edit[]>;
  private readonly open: Map<number, Piece>;

  constructor(draft: Draft, edits: readonly Edit[]) {
    this.byPart = Map.groupBy(draft.pieces, (piece) => piece.where.part);
    this.edits = Map.groupBy(edits, (edit) => edit.piece);
    const edited = draft.pieces.filter((piece) => this.edits.has(piece.index) && piece.visible && piece.kind !== 'file-name');
    this.open = new Map(edited.map((piece) => [piece.index, piece]));
  }

  of(part: string): readonly Piece[] {
    return this.byPart.get(part) ?? [];
  }

  isEdited(pieces: readonly Piece[]): boolean {
    return pieces.some((piece) => this.edits.has(piece.index));
  }

  /** Edits of pieces that make up one text, in offsets of that text; they count as placed from now on. */
  take(pieces: readonly Piece[]): readonly FlowEdit[] {
    const taken: FlowEdit[] = [];
    let at = 0;
    for (const piece of pieces) {
      for (const { start, end, replacement } of this.edits.get(piece.index) ?? [])
        taken.push({ start: at + start, end: at + end, replacement });
      this.open.delete(piece.index);
      at += piece.text.length;
    }
    return taken.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Calls the edits of a part placed that is dropped whole. */
  giveUp(part: string): void {
    for (const piece of this.of(part)) this.open.delete(piece.index);
  }

  settle(): void {
    for (const piece of this.open.values())
      if (piece.where.part !== '_rels') throw new CannotSplice(`${piece.where.label}的文字在原文件里对不上`);
  }
}
