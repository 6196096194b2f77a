import { fail, ok } from '../../review/model/index.ts';
import type { PagePictures } from '../../review/ports.ts';
import { pngFile } from '../png-chunks.ts';

const NONE = fail('no-page-picture', '这一稿不是先审生成的图片 PDF，没有可以显示的页面图片。');

/**
 * Pages of a PDF of ours as pictures that a window shows: JPEG as it stands in the file, PNG round the packed rows. Any other PDF
 * is refused: only files written by picturePdf have their objects in these places. Codes: no-page-picture.
 */
export const pagePictures: PagePictures = {
  page(file, number) {
    const places = objectPlaces(file);
    const pages = (places.length - 2) / 3;
    const dict = Number.isInteger(pages) && number <= pages ? dictionaryAt(file, places[number * 3 + 1]) : undefined;
    const [width, height, length] = ['Width', 'Height', 'Length'].map((key) => dict && numberOf(dict.text, key));
    if (!dict || !width || !height || !length) return NONE;
    const bytes = file.subarray(dict.end, dict.end + length);
    const common = { pages, width, height };
    if (dict.text.includes('/Filter/DCTDecode')) return ok({ ...common, type: 'image/jpeg', bytes });
    return ok({ ...common, type: 'image/png', bytes: png(dict.text, width, height, bytes) });
  },
};

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Byte offsets of all objects, from the one cross-reference table at the end. */
function objectPlaces(file: Uint8Array): readonly number[] {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(latin(file.subarray(-40)))?.[1]);
  if (!Number.isInteger(start)) return [];
  return [...latin(file.subarray(start)).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
}

function dictionaryAt(file: Uint8Array, place: number | undefined): { readonly text: string; readonly end: number } | undefined {
  if (place === undefined) return undefined;
  // A palette of 256 colours is 1,536 digits long.
  const match = /^\d+ 0 obj\n(<<\/Type\/XObject\/Subtype\/Image[^\n]*>>)\nstream\n/.exec(
    latin(file.subarray(place, place + 3000)),
  );
  return match?.[1] ? { text: match[1], end: place + match[0].length } : undefined;
}

const numberOf = (dict: string, key: string): number => Number(new RegExp(`/${key} (\\d+)`).exec(dict)?.[1] ?? 0);

/** The rows are packed in a PDF just as in a PNG, so they go over as they are. */
function png(dict: string, width: number, height: number, rows: Uint8Array): Uint8Array {
  const hex = /\/Indexed\/DeviceRGB \d+<([\da-f]+)>/.exec(dict)?.[1];
  if (hex === undefined) return pngFile({ width, height, depth: 4, color: 0 }, rows);
  const palette = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return pngFile({ width, height, depth: 8, color: 3 }, rows, palette);
}
