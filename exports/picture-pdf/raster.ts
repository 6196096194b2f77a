/** Pixels of a page, row by row from the top, three bytes a pixel (red, green, blue). */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
/** Left, top, right, bottom in pixels; right and bottom are outside. */
export type PixelBox = readonly [number, number, number, number];

/** The part of a box that lies on the raster, on whole pixels; undefined when nothing does. */
export function clipped({ width, height }: Raster, [left, top, right, bottom]: PixelBox): PixelBox | undefined {
  const box: PixelBox = [
    Math.max(0, Math.floor(left)),
    Math.max(0, Math.floor(top)),
    Math.min(width, Math.ceil(right)),
    Math.min(height, Math.ceil(bottom)),
  ];
  return box[0] < box[2] && box[1] < box[3] ? box : undefined;
}

/** Calls back with the byte offset of every pixel of a box that lies on the raster; stops when the answer is true, and says so. */
export function somePixel(raster: Raster, box: PixelBox, test: (offset: number) => boolean): boolean {
  const on = clipped(raster, box);
  if (!on) return false;
  for (let y = on[1]; y < on[3]; y += 1)
    for (let offset = (y * raster.width + on[0]) * 3, end = offset + (on[2] - on[0]) * 3; offset < end; offset += 3)
      if (test(offset)) return true;
  return false;
}

/** Every pixel of the box gets the colour (0xRRGGBB). */
export function fill(raster: Raster, box: PixelBox, color: number): void {
  somePixel(raster, box, (offset) => {
    put(raster, offset, color);
    return false;
  });
}

export function put({ data }: Raster, offset: number, color: number): void {
  data[offset] = color >> 16;
  data[offset + 1] = (color >> 8) & 255;
  data[offset + 2] = color & 255;
}

/** Largest difference in one of the three channels, 0..255. */
export function distance({ data }: Raster, offset: number, color: number): number {
  return Math.max(
    Math.abs((data[offset] ?? 0) - (color >> 16)),
    Math.abs((data[offset + 1] ?? 0) - ((color >> 8) & 255)),
    Math.abs((data[offset + 2] ?? 0) - (color & 255)),
  );
}

/** The commonest colour of a box, each channel cut to sixteen steps and given as the middle of its step. */
export function ground(raster: Raster, box: PixelBox): number {
  const counts = new Uint32Array(4096);
  const { data } = raster;
  somePixel(raster, box, (offset) => {
    const step = (channel: number): number => (data[offset + channel] ?? 0) >> 4;
    const at = (step(0) << 8) | (step(1) << 4) | step(2);
    counts[at] = (counts[at] ?? 0) + 1;
    return false;
  });
  const most = counts.reduce((best, count, at) => (count > (counts[best] ?? 0) ? at : best), 0);
  const middle = (steps: number): number => (steps << 4) | 8;
  return (middle(most >> 8) << 16) | (middle((most >> 4) & 15) << 8) | middle(most & 15);
}
