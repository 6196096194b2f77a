import type { Piece } from '../review/model/index.ts';
import type { CleanCopier } from '../review/ports.ts';

export type Edit = Parameters<CleanCopier['make']>[2][number];

/** Text of a piece with its edits applied, last first so that offsets stay true. Overlapping edits: the earlier one wins. */
export function editedText(piece: Piece, edits: readonly Edit[]): string {
  const own = edits.filter((edit) => edit.piece === piece.index).sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let at = 0;
  for (const edit of own) {
    if (edit.start < at) continue;
    text += piece.text.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return text + piece.text.slice(at);
}
