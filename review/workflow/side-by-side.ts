/** Two versions of a draft beside each other, for people who want to see what becomes public and what was taken out. */
import type { ComparedRun, ComparisonRow, DroppedKind } from '../contract.ts';
import { type Draft, PIECE_KINDS, type Piece, type PieceKind } from '../model/index.ts';
import { type AlignedPieces, alignedPieces } from './aligned-pieces.ts';
import { runsOf } from './text-difference.ts';

/** Unchanged pieces shown before and after a change; what lies between is folded. */
const AROUND = 2;
const LONGEST_TEXT = 4_000;
const MOST_ITEMS = 50;

const cut = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT).toWellFormed()}……` : text);
const shown = (draft: Draft): readonly Piece[] =>
  draft.pieces.filter(({ visible, kind, text }) => visible && kind !== 'file-name' && text.trim() !== '');

/** What is seen in both, in reading order. A new setting may turn a heading into a paragraph: kinds do not count. `inPlace` as for `Alignment`. */
export function comparisonRows(before: Draft, after: Draft, inPlace?: true): readonly ComparisonRow[] {
  const alignment = { key: ({ text }: Piece) => text.trim(), mayBe: () => true, ...(inPlace && { inPlace }) };
  const pairs = alignedPieces(shown(before), shown(after), alignment);
  return folded(pairs.map(rowOf));
}

function rowOf({ before, after }: AlignedPieces): ComparisonRow {
  const label = (after ?? before)?.where.label ?? '';
  if (!before || !after) {
    const side = (piece: Piece | undefined): readonly ComparedRun[] => (piece ? [{ changed: true, text: cut(piece.text) }] : []);
    return { kind: before ? 'deleted' : 'inserted', label, before: side(before), after: side(after) };
  }
  if (before.text.trim() === after.text.trim()) {
    const same = [{ changed: false, text: cut(after.text) }];
    return { kind: 'same', label, before: same, after: same };
  }
  const runs = runsOf(cut(before.text), cut(after.text));
  const side = (other: 'inserted' | 'deleted'): readonly ComparedRun[] =>
    runs.filter(({ kind }) => kind !== other).map(({ kind, text }) => ({ changed: kind !== 'same', text }));
  return { kind: 'changed', label, before: side('inserted'), after: side('deleted') };
}

function folded(rows: readonly ComparisonRow[]): readonly ComparisonRow[] {
  const result: ComparisonRow[] = [];
  for (let at = 0; at < rows.length; ) {
    const end = rows.findIndex((row, index) => index >= at && row.kind !== 'same');
    const stop = end < 0 ? rows.length : end;
    const head = at === 0 ? 0 : AROUND;
    const tail = stop === rows.length ? 0 : AROUND;
    const hidden = stop - at - head - tail;
    if (hidden > 1) {
      result.push(...rows.slice(at, at + head), { kind: 'folded', count: hidden }, ...rows.slice(stop - tail, stop));
    } else result.push(...rows.slice(at, stop));
    const change = rows[stop];
    if (change) result.push(change);
    at = stop + 1;
  }
  return result;
}

/** What nobody sees and is not in the newer version any more, neither hidden nor in sight. */
export function droppedKinds(before: Draft, after: Draft): readonly DroppedKind[] {
  const left = new Map<string, number>();
  for (const { text } of after.pieces) left.set(text.trim(), (left.get(text.trim()) ?? 0) + 1);
  const gone = before.pieces.filter(({ visible, text }) => {
    if (visible || text.trim() === '') return false;
    const count = left.get(text.trim()) ?? 0;
    if (count > 0) left.set(text.trim(), count - 1);
    return count === 0;
  });
  return (Object.keys(PIECE_KINDS) as PieceKind[]).flatMap((kind) => {
    const own = gone.filter((piece) => piece.kind === kind);
    const items = own.slice(0, MOST_ITEMS).map(({ where, text }) => ({ label: where.label, text: cut(text) }));
    return own.length === 0 ? [] : [{ kind, count: own.length, items }];
  });
}
