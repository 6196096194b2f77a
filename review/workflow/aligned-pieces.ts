import type { Cell, Piece } from '../model/index.ts';
import { type Match, matches } from './sequence-match.ts';

/** A piece and what has become of it; one side is missing where it went or came. */
export interface AlignedPieces {
  readonly before?: Piece;
  readonly after?: Piece;
}

/** What makes two pieces the same, and which pieces may be one another in other words. */
export interface Alignment {
  key(piece: Piece): string;
  mayBe(before: Piece, after: Piece): boolean;
  /** True when a program replaced words in place: as many pieces on both sides of a gap are then each other's, in order. */
  readonly inPlace?: true;
}

/** Share of common letter pairs from which two paragraphs count as one that was changed. */
const ALIKE = 0.4;
/** How far ahead a changed paragraph is looked for. */
const REACH = 40;
const LONGEST_COMPARED = 2_000;

/** Pairs in reading order of what came after; what is gone stands where it used to be. */
export function alignedPieces(before: readonly Piece[], after: readonly Piece[], alignment: Alignment): readonly AlignedPieces[] {
  const { key } = alignment;
  const pairs: AlignedPieces[] = [];
  let place: Match = [0, 0];
  for (const [a, b] of [...matches(before.map(key), after.map(key)), [before.length, after.length] as const]) {
    pairs.push(...gap(before.slice(place[0], a), after.slice(place[1], b), alignment));
    const [same, twin] = [before[a], after[b]];
    if (same && twin) pairs.push({ before: same, after: twin });
    place = [a + 1, b + 1];
  }
  return pairs;
}

/** Between two pieces that stayed: what went, what came, and what is still there in other words. */
function gap(gone: readonly Piece[], come: readonly Piece[], { mayBe, inPlace }: Alignment): readonly AlignedPieces[] {
  if (inPlace && gone.length === come.length)
    return gone.flatMap((before, index) => {
      const after = come[index];
      return after ? [{ before, after }] : [];
    });
  const pairs: AlignedPieces[] = [];
  let next = 0;
  for (const piece of gone) {
    // Only so far ahead is looked: a walk over all that came, for each that went, costs the square of a long draft.
    const ahead = come.slice(next, next + REACH);
    const twin = ahead.findIndex((other) => mayBe(piece, other) && isTwin(piece, other));
    const other = ahead[twin];
    if (other === undefined) {
      pairs.push({ before: piece });
      continue;
    }
    pairs.push(...ahead.slice(0, twin).map((after) => ({ after })), { before: piece, after: other });
    next += twin + 1;
  }
  return [...pairs, ...come.slice(next).map((after) => ({ after }))];
}

/** The same paragraph in other words. A cell is the same cell whatever stands in it now. */
const isTwin = (piece: Piece, other: Piece): boolean =>
  piece.cell && other.cell ? sameCell(piece.cell, other.cell) : alike(piece.text, other.text);

const sameCell = (one: Cell, other: Cell): boolean =>
  one.table === other.table && one.row === other.row && one.column === other.column;

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at < Math.min(text.length, LONGEST_COMPARED) - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice's coefficient over letter pairs. */
function alike(one: string, other: string): boolean {
  const a = pairsOf(one);
  const b = pairsOf(other);
  const size = (pairs: Map<string, number>): number => [...pairs.values()].reduce((sum, count) => sum + count, 0);
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  return 2 * common >= ALIKE * (size(a) + size(b)) && common > 0;
}
