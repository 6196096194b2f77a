import { describe, expect, test } from 'vitest';
import { pagePictures } from '../../../../exports/index.ts';
import { pagePicture } from '../../../../exports/picture-pdf/page-picture.ts';
import { picturePdf } from '../../../../exports/picture-pdf/picture-pdf.ts';
import { fill, put, type Raster } from '../../../../exports/picture-pdf/raster.ts';
import { openPdf } from '../../../../ingest/pdf/pdfjs.ts';
import { read } from '../copied.ts';

const blank = (width: number, height: number, color = 0xffffff): Raster => {
  const raster = { width, height, data: new Uint8Array(width * height * 3) };
  fill(raster, [0, 0, width, height], color);
  return raster;
};
/** Every pixel of another colour, smoothly as in a photo. */
const photo = (width: number, height: number, grey: boolean): Raster => {
  const raster = blank(width, height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const level = (base: number): number =>
        Math.round(127 + 100 * Math.sin(base + x / 9) * Math.cos(y / 7 - base) + ((x * 31 + y * 17) % 11));
      put(raster, (y * width + x) * 3, grey ? level(0) * 0x010101 : (level(0) << 16) | (level(1) << 8) | level(2));
    }
  return raster;
};

/** Pixels of the only picture of a one-page file as pdfjs decodes them, three bytes each. */
async function decoded(
  file: Uint8Array,
): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8Array }> {
  const document = await openPdf(file, 100_000_000);
  const page = await document.getPage(1);
  await page.getOperatorList();
  const picture = await new Promise<{ width: number; height: number; kind: number; data: Uint8Array }>((resolve) =>
    page.objs.get('img_p0_1', resolve as (value: unknown) => void),
  );
  await document.loadingTask.destroy();
  const { width, height, kind, data } = picture;
  const bytes = kind === 2 ? data : new Uint8Array(width * height * 3);
  if (kind === 3)
    for (let pixel = 0; pixel < width * height; pixel += 1) bytes.set(data.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
  return { width, height, data: bytes };
}
const difference = (left: Uint8Array, right: Uint8Array): number =>
  left.reduce((most, value, index) => Math.max(most, Math.abs(value - (right[index] ?? 0))), 0);

describe('a page keeps its looks in the smallest form', () => {
  const letters = blank(90, 61);
  fill(letters, [10, 10, 30, 12], 0);
  const red = blank(90, 61);
  fill(red, [10, 10, 30, 12], 0xff0000);
  test.each([
    ['black text', letters, 'grey', 8],
    ['a red heading', red, 'palette', 8],
    ['a grey photo', photo(90, 61, true), 'jpeg-grey', 24],
    ['a colour photo', photo(90, 61, false), 'jpeg-color', 48],
  ])('%s', async (_, raster, kind, tolerance) => {
    const picture = pagePicture(raster);
    expect(picture.kind).toBe(kind);
    const again = await decoded(picturePdf([{ width: 45, height: 30.5, picture }]));
    expect([again.width, again.height, again.data.length]).toEqual([90, 61, 90 * 61 * 3]);
    expect(difference(again.data, raster.data)).toBeLessThanOrEqual(tolerance);
  });
});

test('the file holds pictures and nothing else: no text, no names, no dates, nothing unread but the pictures', async () => {
  const picture = pagePicture(blank(40, 40));
  const pages = [1, 2, 3].map(() => ({ width: 595.276, height: 841.89, picture }));
  const file = picturePdf(pages);
  expect(picturePdf(pages)).toEqual(file);
  const draft = await read('图.pdf', file);
  expect(draft.pieces.map(({ kind }) => kind)).toEqual(['file-name']);
  expect(draft.unread.map(({ code, part }) => [code, part])).toEqual([['scan', '第1至3页']]);
  expect(draft.warnings).toEqual([]);
});

test('the window shows every page of a file of ours, as PNG or JPEG, and of no other file', () => {
  const pictures = [blank(40, 30), photo(30, 20, false)].map(pagePicture);
  const file = picturePdf(pictures.map((picture) => ({ width: 20, height: 15, picture })));
  const shown = [1, 2].map((page) => pagePictures.page(file, page));
  expect(shown.map((each) => each.ok && [each.data.pages, each.data.width, each.data.height, each.data.type])).toEqual([
    [2, 40, 30, 'image/png'],
    [2, 30, 20, 'image/jpeg'],
  ]);
  expect(shown[0]?.ok && Buffer.from(shown[0].data.bytes).includes(Buffer.from(pictures[0]?.bytes ?? []))).toBe(true);
  expect(shown[1]?.ok && shown[1].data.bytes).toEqual(pictures[1]?.bytes);
  const others = [pagePictures.page(file, 3), pagePictures.page(new TextEncoder().encode('%PDF-1.4\n%%EOF\n'), 1)];
  expect(others.map((each) => !each.ok && each.error.code)).toEqual(['no-page-picture', 'no-page-picture']);
});
