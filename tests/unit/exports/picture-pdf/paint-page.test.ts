import { describe, expect, test } from 'vitest';
import { type Painting, paintPage } from '../../../../exports/picture-pdf/paint-page.ts';
import { fill, type PixelBox, type Raster } from '../../../../exports/picture-pdf/raster.ts';

const page = (color = 0xffffff): Raster => {
  const raster = { width: 120, height: 60, data: new Uint8Array(120 * 60 * 3) };
  fill(raster, [0, 0, 120, 60], color);
  return raster;
};
const at = ({ data, width }: Raster, x: number, y: number): number =>
  ((data[(y * width + x) * 3] ?? 0) << 16) | ((data[(y * width + x) * 3 + 1] ?? 0) << 8) | (data[(y * width + x) * 3 + 2] ?? 0);
const painting = (part: Partial<Painting>): Painting => ({ bars: [], veils: [], pictures: [], words: new Map(), ...part });
const bar = (box: PixelBox, mark = 0) => ({ mark, box, size: 20 });

describe('painting over', () => {
  test('letters that reach beyond their box go whole, the next line stays', () => {
    const raster = page();
    // A letter with a long stroke above and below its box of 20 pixels, and another line 12 pixels further down.
    fill(raster, [20, 14, 24, 45], 0x202020);
    fill(raster, [10, 52, 110, 58], 0x202020);
    expect(paintPage(raster, undefined, painting({ bars: [bar([18, 20, 38, 40])] }))).toBe(true);
    expect([at(raster, 22, 14), at(raster, 26, 30), at(raster, 22, 44), at(raster, 60, 54)]).toEqual([0, 0, 0, 0x202020]);
    expect([at(raster, 60, 30), at(raster, 12, 52)]).toEqual([0xffffff, 0x202020]);
  });

  test('characters of one mark are one bar, so that nobody counts them; a mark over two lines stays two bars', () => {
    const raster = page();
    fill(raster, [12, 8, 18, 18], 0);
    fill(raster, [42, 8, 48, 18], 0);
    fill(raster, [12, 38, 18, 48], 0);
    const bars = [bar([10, 5, 20, 20]), bar([40, 5, 50, 20]), bar([10, 35, 20, 50])];
    expect(paintPage(raster, undefined, painting({ bars }))).toBe(true);
    expect([at(raster, 30, 12), at(raster, 30, 42), at(raster, 30, 28)]).toEqual([0, 0xffffff, 0xffffff]);
  });

  test('words stand in a white box with a thin line, in the roomiest bar of their mark; the other bars of it stay black', () => {
    const raster = page();
    fill(raster, [12, 8, 48, 14], 0x202020);
    fill(raster, [12, 38, 18, 48], 0x202020);
    const words = { width: 30, height: 10, data: new Uint8Array(30 * 10 * 3).fill(255) };
    fill(words, [10, 3, 20, 7], 0x404040);
    const bars = [bar([10, 5, 50, 20]), bar([10, 35, 20, 50])].map((each) => ({ ...each, size: 10 }));
    expect(paintPage(raster, undefined, painting({ bars, words: new Map([[0, words]]) }))).toBe(true);
    // Line, ground and letter of the box, the ground beside the letters where the text stood, the other bar, the page.
    expect([
      at(raster, 30, 3),
      at(raster, 12, 12),
      at(raster, 30, 12),
      at(raster, 45, 12),
      at(raster, 15, 42),
      at(raster, 90, 12),
    ]).toEqual([0x999999, 0xffffff, 0x404040, 0xffffff, 0, 0xffffff]);
    const tones = new Set(Array.from({ length: 48 * 24 }, (_, index) => at(raster, 6 + (index % 48), Math.floor(index / 48))));
    expect([...tones].toSorted((a, b) => a - b)).toEqual([0x404040, 0x999999, 0xffffff]);
  });

  test('a page without ink where characters should stand is not used', () => {
    expect(paintPage(page(), undefined, painting({ bars: [bar([10, 10, 30, 30])] }))).toBe(false);
  });

  test('text hardly lighter than its ground vanishes in it, and what stands across stays', () => {
    const raster = page();
    fill(raster, [10, 10, 30, 30], 0xf4f4f4);
    fill(raster, [14, 10, 18, 30], 0x101010);
    const veil = { box: [8, 8, 40, 40] as const, how: 'level' as const, color: 0xffffff };
    expect(paintPage(raster, undefined, painting({ veils: [veil] }))).toBe(true);
    expect([at(raster, 25, 20), at(raster, 16, 20)]).toEqual([0xffffff, 0x101010]);
  });

  test('text under an area is painted over only where it shows through', () => {
    const [opaque, clear, bare] = [page(), page(), page()];
    for (const raster of [opaque, clear, bare]) fill(raster, [10, 10, 50, 30], 0xc00000);
    fill(clear, [20, 15, 24, 25], 0xa00000);
    const veils = [{ box: [18, 12, 40, 28] as const, how: 'cover' as const, color: 0 }];
    expect([paintPage(opaque, bare, painting({ veils })), paintPage(clear, bare, painting({ veils }))]).toEqual([true, true]);
    expect([at(opaque, 22, 20), at(clear, 22, 20), at(clear, 12, 20)]).toEqual([0xc00000, 0, 0xc00000]);
  });

  test('without the bare page every covered text is painted over; pictures are painted over whole', () => {
    const raster = page(0x808080);
    const veils = [{ box: [18, 12, 40, 28] as const, how: 'cover' as const, color: 0x0000ff }];
    expect(paintPage(raster, undefined, painting({ veils, pictures: [[60, 10, 200, 50]] }))).toBe(true);
    expect([at(raster, 22, 20), at(raster, 119, 49), at(raster, 59, 20)]).toEqual([0x0000ff, 0, 0x808080]);
  });
});
