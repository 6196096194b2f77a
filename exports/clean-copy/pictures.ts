const ascii = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));

/**
 * A picture without what describes it: JPEG without application segments and comments, PNG with drawing chunks only, GIF without
 * comments, all without what hangs behind their end. Other kinds, and pictures that break off, come back as they are: then
 * `cleaned` is false.
 */
export function barePicture(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly cleaned: boolean } {
  const bare = ascii(bytes, 1, 3) === 'PNG' ? png(bytes) : bytes[0] === 0xff && bytes[1] === 0xd8 ? jpeg(bytes) : gif(bytes);
  return bare ? { bytes: bare, cleaned: true } : { bytes, cleaned: false };
}

/** Chunks that draw (PNG specification 4.3): palette, data, transparency, gamma, colour space, size, significant bits. */
const CHUNKS: ReadonlySet<string> = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB pHYs sBIT bKGD'.split(' '));

function png(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const type = ascii(bytes, at + 4, 4);
    if (end > bytes.length) break;
    if (CHUNKS.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  return joined(parts);
}

/**
 * Segments of a JPEG up to its end mark. Adobe's APP14 stays when it is the fixed twelve bytes, for it says how colours are
 * coded; every other application segment (EXIF, XMP, IPTC, thumbnails, profiles) and every comment goes.
 */
function jpeg(bytes: Uint8Array): Uint8Array | undefined {
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return joined([...parts, bytes.subarray(at, at + 2)]);
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const application = marker >= 0xe0 && marker <= 0xef;
    const adobe = marker === 0xee && length === 14 && ascii(bytes, at + 4, 5) === 'Adobe';
    if (marker === 0xda) end = scanEnd(bytes, end);
    if ((!application && marker !== 0xfe) || adobe) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Offset of the next marker behind the coded data of a scan. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** Blocks of a GIF: pictures and their control stay, comments, plain text and applications (but the loop count) go. */
function gif(bytes: Uint8Array): Uint8Array | undefined {
  if (ascii(bytes, 0, 4) !== 'GIF8') return undefined;
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + table(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const mark = bytes[at];
    if (mark === 0x3b) return joined([...parts, bytes.subarray(at, at + 1)]);
    const label = bytes[at + 1];
    const data = mark === 0x2c ? at + 11 + table(bytes[at + 9] ?? 0) : mark === 0x21 ? at + 2 : undefined;
    if (data === undefined) return undefined;
    let end = data;
    while (end < bytes.length && bytes[end] !== 0) end += 1 + (bytes[end] ?? 0);
    end += 1;
    const loop = label === 0xff && ascii(bytes, at + 3, 11) === 'NETSCAPE2.0';
    if (mark === 0x2c || label === 0xf9 || loop) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
