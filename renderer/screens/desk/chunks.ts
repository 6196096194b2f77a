import type { Draft, PageBlock, Piece } from '../../../review/model/index.ts';

/** Characters and blocks one chunk holds at most: small enough to be laid out well within one frame. */
const CHARACTERS = 4_000;
const BLOCKS = 60;
const TABLE_ROWS = 60;
const LINE_CHARACTERS = 40;
const LINE_PIXELS = 31;

export interface Chunk {
  readonly blocks: readonly PageBlock[];
  /** Pieces in it, for finding the chunk to jump to. */
  readonly pieces: readonly number[];
  /** Height to assume before it was ever drawn, in CSS pixels. */
  readonly height: number;
}

/** Indexes of the pieces a block of the page shows. */
export const piecesOf = (block: PageBlock): readonly number[] =>
  block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.pieces)) : [block.piece];

/** Long tables are cut between rows, so that no chunk is without a limit. */
function cutTables(blocks: readonly PageBlock[]): readonly PageBlock[] {
  return blocks.flatMap((block): readonly PageBlock[] => {
    if (block.type !== 'table' || block.rows.length <= TABLE_ROWS) return [block];
    const parts: PageBlock[] = [];
    for (let row = 0; row < block.rows.length; row += TABLE_ROWS)
      parts.push({ type: 'table', rows: block.rows.slice(row, row + TABLE_ROWS) });
    return parts;
  });
}

/** Cuts the page of a draft into chunks that are drawn one after the other. */
export function chunksOf(draft: Draft): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let blocks: PageBlock[] = [];
  let pieces: number[] = [];
  let characters = 0;
  let lines = 0;
  const close = () => {
    if (blocks.length > 0) chunks.push({ blocks, pieces, height: lines * LINE_PIXELS });
    blocks = [];
    pieces = [];
    characters = 0;
    lines = 0;
  };
  for (const block of cutTables(draft.page)) {
    const inside = piecesOf(block);
    blocks.push(block);
    pieces.push(...inside);
    for (const piece of inside) {
      const length = draft.pieces[piece]?.text.length ?? 0;
      characters += length;
      lines += Math.ceil((length + 2) / LINE_CHARACTERS);
    }
    if (characters >= CHARACTERS || blocks.length >= BLOCKS) close();
  }
  close();
  return chunks;
}

/** Pieces that stand nowhere on the page, in reading order. */
export function offPage(draft: Draft): readonly Piece[] {
  const onPage = new Set(draft.page.flatMap(piecesOf));
  return draft.pieces.filter((piece) => !onPage.has(piece.index));
}
