import { inflateRawSync, inflateSync, constants as zlib } from 'node:zlib';
import { GrowingBytes } from './growing-bytes.ts';

/** Bytes one stream may unfold to; text streams stay far below, pictures are not unfolded here. */
const MOST = 64 * 1024 * 1024;

/** Filters that hold pictures: their bytes say nothing to a reader of text. */
export const PICTURE_FILTERS: ReadonlySet<string> = new Set([
  'DCTDecode',
  'DCT',
  'JPXDecode',
  'CCITTFaxDecode',
  'CCF',
  'JBIG2Decode',
]);

/**
 * Undoes the filters of a PDF stream (ISO 32000-1, 7.4), in order, within limits. Undefined when a filter is a picture's, is not
 * known, the data are damaged, or they unfold beyond the limit. A stream that breaks off gives what came before the break.
 */
export function unfilter(bytes: Uint8Array, filters: readonly string[]): Uint8Array | undefined {
  let data: Uint8Array | undefined = bytes;
  for (const filter of filters) {
    if (data === undefined || PICTURE_FILTERS.has(filter)) return undefined;
    if (filter === 'FlateDecode' || filter === 'Fl') data = inflate(data, MOST);
    else if (filter === 'ASCIIHexDecode' || filter === 'AHx') data = fromHex(data);
    else if (filter === 'ASCII85Decode' || filter === 'A85') data = fromAscii85(data);
    else if (filter === 'RunLengthDecode' || filter === 'RL') data = fromRunLength(data);
    else if (filter === 'LZWDecode' || filter === 'LZW') data = fromLzw(data);
    else if (filter !== 'Crypt') return undefined;
  }
  return data;
}

/** Inflates at most `limit` bytes; undefined when there is more, or when they are damaged. */
export function inflate(data: Uint8Array, limit: number): Uint8Array | undefined {
  const options = { maxOutputLength: limit, finishFlush: zlib.Z_SYNC_FLUSH };
  for (const attempt of [inflateSync, inflateRawSync]) {
    try {
      return attempt(data, options);
    } catch (error) {
      // Too long is an answer of its own; damage lets the next attempt try.
      if (isTooLong(error)) return undefined;
    }
  }
  return undefined;
}

export const isTooLong = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';

function fromHex(data: Uint8Array): Uint8Array {
  const end = data.indexOf(0x3e);
  const digits = latin1(end < 0 ? data : data.subarray(0, end)).replaceAll(/[^\da-f]/gi, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

/** Undefined past the limit, as for every filter. */
function fromAscii85(data: Uint8Array): Uint8Array | undefined {
  const out = new GrowingBytes(MOST);
  let value = 0;
  let digits = 0;
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) {
      if (!out.fill(0, 4)) return undefined;
    } else if (byte >= 0x21 && byte <= 0x75) {
      value = value * 85 + byte - 0x21;
      digits += 1;
    }
    if (digits < 5) continue;
    if (!appendWord(out, value, 4)) return undefined;
    value = 0;
    digits = 0;
  }
  if (digits < 2) return out.content;
  for (let missing = digits; missing < 5; missing += 1) value = value * 85 + 84;
  return appendWord(out, value, digits - 1) ? out.content : undefined;
}

/** The upper `count` bytes of a number of 32 bits. */
function appendWord(out: GrowingBytes, value: number, count: number): boolean {
  return out.append(Uint8Array.of(value / 16777216, value / 65536, value / 256, value).subarray(0, count));
}

function fromRunLength(data: Uint8Array): Uint8Array | undefined {
  const out = new GrowingBytes(MOST);
  for (let at = 0; at < data.length; ) {
    const length = data[at] ?? 128;
    if (length === 128) break;
    const held = length < 128 ? out.append(data.subarray(at + 1, at + 2 + length)) : out.fill(data[at + 1] ?? 0, 257 - length);
    if (!held) return undefined;
    at += length < 128 ? length + 2 : 2;
  }
  return out.content;
}

function fromLzw(data: Uint8Array): Uint8Array | undefined {
  const out = new GrowingBytes(MOST);
  let table: number[][] = [];
  let width = 9;
  let previous: number[] | undefined;
  let bits = 0;
  let held = 0;
  const reset = () => {
    table = Array.from({ length: 258 }, (_, code) => (code < 256 ? [code] : []));
    width = 9;
    previous = undefined;
  };
  reset();
  for (const byte of data) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >>> bits) & ((1 << width) - 1);
    held &= (1 << bits) - 1;
    if (code === 257) break;
    if (code === 256) {
      reset();
      continue;
    }
    const entry: number[] | undefined = table[code] ?? (previous ? [...previous, previous[0] ?? 0] : undefined);
    if (!entry) break;
    for (const value of entry) if (!out.push(value)) return undefined;
    if (previous && table.length < 4096) table.push([...previous, entry[0] ?? 0]);
    previous = entry;
    const next = table.length + 1;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return out.content;
}

const latin1 = (data: Uint8Array): string => Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
