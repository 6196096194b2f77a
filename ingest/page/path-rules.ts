import { apply, type Box, intersection, type Matrix } from './matrix.ts';

/** Thicker lines (points) are bars and areas, shorter ones strokes of signs. */
const THICKEST = 3;
const SHORTEST = 6;
/** Points of one path that are looked at. */
const MOST_POINTS = 4000;
/** Numbers behind each step of pdfjs's packed paths: move, line, curve, quadratic curve, close. */
const LENGTHS = [2, 2, 6, 4, 0];

/** Straight level and upright lines that a painted path draws, as thin boxes of the page; `fills` tells an area from a stroke. */
export function pathRules(path: Float32Array, matrix: Matrix, clip: Box, fills: boolean): readonly Box[] {
  if (path.length > MOST_POINTS) return [];
  const boxes = fills ? outlineBoxes(path, matrix) : segmentBoxes(path, matrix);
  return boxes.map((box) => intersection(box, clip)).filter(isRule);
}

/** Whether a box is as thin and long as a line of a table. */
export function isRule([left, bottom, right, top]: Box): boolean {
  const [short, long] = [Math.min(right - left, top - bottom), Math.max(right - left, top - bottom)];
  return short >= 0 && short <= THICKEST && long >= SHORTEST;
}

/** The same for outlines that are points of the page already (x and y in turns); the last point of a stroke is not led back. */
export function outlineRules(outlines: readonly Float64Array[], fills: boolean): readonly Box[] {
  if (outlines.reduce((sum, outline) => sum + outline.length, 0) > MOST_POINTS) return [];
  return outlines.flatMap((outline) => (fills ? [boxRound(outline)] : pairsOf(outline).map(boxRound))).filter(isRule);
}

/** Each point and the next one. */
const pairsOf = (outline: Float64Array): readonly Float64Array[] =>
  Array.from({ length: Math.max(0, outline.length / 2 - 1) }, (_, at) => outline.subarray(2 * at, 2 * at + 4));

function boxRound(points: Float64Array): Box {
  const [xs, ys] = [0, 1].map((odd) => points.filter((_, index) => index % 2 === odd));
  return [Math.min(...(xs ?? [])), Math.min(...(ys ?? [])), Math.max(...(xs ?? [])), Math.max(...(ys ?? []))];
}

function segmentBoxes(path: Float32Array, matrix: Matrix): Box[] {
  const boxes: Box[] = [];
  walk(path, matrix, (from, to) =>
    boxes.push([Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])]),
  );
  return boxes;
}

/** One box for each outline: programs paint lines as slender rectangles, several in one path. */
function outlineBoxes(path: Float32Array, matrix: Matrix): Box[] {
  const boxes: Box[] = [];
  let open: Box | undefined;
  walk(path, matrix, (from, to, isFirst) => {
    if (isFirst && open) boxes.push(open);
    const [left, bottom, right, top] = isFirst || !open ? [from[0], from[1], from[0], from[1]] : open;
    open = [Math.min(left, to[0]), Math.min(bottom, to[1]), Math.max(right, to[0]), Math.max(top, to[1])];
  });
  return open ? [...boxes, open] : boxes;
}

type Point = readonly [number, number];

function walk(path: Float32Array, matrix: Matrix, step: (from: Point, to: Point, isFirst: boolean) => void): void {
  let start: Point = [0, 0];
  let at: Point = start;
  let isFirst = true;
  for (let index = 0; index < path.length; ) {
    const code = path[index] ?? 4;
    const length = LENGTHS[code] ?? path.length;
    const end = apply(matrix, path[index + length - 1] ?? 0, path[index + length] ?? 0);
    if (code === 0) {
      start = end;
      isFirst = true;
    } else {
      const to = code === 4 ? start : end;
      step(at, to, isFirst);
      isFirst = false;
    }
    at = code === 4 ? start : end;
    index += 1 + length;
  }
}
