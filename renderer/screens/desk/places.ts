import type { Draft, Piece } from '../../../review/model/index.ts';
import { piecesOf } from './chunks.ts';

/**
 * For a text that is not on the page, the piece of the page it stands at: the last one before it in the same part of the file.
 * Undefined for parts that the page shows nothing of (properties, embedded files).
 */
export function originsOf(draft: Draft): (piece: Piece) => number | undefined {
  const byPart = Map.groupBy(new Set(draft.page.flatMap(piecesOf)), (index) => draft.pieces[index]?.where.part ?? '');
  for (const indexes of byPart.values()) indexes.sort((a, b) => a - b);
  return ({ index, kind, where }) => {
    // What belongs to the file as a whole stands nowhere on the page, though plain formats give it no part of its own.
    if (kind === 'file-name' || kind === 'metadata') return undefined;
    const own = byPart.get(where.part) ?? [];
    const { paragraph } = where;
    const sameParagraph = paragraph === undefined ? undefined : own.find((at) => draft.pieces[at]?.where.paragraph === paragraph);
    return sameParagraph ?? own.findLast((at) => at < index) ?? own[0];
  };
}
