import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { qrPng } from '../../../exports/qr-png.ts';

const NOTE = `xianshen checkpoint v1\norg-0123456789abcdef/ws-0123456789ab\ninc 1\nsize 2841\nhead ${'a'.repeat(64)}\nroot ${'b'.repeat(64)}\nroster ${'c'.repeat(64)}\nat 2026-11-21T09:00:00+08:00\nflags \n`;

/** Whether the pixel in the middle of a module is dark. */
function darkAt(png: Uint8Array, modules: number): (row: number, column: number) => boolean {
  const view = new DataView(png.buffer, png.byteOffset);
  const width = view.getUint32(16);
  const length = view.getUint32(33);
  const pixels = inflateSync(png.subarray(41, 41 + length));
  const line = 1 + Math.ceil(width / 8);
  const middle = (module: number): number => Math.floor(((module + 0.5) * width) / modules);
  return (row, column) => {
    const x = middle(column);
    return (((pixels[middle(row) * line + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0;
  };
}

test('a checkpoint note fits a code that an office scanner reads from 29 mm', () => {
  const { png, modules } = qrPng(NOTE);
  expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  // 65 modules and the quiet zone: 0.4 mm each.
  expect(modules).toBe(73);
  const dark = darkAt(png, modules);
  const ring = Array.from({ length: 7 }, (_, at) => dark(4, 4 + at) && dark(10, 4 + at) && dark(4 + at, 4) && dark(4 + at, 10));
  expect(ring).toEqual(Array(7).fill(true));
  const quiet = Array.from({ length: modules }, (_, at) => dark(1, at) || dark(at, 1) || dark(modules - 2, at));
  expect(quiet).toEqual(Array(modules).fill(false));
});
