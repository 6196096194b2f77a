import type { Bar } from '../exports/picture-pdf/bars.ts';
import type { PixelBox } from '../exports/picture-pdf/raster.ts';
import type { PicturePage } from '../ingest/index.ts';

/** A box in points as one in pixels, of which `scale` make a point. */
export const scaledBox = ([left, top, right, bottom]: PixelBox, scale: number): PixelBox => [
  left * scale,
  top * scale,
  right * scale,
  bottom * scale,
];

/** The bars of a page in pixels. */
export const scaledBars = ({ bars }: PicturePage, scale: number): readonly Bar[] =>
  bars.map(({ mark, box, size }) => ({ mark, box: scaledBox(box, scale), size: size * scale }));
