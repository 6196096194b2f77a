import type { Glyph, PaintedPage, Shape } from './glyph.ts';
import { type Box, isInside } from './matrix.ts';
import { covers } from './path-shape.ts';

/** Shares of a glyph's box at which it is asked whether a shape covers it: the middle and four inner corners. */
const SAMPLES: readonly (readonly [number, number])[] = [
  [0.5, 0.5],
  [0.2, 0.25],
  [0.8, 0.25],
  [0.2, 0.75],
  [0.8, 0.75],
];
/** Four of five points, as the study of failed redactions asks for 80 % (ingestion.md 1.4). */
const ENOUGH = 4;
/** Glyph and shape pairs looked at on one page; past that only the states of the glyphs themselves are judged. */
const MOST_PAIRS = 60_000_000;
const SMALLEST = 1.5;
const NEAR = 10;

/**
 * Says of every glyph why it is not seen: outside the page, under a later shape, in the colour of its ground, too small.
 * `page` is the box of the page that programs show. False when the page is too crowded for all pairs to be compared.
 */
export function judgeGlyphs({ glyphs, shapes }: PaintedPage, page: Box): boolean {
  const compared = glyphs.length * shapes.length <= MOST_PAIRS;
  if (compared) for (const shape of shapes) lay(shape, glyphs);
  for (const glyph of glyphs) {
    const [left, bottom, right, top] = glyph.box;
    if (!isInside(page, (left + right) / 2, (bottom + top) / 2)) glyph.hidden = '在页面之外';
    else if (glyph.hidden === '' && bits(glyph.covered) >= ENOUGH) glyph.hidden = '被图形或图片遮住';
    else if (glyph.hidden === '' && glyph.size <= SMALLEST) glyph.hidden = '极小字';
    else if (glyph.hidden === '' && isSameColor(glyph.color, glyph.beneath)) glyph.hidden = '与底色同色';
  }
  return compared;
}

function lay(shape: Shape, glyphs: readonly Glyph[]): void {
  const [left, bottom, right, top] = shape.box;
  for (const glyph of glyphs) {
    const box = glyph.box;
    if (box[0] > right || box[2] < left || box[1] > top || box[3] < bottom) continue;
    SAMPLES.forEach(([across, up], bit) => {
      if (!covers(shape, box[0] + (box[2] - box[0]) * across, box[1] + (box[3] - box[1]) * up)) return;
      if (shape.order > glyph.order) {
        glyph.covered |= 1 << bit;
        glyph.cover = shape;
      } else if (bit === 0) glyph.beneath = shape.color;
    });
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** The ground is paper where nothing was painted; a picture or a pattern has no one colour to vanish in. */
function isSameColor(color: number, beneath: number): boolean {
  if (color < 0 || beneath < 0) return false;
  return [16, 8, 0].every((shift) => Math.abs(((color >> shift) & 255) - ((beneath >> shift) & 255)) <= NEAR);
}
