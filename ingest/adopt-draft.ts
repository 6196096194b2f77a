import type { Draft, PageBlock, Result } from '../review/model/index.ts';
import type { DraftBuilder } from './draft-builder.ts';

/** Tables of the drafts taken in so far; their numbers must not meet. */
export interface Adopted {
  tables: number;
}

/**
 * Takes a member of a bundle of drafts in as what it is: its pieces keep kind and visibility, under the member's name. Returns the
 * blocks of its page. A member that could not be read is unread.
 */
export function adoptDraft(builder: DraftBuilder, name: string, result: Result<Draft>, so: Adopted): PageBlock[] {
  if (!result.ok) {
    builder.leaveUnread(result.error.code, name, `${name} 未能检查，须人工查看。${result.error.message}`);
    return [];
  }
  const { pieces, page, warnings, unread } = result.data;
  const first = builder.pieces.length;
  let tables = 0;
  for (const { kind, visible, text, where, cell } of pieces) {
    const part = where.part === '' ? name : `${name}!${where.part}`;
    const { offset: _, ...place } = where;
    const piece = { kind, visible, text, where: { ...place, label: `${name}·${where.label}`, part } };
    builder.add(cell ? { ...piece, cell: { ...cell, table: cell.table + so.tables } } : piece);
    tables = Math.max(tables, (cell?.table ?? -1) + 1);
  }
  so.tables += tables;
  for (const { code, message } of warnings) builder.warn(code, `${name}：${message}`);
  for (const { code, part, message } of unread)
    builder.leaveUnread(code, part === '' ? name : `${name}!${part}`, `${name}：${message}`);
  return page.map((block) => moved(block, first));
}

function moved(block: PageBlock, by: number): PageBlock {
  if (block.type !== 'table') return { ...block, piece: block.piece + by };
  return {
    ...block,
    rows: block.rows.map((row) => row.map((cell) => ({ ...cell, pieces: cell.pieces.map((piece) => piece + by) }))),
  };
}
