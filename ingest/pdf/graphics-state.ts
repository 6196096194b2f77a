import { type Box, EVERYWHERE, IDENTITY, type Matrix } from '../page/matrix.ts';

/** What the interpreter must know of a font: its unit matrix and whether it writes downwards. */
export interface FontFacts {
  readonly fontMatrix: Matrix;
  readonly vertical: boolean;
  /** False when pdfjs could not make sense of the font: then its characters do not come out at all. */
  readonly readable: boolean;
}

/** The graphics state (ISO 32000-1, 8.4) as far as it decides where something lies and whether it is seen. */
export interface GraphicsState {
  matrix: Matrix;
  clip: Box;
  fill: number;
  fillAlpha: number;
  lineWidth: number;
  stroke: number;
  multiplies: boolean;
  mode: number;
  fontSize: number;
  font: FontFacts;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

/** The state at the start of a page. */
export const initialState = (): GraphicsState => ({
  matrix: IDENTITY,
  clip: EVERYWHERE,
  fill: 0,
  fillAlpha: 1,
  lineWidth: 1,
  stroke: 0,
  multiplies: false,
  mode: 0,
  fontSize: 0,
  font: { fontMatrix: [0.001, 0, 0, 0.001, 0, 0], vertical: false, readable: true },
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
});

export function finite(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
