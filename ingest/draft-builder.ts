import type { Cell, DraftWarning, Piece, PieceKind, Unread, Where } from '../review/model/index.ts';
import { LIMITS } from './limits.ts';

/** A piece before it has its number. */
export interface NewPiece {
  readonly kind: PieceKind;
  readonly visible: boolean;
  readonly text: string;
  readonly where: Where;
  readonly cell?: Cell;
}

/** Thrown by `DraftBuilder.add` past LIMITS.text or LIMITS.pieces and caught by readDraft alone: a reader deep inside a parser cannot return. */
export class TextLimitReached extends Error {
  override readonly name = 'TextLimitReached';
}

/** Collects what a reader meets, in reading order, and numbers the pieces. */
export class DraftBuilder {
  readonly pieces: Piece[] = [];
  readonly warnings: DraftWarning[] = [];
  readonly unread: Unread[] = [];
  private characters = 0;

  /** Adds a piece and returns its index. The caller leaves out pieces without text. */
  add(piece: NewPiece): number {
    this.characters += piece.text.length;
    if (this.characters > LIMITS.text || this.pieces.length >= LIMITS.pieces) throw new TextLimitReached();
    const index = this.pieces.length;
    this.pieces.push({ index, ...piece });
    return index;
  }

  warn(code: string, message: string): void {
    if (!this.warnings.some((warning) => warning.code === code && warning.message === message)) {
      this.warnings.push({ code, message });
    }
  }

  /** Notes a part nobody could read. `message` says what it is and what a person must do. */
  leaveUnread(code: string, part: string, message: string): void {
    if (!this.unread.some((entry) => entry.code === code && entry.part === part)) this.unread.push({ code, part, message });
  }
}
