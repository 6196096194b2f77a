/** A baseline JPEG (ITU-T T.81) without any application segment or comment. */
import type { Raster } from './raster.ts';

/** Annex K.1: luminance and chrominance, row by row; divided by `FINER`, which gives what programs call quality 85. */
const LUMINANCE = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112,
  100, 103, 99,
];
const CHROMINANCE_CORNER = [17, 18, 24, 47, 18, 21, 26, 66, 24, 26, 56, 99, 47, 66, 99, 99];
const CHROMINANCE = LUMINANCE.map((_, at) => {
  const [row, column] = [at >> 3, at & 7];
  return row < 4 && column < 4 ? (CHROMINANCE_CORNER[row * 4 + column] ?? 99) : 99;
});
const FINER = 0.3;

/** Places of a block in the order of the zigzag (figure A.6). */
const ZIGZAG = Array.from({ length: 64 }, (_, at) => at).sort((a, b) => {
  const [lineA, lineB] = [(a >> 3) + (a & 7), (b >> 3) + (b & 7)];
  if (lineA !== lineB) return lineA - lineB;
  return lineA % 2 === 0 ? (a & 7) - (b & 7) : (a >> 3) - (b >> 3);
});

/** Annex K.3: how many codes of each length, and what they stand for; one pair serves all components. */
const DC_LENGTHS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const AC_LENGTHS = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125];
const AC_VALUES = [
  ...[0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22, 0x71, 0x14, 0x32],
  ...[0x81, 0x91, 0xa1, 0x08, 0x23, 0x42, 0xb1, 0xc1, 0x15, 0x52, 0xd1, 0xf0, 0x24, 0x33, 0x62, 0x72, 0x82, 0x09, 0x0a],
  ...[0x16, 0x17, 0x18, 0x19, 0x1a, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a],
  ...span(0x34, 0x3a),
  ...span(0x43, 0x4a),
  ...span(0x53, 0x5a),
  ...span(0x63, 0x6a),
  ...span(0x73, 0x7a),
  ...span(0x83, 0x8a),
  ...span(0x92, 0x9a),
  ...span(0xa2, 0xaa),
  ...span(0xb2, 0xba),
  ...span(0xc2, 0xca),
  ...span(0xd2, 0xda),
  ...span(0xe1, 0xea),
  ...span(0xf1, 0xfa),
];

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

interface Codes {
  readonly bits: Uint16Array;
  readonly lengths: Uint8Array;
}
/** Annex C: codes in order of their length. */
function codesOf(lengths: readonly number[], values: readonly number[]): Codes {
  const codes = { bits: new Uint16Array(256), lengths: new Uint8Array(256) };
  let code = 0;
  let at = 0;
  for (const [index, count] of lengths.entries()) {
    for (let each = 0; each < count; each += 1) {
      const value = values[at++] ?? 0;
      codes.bits[value] = code++;
      codes.lengths[value] = index + 1;
    }
    code <<= 1;
  }
  return codes;
}
const DC = codesOf(DC_LENGTHS, DC_VALUES);
const AC = codesOf(AC_LENGTHS, AC_VALUES);

/** Cosines of the transform (A.3.3), scale included. */
const COSINES = Float64Array.from({ length: 64 }, (_, at) => {
  const [frequency, place] = [at >> 3, at & 7];
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** Bytes with room to grow, and bits put into them with 0xFF stuffed (F.1.2.3). */
class Output {
  private bytes = new Uint8Array(1 << 18);
  private length = 0;
  private held = 0;
  private count = 0;

  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const more = new Uint8Array(this.bytes.length * 2);
      more.set(this.bytes);
      this.bytes = more;
    }
    this.bytes[this.length++] = value;
  }

  bits(value: number, count: number): void {
    this.held = (this.held << count) | value;
    this.count += count;
    while (this.count >= 8) {
      this.count -= 8;
      const byte = (this.held >>> this.count) & 255;
      this.byte(byte);
      if (byte === 255) this.byte(0);
    }
    this.held &= (1 << this.count) - 1;
  }

  segment(marker: number, content: readonly number[]): void {
    const length = content.length + 2;
    for (const value of [0xff, marker, length >> 8, length & 255, ...content]) this.byte(value);
  }

  done(): Uint8Array {
    if (this.count > 0) this.bits((1 << (8 - this.count)) - 1, 8 - this.count);
    this.byte(0xff);
    this.byte(0xd9);
    return this.bytes.slice(0, this.length);
  }
}

/** The raster as a JPEG file; `grey` keeps brightness alone, one component instead of three. */
export function jpeg({ width, height, data }: Raster, grey: boolean): Uint8Array {
  const tables = [LUMINANCE, CHROMINANCE].map((table) => table.map((value) => Math.max(1, Math.round(value * FINER))));
  const components = grey ? [0] : [0, 1, 2];
  const out = new Output();
  out.byte(0xff);
  out.byte(0xd8);
  for (const [id, table] of tables.entries()) out.segment(0xdb, [id, ...ZIGZAG.map((at) => table[at] ?? 1)]);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  out.segment(0xc0, [8, ...size, components.length, ...components.flatMap((id) => [id + 1, 0x11, id === 0 ? 0 : 1])]);
  out.segment(0xc4, [0, ...DC_LENGTHS, ...DC_VALUES]);
  out.segment(0xc4, [0x10, ...AC_LENGTHS, ...AC_VALUES]);
  out.segment(0xda, [components.length, ...components.flatMap((id) => [id + 1, 0]), 0, 63, 0]);
  const before = [0, 0, 0];
  const block = new Float64Array(64);
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8)
      for (const id of components) {
        take(data, { width, height, left, top, id }, block);
        before[id] = putBlock(out, transformed(block, tables[id === 0 ? 0 : 1] ?? []), before[id] ?? 0);
      }
  return out.done();
}

/** Weights of red, green and blue in brightness and the two colour differences (ITU-T T.871). */
const WEIGHTS = [
  [0.299, 0.587, 0.114, -128],
  [-0.168736, -0.331264, 0.5, 0],
  [0.5, -0.418688, -0.081312, 0],
] as const;

interface Place {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly id: number;
}

/** One block of a component, the last pixels repeated over the edge. */
function take(data: Uint8Array, { width, height, left, top, id }: Place, block: Float64Array): void {
  const [red, green, blue, shift] = WEIGHTS[id] ?? WEIGHTS[0];
  for (let y = 0; y < 8; y += 1) {
    const row = Math.min(top + y, height - 1) * width;
    for (let x = 0; x < 8; x += 1) {
      const at = (row + Math.min(left + x, width - 1)) * 3;
      block[y * 8 + x] = (data[at] ?? 0) * red + (data[at + 1] ?? 0) * green + (data[at + 2] ?? 0) * blue + shift;
    }
  }
}

const rows = new Float64Array(64);
const quantised = new Int32Array(64);

/** Transformed along rows, then columns, divided and rounded, in the order of the zigzag. */
function transformed(block: Float64Array, table: readonly number[]): Int32Array {
  for (let y = 0; y < 8; y += 1)
    for (let u = 0; u < 8; u += 1) {
      let sum = 0;
      for (let x = 0; x < 8; x += 1) sum += (block[y * 8 + x] ?? 0) * (COSINES[u * 8 + x] ?? 0);
      rows[y * 8 + u] = sum;
    }
  for (const [index, at] of ZIGZAG.entries()) {
    const [v, u] = [at >> 3, at & 7];
    let sum = 0;
    for (let y = 0; y < 8; y += 1) sum += (rows[y * 8 + u] ?? 0) * (COSINES[v * 8 + y] ?? 0);
    quantised[index] = Math.round(sum / (table[at] ?? 1));
  }
  return quantised;
}

const sizeOf = (value: number): number => 32 - Math.clz32(Math.abs(value));
const lowBits = (value: number, size: number): number => (value < 0 ? value + (1 << size) - 1 : value);

/** Entropy coding of a block (F.1.2); returns its first coefficient, from which the next block's is counted. */
function putBlock(out: Output, block: Int32Array, before: number): number {
  const first = block[0] ?? 0;
  const change = first - before;
  out.bits(DC.bits[sizeOf(change)] ?? 0, DC.lengths[sizeOf(change)] ?? 0);
  out.bits(lowBits(change, sizeOf(change)), sizeOf(change));
  let zeros = 0;
  for (let index = 1; index < 64; index += 1) {
    const value = block[index] ?? 0;
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) out.bits(AC.bits[0xf0] ?? 0, AC.lengths[0xf0] ?? 0);
    const size = sizeOf(value);
    const symbol = (zeros << 4) | size;
    out.bits(AC.bits[symbol] ?? 0, AC.lengths[symbol] ?? 0);
    out.bits(lowBits(value, size), size);
    zeros = 0;
  }
  if (zeros > 0) out.bits(AC.bits[0] ?? 0, AC.lengths[0] ?? 0);
  return first;
}
