/** What the second look judges one by one: a clause of a paragraph, or a cell of a table. Offsets into the folded text. */
import type { Range, Scene, ScenePiece } from '../model.ts';

export interface Unit extends Range {
  readonly piece: ScenePiece;
}

/** A cell may hold one word; a clause of less is a lead-in (其中), a tail or a number. */
const LEAST_CELL = 2;
const LEAST_CLAUSE = 4;
/** A cell or clause longer than this is no single statement. */
export const LONGEST_UNIT = 400;
/** 1 for units that end a clause. */
const ENDS = new Uint8Array(65536);
for (const end of '，。；！？,;!?') ENDS[end.charCodeAt(0)] = 1;

function clausesOf(scene: Scene, piece: ScenePiece): Unit[] {
  const units: Unit[] = [];
  let start = piece.start;
  for (let at = piece.start; at <= piece.end; at++) {
    if (at < piece.end && ENDS[scene.codes[at] as number] === 0) continue;
    if (at - start >= LEAST_CLAUSE && at - start <= LONGEST_UNIT) units.push({ piece, start, end: at });
    start = at + 1;
  }
  return units;
}

/** The units of a piece, in order. */
export function unitsOf(scene: Scene, piece: ScenePiece): readonly Unit[] {
  if (!piece.cell) return clausesOf(scene, piece);
  const length = piece.end - piece.start;
  return length >= LEAST_CELL && length <= LONGEST_UNIT ? [{ piece, start: piece.start, end: piece.end }] : [];
}
