import { startsWith } from '../format.ts';
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

function pngFiles(bytes: Uint8Array): Uint8Array[] {
  return placesOf(bytes, '\x89PNG\r\n\x1a\n').map((from) => {
    const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('IEND', from, 'latin1');
    return bytes.subarray(from, end < 0 ? bytes.length : end + 8);
  });
}

function jpegFiles(bytes: Uint8Array): Uint8Array[] {
  // Behind the start must come a segment: two bytes alone stand in any data.
  return placesOf(bytes, '\xff\xd8\xff')
    .filter((from) => [0xdb, 0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xfe, 0xc0, 0xc4].includes(bytes[from + 3] ?? 0))
    .filter((from) => !startsWith(bytes, '\xff\xd9', from + 4))
    .map((from) => bytes.subarray(from, from + HEAD));
}

function placesOf(bytes: Uint8Array, mark: string): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: number[] = [];
  for (let at = buffer.indexOf(mark, 0, 'latin1'); at >= 0 && places.length < MOST; at = buffer.indexOf(mark, at + 3, 'latin1'))
    places.push(at);
  return places;
}
