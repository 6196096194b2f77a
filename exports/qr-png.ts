import { zlibSync } from 'fflate';
import qrcode from 'qrcode-generator';

/** Pixels a module: enough that an office printer has no half pixels to invent. */
const SCALE = 8;
/** Empty modules round the code; readers need four. */
const QUIET = 4;

/** A QR code (level L, byte mode, smallest version that holds the ASCII text) as a one-bit PNG, and how many modules wide it is. */
export function qrPng(text: string): { readonly png: Uint8Array; readonly modules: number } {
  const code = qrcode(0, 'L');
  code.addData(text, 'Byte');
  code.make();
  const modules = code.getModuleCount() + 2 * QUIET;
  const width = modules * SCALE;
  const line = 1 + Math.ceil(width / 8);
  const pixels = new Uint8Array(line * width);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const row = Math.floor(y / SCALE) - QUIET;
      const column = Math.floor(x / SCALE) - QUIET;
      const inside = row >= 0 && column >= 0 && row < code.getModuleCount() && column < code.getModuleCount();
      const light = !(inside && code.isDark(row, column));
      const at = y * line + 1 + (x >> 3);
      if (light) pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, width);
  // One bit a pixel, grey.
  head[8] = 1;
  return {
    png: joined([SIGNATURE, chunk('IHDR', head), chunk('IDAT', zlibSync(pixels)), chunk('IEND', new Uint8Array())]),
    modules,
  };
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** CRC-32 of ISO 3309, as PNG wants it over type and data. */
function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
