import type { Box } from './matrix.ts';

interface Line {
  /** x of an upright line, y of a level one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A table as its lines draw it; places grow to the right and downwards. */
export interface RuledGrid {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  /** Row and column (from 0) of the cell round a point, of a merged cell its first ones; undefined outside. */
  cellAt(x: number, y: number): { readonly row: number; readonly column: number } | undefined;
  /** Width of the column, or of the whole table where it ends in a merged cell. */
  widthOf(column: number): number;
}

/** Ends of lines that meet may miss each other by this share of their length. */
const MISS = 0.03;
/** More lines in one direction than any table of a page has are hatching. */
const MOST_LINES = 600;
const MOST_BOXES = 20_000;

const level = ([left, top, right, bottom]: Box): Line => ({ at: (top + bottom) / 2, from: left, to: right });
const upright = ([left, top, right, bottom]: Box): Line => ({ at: (left + right) / 2, from: top, to: bottom });

/**
 * The tables that straight lines (boxes; y grows downwards) draw. Lines that end in nothing, as underlines and strokes of letters,
 * belong to none; a frame without a line inside is none. `slack` is how far ends that meet may miss each other at least.
 */
export function ruledGrids(boxes: readonly Box[], slack: number): readonly RuledGrid[] {
  if (boxes.length > MOST_BOXES) return [];
  const isLevel = ([left, top, right, bottom]: Box) => right - left > bottom - top;
  const levels = merged(boxes.filter(isLevel).map(level), slack);
  const uprights = merged(boxes.filter((box) => !isLevel(box)).map(upright), slack);
  if (levels.length > MOST_LINES || uprights.length > MOST_LINES) return [];
  const meet = meeting(slack);
  const heldUprights = uprights.filter((line) => meet.isHeld(line, levels));
  const heldLevels = levels.filter((line) => meet.isHeld(line, heldUprights));
  return groups(heldLevels, heldUprights, meet.cross).flatMap(([across, down]) => {
    const grid = gridOf(across, down, slack);
    return grid.columns + grid.rows > 2 && grid.columns > 0 && grid.rows > 0 ? [grid] : [];
  });
}

/** Pieces of one line, which programs draw cell by cell, or as the two edges of a thick one. */
function merged(lines: readonly Line[], slack: number): readonly Line[] {
  const done: Line[] = [];
  let open: Line[] = [];
  for (const line of lines.toSorted((first, second) => first.at - second.at || first.from - second.from)) {
    open = open.filter((each) => line.at - each.at <= slack);
    const same = open.find((each) => line.from <= each.to + slack && line.to >= each.from - slack);
    const whole = same ? { at: same.at, from: Math.min(same.from, line.from), to: Math.max(same.to, line.to) } : line;
    if (same) {
      done.splice(done.lastIndexOf(same), 1, whole);
      open = open.map((each) => (each === same ? whole : each));
    } else {
      done.push(whole);
      open.push(whole);
    }
  }
  return done;
}

interface Meeting {
  /** Both ends lie on lines across. */
  isHeld(line: Line, across: readonly Line[]): boolean;
  cross(one: Line, other: Line): boolean;
}

function meeting(slack: number): Meeting {
  const missOf = ({ from, to }: Line): number => Math.max(slack, MISS * (to - from));
  const covers = (line: Line, place: number): boolean => place >= line.from - missOf(line) && place <= line.to + missOf(line);
  return {
    isHeld: (line, across) =>
      [line.from, line.to].every((end) =>
        across.some((other) => Math.abs(other.at - end) <= missOf(line) && covers(other, line.at)),
      ),
    cross: (one, other) => covers(one, other.at) && covers(other, one.at),
  };
}

/** Lines that hang together. */
function groups(
  levels: readonly Line[],
  uprights: readonly Line[],
  cross: Meeting['cross'],
): readonly (readonly [readonly Line[], readonly Line[]])[] {
  const left = { levels: new Set(levels), uprights: new Set(uprights) };
  const found: (readonly [Line[], Line[]])[] = [];
  for (const start of left.levels) {
    left.levels.delete(start);
    const group: readonly [Line[], Line[]] = [[start], []];
    // Each line is asked once for those that cross it.
    const asked: (readonly [Line, 0 | 1])[] = [[start, 0]];
    for (let next = asked.pop(); next; next = asked.pop()) {
      const [line, side] = next;
      const others = side === 0 ? left.uprights : left.levels;
      for (const other of [...others].filter((each) => cross(line, each))) {
        others.delete(other);
        group[side === 0 ? 1 : 0].push(other);
        asked.push([other, side === 0 ? 1 : 0]);
      }
    }
    found.push(group);
  }
  return found;
}

function gridOf(levels: readonly Line[], uprights: readonly Line[], slack: number): RuledGrid {
  const [xs, ys] = [placesOf(uprights, slack), placesOf(levels, slack)];
  const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  return {
    box,
    rows: ys.length - 1,
    columns: xs.length - 1,
    widthOf: (column) => (xs[column + 1] ?? box[2]) - (xs[column] ?? box[0]),
    cellAt(x, y) {
      if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return undefined;
      const row = bandOf(y, x, levels, ys);
      const column = bandOf(x, y, uprights, xs);
      return row >= 0 && column >= 0 && row < ys.length - 1 && column < xs.length - 1 ? { row, column } : undefined;
    },
  };
}

/** Places of lines in order; those that differ by a hair are one. */
function placesOf(lines: readonly Line[], slack: number): readonly number[] {
  const places: number[] = [];
  for (const at of lines.map((line) => line.at).toSorted((first, second) => first - second))
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > 2 * slack) places.push(at);
  return places;
}

/** Index of the band in which a point stands: behind the last line before it that really passes there. */
function bandOf(place: number, across: number, lines: readonly Line[], places: readonly number[]): number {
  const before = lines.filter((line) => line.at <= place && line.from <= across && line.to >= across).map((line) => line.at);
  const nearest = Math.max(places[0] ?? 0, ...before);
  return places.findLastIndex((each) => each <= nearest);
}
