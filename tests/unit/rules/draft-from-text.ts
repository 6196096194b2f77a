import type { Cell, Draft, Piece } from '../../../review/model/index.ts';
import { exampleDraft } from '../../../rules/index.ts';

/** Lines become pieces, lines with tabs table cells; see `exampleDraft`. */
export const draftFromText = exampleDraft;

/** A draft of given pieces, for kinds that plain text does not have. */
export function draftOfPieces(pieces: readonly (Partial<Piece> & { readonly text: string; readonly cell?: Cell })[]): Draft {
  const base = exampleDraft('');
  return {
    ...base,
    pieces: pieces.map((piece, index) => ({
      index,
      kind: 'body',
      visible: true,
      where: { label: `第${index + 1}段`, part: '' },
      ...piece,
    })),
  };
}
