/** A PDF matrix [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];
/** Left, bottom, right, top in points, origin at the lower left of the page. */
export type Box = readonly [number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
export const EVERYWHERE: Box = [-1e9, -1e9, 1e9, 1e9];

/** `inner` first, then `outer`: what `inner cm` does to the current matrix `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [m, n, o, p, q, r] = inner;
  return [a * m + c * n, b * m + d * n, a * o + c * p, b * o + d * p, a * q + c * r + e, b * q + d * r + f];
}

export const apply = (matrix: Matrix, x: number, y: number): readonly [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** Smallest upright box round a box after the matrix. */
export function boxAfter(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  const corners = [
    apply(matrix, left, bottom),
    apply(matrix, right, bottom),
    apply(matrix, left, top),
    apply(matrix, right, top),
  ] as const;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export const intersection = (left: Box, right: Box): Box => [
  Math.max(left[0], right[0]),
  Math.max(left[1], right[1]),
  Math.min(left[2], right[2]),
  Math.min(left[3], right[3]),
];

export const isInside = ([left, bottom, right, top]: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= bottom && y <= top;

/** Six finite numbers as a matrix; anything else is the identity, for files hold every kind of nonsense. */
export function matrixOf(value: unknown): Matrix {
  if (value === null || typeof value !== 'object') return IDENTITY;
  const numbers = Array.from({ length: 6 }, (_, index) => Number((value as Record<number, unknown>)[index]));
  return numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : IDENTITY;
}

/** Four finite numbers as a box, smaller ones first; undefined for anything else. */
export function boxOf(value: unknown): Box | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const [a, b, c, d] = Array.from({ length: 4 }, (_, index) => Number((value as Record<number, unknown>)[index]));
  if (![a, b, c, d].every((number) => Number.isFinite(number))) return undefined;
  const [x, y, right, top] = [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
  return [Math.min(x, right), Math.min(y, top), Math.max(x, right), Math.max(y, top)];
}
