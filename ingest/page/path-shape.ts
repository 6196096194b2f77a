import type { Shape } from './glyph.ts';
import { apply, type Box, boxAfter, intersection, type Matrix } from './matrix.ts';

/** Steps of pdfjs's packed paths: code, then this many numbers. */
const LENGTHS = [2, 2, 6, 4, 0];
/** Points of one path that are looked at; maps and seals draw more, and their box serves as well. */
const MOST_POINTS = 4000;

interface Paint {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly order: number;
  readonly color: number;
  readonly evenOdd: boolean;
}

/** A filled path as a shape; undefined when nothing of it can be seen. Curves become chords. */
export function shapeOf(path: Float32Array, bounds: Box, paint: Paint): Shape | undefined {
  const box = intersection(boxAfter(paint.matrix, bounds), paint.clip);
  if (box[2] <= box[0] || box[3] <= box[1]) return undefined;
  const outlines = path.length > MOST_POINTS ? [] : outlinesOf(path, paint.matrix);
  const { order, color, evenOdd } = paint;
  return { box, order, color, evenOdd, outlines: outlines.every(isUprightBox) && outlines.length === 1 ? undefined : outlines };
}

function outlinesOf(path: Float32Array, matrix: Matrix): Float64Array[] {
  const outlines: number[][] = [];
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? 4;
    const length = LENGTHS[code] ?? path.length;
    if (code === 0 || outlines.length === 0) outlines.push([]);
    const outline = outlines.at(-1);
    for (let index = at + 1; index + 1 <= at + length; index += 2) {
      outline?.push(...apply(matrix, path[index] ?? 0, path[index + 1] ?? 0));
    }
    at += 1 + length;
  }
  return outlines.filter((outline) => outline.length >= 6).map((outline) => Float64Array.from(outline));
}

function isUprightBox(outline: Float64Array): boolean {
  if (outline.length < 8 || outline.length > 10) return false;
  for (let index = 0; index + 3 < outline.length; index += 2) {
    const acrossX = Math.abs((outline[index] ?? 0) - (outline[index + 2] ?? 0)) > 0.01;
    const acrossY = Math.abs((outline[index + 1] ?? 0) - (outline[index + 3] ?? 0)) > 0.01;
    if (acrossX && acrossY) return false;
  }
  return true;
}

/** True when the point lies in the painted area of the shape. */
export function covers(shape: Shape, x: number, y: number): boolean {
  const [left, bottom, right, top] = shape.box;
  if (x < left || x > right || y < bottom || y > top) return false;
  if (!shape.outlines) return true;
  let winding = 0;
  let crossings = 0;
  for (const outline of shape.outlines) {
    const last = outline.length - 2;
    let fromX = outline[last] ?? 0;
    let fromY = outline[last + 1] ?? 0;
    for (let index = 0; index <= last; index += 2) {
      const toX = outline[index] ?? 0;
      const toY = outline[index + 1] ?? 0;
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) {
        crossings += 1;
        winding += toY > fromY ? 1 : -1;
      }
      fromX = toX;
      fromY = toY;
    }
  }
  return shape.evenOdd ? crossings % 2 === 1 : winding !== 0;
}
