import { describe, expect, it } from 'vitest';
import { chunksOf, offPage, piecesOf } from '../../../renderer/screens/desk/chunks.ts';
import type { Draft, PageBlock, Piece } from '../../../review/model/index.ts';

const piece = (index: number, text: string, visible = true): Piece => ({
  index,
  kind: visible ? 'body' : 'comment',
  visible,
  text,
  where: { label: `第${index + 1}段`, part: '' },
});
const draftOf = (pieces: readonly Piece[], page: readonly PageBlock[]): Draft => ({
  source: { name: '样稿.txt', size: 1, sha256: '00', format: 'txt' },
  pieces,
  page,
  warnings: [],
  unread: [],
});

describe('chunks of a page', () => {
  it('hold every piece of the page once, in order, with a limit on their length', () => {
    const pieces = Array.from({ length: 500 }, (_, index) => piece(index, '试鸣期间请保持正常秩序。'.repeat(1 + (index % 40))));
    const chunks = chunksOf(
      draftOf(
        pieces,
        pieces.map(({ index }) => ({ type: 'paragraph', piece: index })),
      ),
    );
    expect(chunks.flatMap((chunk) => chunk.pieces)).toEqual(pieces.map(({ index }) => index));
    const longest = Math.max(
      ...chunks.map((chunk) => chunk.pieces.reduce((sum, index) => sum + (pieces[index]?.text.length ?? 0), 0)),
    );
    expect(longest).toBeLessThan(4_000 + 40 * 12);
  });

  it('cut a long table between rows', () => {
    const pieces = Array.from({ length: 200 }, (_, index) => piece(index, '映月小学'));
    const table: PageBlock = { type: 'table', rows: pieces.map(({ index }) => [{ pieces: [index] }]) };
    const rows = chunksOf(draftOf(pieces, [table])).flatMap((chunk) =>
      chunk.blocks.map((block) => (block.type === 'table' ? block.rows.length : 0)),
    );
    expect(rows).toEqual([60, 60, 60, 20]);
  });
});

describe('pieces beside the page', () => {
  it('are all those no block shows', () => {
    const pieces = [piece(0, '标题'), piece(1, '批注', false), piece(2, '正文')];
    const draft = draftOf(pieces, [
      { type: 'heading', level: 1, piece: 0 },
      { type: 'table', rows: [[{ pieces: [2] }]] },
    ]);
    expect(draft.page.flatMap(piecesOf)).toEqual([0, 2]);
    expect(offPage(draft)).toEqual([pieces[1]]);
  });
});
