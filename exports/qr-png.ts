import { zlibSync } from 'fflate';
import qrcode from 'qrcode-generator';
import { pngFile } from './png-chunks.ts';

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
  // One bit a pixel, grey.
  return { png: pngFile({ width, height: width, depth: 1, color: 0 }, zlibSync(pixels)), modules };
}
