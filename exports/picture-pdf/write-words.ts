import { fill, type PixelBox, put, type Raster, somePixel } from './raster.ts';

const WHITE = 0xffffff;
/** Grey: a recogniser takes the ends of a black box for strokes or ones. */
const LINE_COLOR = 0x999999;
/** Width of the line round a box, as a share of the height of the words. */
const LINE = 0.03;
/** Pixels darker than this are ink. */
const DARK = 100;

/** Whether a picture of words shows any: fonts may lack them. */
export const hasInk = (words: Raster): boolean =>
  somePixel(words, [0, 0, words.width, words.height], (offset) => (words.data[offset] ?? 0) < DARK);

/**
 * Writes in place of a bar that is black already: a white box with a thin line round it, the picture of the words in its middle. Every
 * pixel of the box is line, white or words, and what lay under the bar does not come back. The words must be no larger than the box.
 */
export function writeWords(raster: Raster, [left, top, right, bottom]: PixelBox, words: Raster): void {
  const line = Math.max(1, Math.round(words.height * LINE));
  fill(raster, [left, top, right, bottom], LINE_COLOR);
  const inside: PixelBox = [left + line, top + line, right - line, bottom - line];
  fill(raster, inside, WHITE);
  const [x, y] = [left + ((right - left - words.width) >> 1), top + ((bottom - top - words.height) >> 1)];
  somePixel(raster, inside, (offset) => {
    const [column, row] = [((offset / 3) % raster.width) - x, Math.floor(offset / 3 / raster.width) - y];
    if (column < 0 || row < 0 || column >= words.width || row >= words.height) return false;
    // Grey alone: words have no colour, and the few tones of a page stay few.
    const tone = words.data[(row * words.width + column) * 3] ?? 255;
    put(raster, offset, (tone << 16) | (tone << 8) | tone);
    return false;
  });
}
