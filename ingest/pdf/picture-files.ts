/** Pictures of a PDF as files that other programs read. */
import { crc32, deflateSync } from 'node:zlib';

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Bits of one component: 1, 2, 4 or 8. */
  readonly bits: number;
  /** 1: grey, 3: RGB. */
  readonly colors: 1 | 3;
  /** Bytes of a row. */
  readonly stride: number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A PNG (ISO/IEC 15948). `rows` are the pixels row by row; `filtered` says that each row begins with its filter, as PDF's PNG
 * predictors leave it. Undefined when there are not even half of the rows.
 */
export function pngFile(bitmap: Bitmap, rows: Uint8Array, filtered: boolean): Uint8Array | undefined {
  const { width, height, bits, colors, stride } = bitmap;
  const given = stride + (filtered ? 1 : 0);
  if (rows.length < (given * height) / 2) return undefined;
  const data = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row += 1)
    data.set(rows.subarray(row * given, (row + 1) * given), row * (stride + 1) + (filtered ? 0 : 1));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colors === 3 ? 2 : 0], 8);
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(data, { level: 1 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Fax group 4 data as a TIFF of one strip (TIFF 6.0, section 11). */
export function faxFile(data: Uint8Array, width: number, height: number, blackIs1: boolean): Uint8Array {
  const LONG = 4;
  const tags: readonly (readonly [number, number])[] = [
    [256, width],
    [257, height],
    [258, 1],
    [259, 4],
    [262, blackIs1 ? 1 : 0],
    [273, 8],
    [277, 1],
    [278, height],
    [279, data.length],
  ];
  const padded = data.length + (data.length % 2);
  const file = Buffer.alloc(8 + padded + 2 + tags.length * 12 + 4);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8 + padded, 4);
  file.set(data, 8);
  let at = file.writeUInt16LE(tags.length, 8 + padded);
  for (const [tag, value] of tags) {
    at = file.writeUInt16LE(tag, at);
    at = file.writeUInt16LE(LONG, at);
    at = file.writeUInt32LE(1, at);
    at = file.writeUInt32LE(value, at);
  }
  return file;
}
