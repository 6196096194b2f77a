import { shapeProperties } from './shape-properties.ts';

/** Crop from the top, bottom, left and right (MS-ODRAW 2.3.23.1 to .4): shares of the picture, 16 bits behind the point. */
const CROPS: ReadonlySet<number> = new Set([0x0100, 0x0101, 0x0102, 0x0103]);
/** A thousandth of the picture: less is rounding. */
const LEAST = 65;

/** How many pictures of a stream show a piece of themselves while the file keeps the whole. Negative crops show more and hide nothing. */
export function croppedShapes(stream: Uint8Array): number {
  let cropped = 0;
  for (const { data, count } of shapeProperties(stream)) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const edges = Array.from({ length: count }, (_, index) => index * 6).filter(
      (at) => CROPS.has(view.getUint16(at, true) & 0x3fff) && view.getInt32(at + 2, true) > LEAST,
    );
    if (edges.length > 0) cropped += 1;
  }
  return cropped;
}
