import { startsWith } from '../format.ts';
import { jpegEnd, pngEnd } from '../package/picture-ends.ts';
import { pictureTexts } from '../package/picture-texts.ts';

/** Streams of binary documents, workbooks and presentations in which pictures lie, each behind a record head of its own. */
const HOLDS_PICTURES = /^(Data|Pictures|WordDocument|Workbook|Book|PowerPoint Document)$/i;
/** Bytes of a JPEG looked at: what describes it stands before its pixels. */
const HEAD = 300_000;
/** Pictures of one stream; a file with more is told by what the others say. */
const MOST = 2_000;

export interface StreamPictures {
  readonly count: number;
  /** What describes them: camera, place, captions. */
  readonly texts: readonly string[];
}

/** Pictures that lie in a stream as JPEG or PNG files, whatever the records round them. */
export function streamPictures(path: string, bytes: Uint8Array): StreamPictures {
  if (!HOLDS_PICTURES.test(path)) return { count: 0, texts: [] };
  const found = [...pngFiles(bytes), ...jpegFiles(bytes)];
  return { count: found.length, texts: [...new Set(found.flatMap((picture) => pictureTexts(picture)))] };
}

/**
 * The pictures of a stream as whole files, from the first byte to the last, in the order in which they lie. A JPEG inside another (its
 * thumbnail) is part of that one. Workbooks cut their pictures into records, so theirs come whole only when they are small.
 */
export function pictureFiles(path: string, bytes: Uint8Array): readonly Uint8Array[] {
  if (!HOLDS_PICTURES.test(path)) return [];
  const found: { readonly from: number; readonly to: number }[] = [];
  const starts = [...pngPlaces(bytes), ...jpegPlaces(bytes)].sort((left, right) => left - right);
  for (const from of starts) {
    if (from < (found.at(-1)?.to ?? 0)) continue;
    const to = startsWith(bytes, '\x89', from) ? pngEnd(bytes, from) : jpegEnd(bytes, from);
    if (to !== undefined) found.push({ from, to });
  }
  return found.map(({ from, to }) => bytes.subarray(from, to));
}

function pngFiles(bytes: Uint8Array): Uint8Array[] {
  return pngPlaces(bytes).map((from) => bytes.subarray(from, pngEnd(bytes, from) ?? bytes.length));
}

const pngPlaces = (bytes: Uint8Array): number[] => placesOf(bytes, '\x89PNG\r\n\x1a\n');

function jpegFiles(bytes: Uint8Array): Uint8Array[] {
  return jpegPlaces(bytes).map((from) => bytes.subarray(from, from + HEAD));
}

/** Behind the start must come a segment: two bytes alone stand in any data. */
function jpegPlaces(bytes: Uint8Array): number[] {
  return placesOf(bytes, '\xff\xd8\xff')
    .filter((from) => [0xdb, 0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xfe, 0xc0, 0xc4].includes(bytes[from + 3] ?? 0))
    .filter((from) => !startsWith(bytes, '\xff\xd9', from + 4));
}

function placesOf(bytes: Uint8Array, mark: string): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: number[] = [];
  for (let at = buffer.indexOf(mark, 0, 'latin1'); at >= 0 && places.length < MOST; at = buffer.indexOf(mark, at + 3, 'latin1'))
    places.push(at);
  return places;
}
