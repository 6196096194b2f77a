import type { Box } from './matrix.ts';

/** Ground of a page on which nothing was painted. */
export const PAPER = 0xffffff;

/** One painted character of a page. */
export interface Glyph {
  readonly text: string;
  /** Origin on the base line, points. */
  readonly x: number;
  readonly y: number;
  /** Unit vector in which the line runs. */
  readonly directionX: number;
  readonly directionY: number;
  /** Advance without added spacing, and height of the font, both in points after all matrices. */
  readonly width: number;
  readonly size: number;
  readonly box: Box;
  /** Place in the order of painting. */
  readonly order: number;
  /** Paint, 0xRRGGBB; -1 for patterns, whose colour is not one. */
  readonly color: number;
  /** Id of the annotation that paints it; empty for the page itself. */
  readonly annotation: string;
  /** Chinese label of what hides it, as far as its own state says; empty when seen. */
  hidden: string;
  /** Sample points that later shapes cover, one bit each. */
  covered: number;
  /** Colour beneath, as for `color`. */
  beneath: number;
  /** The last area that covers a sample point. */
  cover?: Shape;
}

/** A filled area that is painted opaquely: it hides what was there and is the ground of what comes after. */
export interface Shape {
  readonly box: Box;
  readonly order: number;
  /** 0xRRGGBB; -1 for pictures and patterns. */
  readonly color: number;
  /** Closed outlines in page space; undefined when the box is the shape. */
  readonly outlines: readonly Float64Array[] | undefined;
  readonly evenOdd: boolean;
}

export interface PaintedPage {
  readonly glyphs: readonly Glyph[];
  readonly shapes: readonly Shape[];
  /** Thin straight lines, level or upright. */
  readonly rules: readonly Box[];
  /** Boxes of the pictures on the page. */
  readonly pictures: readonly Box[];
  /** Characters painted in a way that does not say which they are. */
  readonly unreadable: number;
  /** True when anything at all was painted. */
  readonly painted: boolean;
}
