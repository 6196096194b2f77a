/** A table of properties of one shape: six bytes a property, then what does not fit into four. */
export interface ShapeProperties {
  readonly data: Uint8Array;
  readonly count: number;
}

const PROPERTIES = 0xf00b;

/**
 * Tables of properties in a stream of an old Office file (MS-ODRAW 2.3.1). The records are looked for by their mark, wherever they
 * stand: in Word behind the tables and before pictures, in Excel inside other records, in PowerPoint in the slides.
 */
export function* shapeProperties(stream: Uint8Array): Generator<ShapeProperties> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const buffer = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const mark = Buffer.from([PROPERTIES & 255, PROPERTIES >> 8]);
  for (let at = buffer.indexOf(mark, 2); at >= 2; at = buffer.indexOf(mark, at + 1)) {
    if (at + 6 > stream.length) return;
    const head = view.getUint16(at - 2, true);
    const length = view.getUint32(at + 2, true);
    const count = head >> 4;
    if ((head & 15) === 3 && count * 6 <= length && at + 6 + length <= stream.length)
      yield { data: stream.subarray(at + 6, at + 6 + length), count };
  }
}
