import { inflateSync } from 'node:zlib';
import type { Raster } from '../exports/picture-pdf/raster.ts';

/** The pixels of a zlib stream that holds exactly as many bytes as the size asks for, or undefined. */
export function unpackedPixels({ width, height }: Omit<Raster, 'data'>, packed: Uint8Array): Raster | undefined {
  const length = width * height * 3;
  try {
    const data = inflateSync(packed, { maxOutputLength: length });
    return data.length === length ? { width, height, data } : undefined;
  } catch {
    // Damaged or too long: not the page that was asked for.
    return undefined;
  }
}
