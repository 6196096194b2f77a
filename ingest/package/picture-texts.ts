import { inflateSync } from 'node:zlib';
import { startsWith } from '../format.ts';
import { exifFacts } from './exif.ts';
import { jpegEnd, pngEnd } from './picture-ends.ts';
import { chineseRuns } from './residue.ts';

/** Bytes of a picture that describe it rather than draw it (EXIF, XMP, comments, PNG text); the pixels stay unread. */
export function pictureTexts(bytes: Uint8Array): string[] {
  const described = partsOf(bytes);
  const runs = [...new Set(described.flatMap((part) => [...chineseRuns(part), ...asciiNotes(part)]))];
  const facts = described.flatMap((part) => exifFacts(tiffOf(part)));
  const said = facts.map(({ label, text }) => `${label}：${text}`);
  return [...said, ...runs.filter((run) => !said.some((fact) => fact.includes(run)))];
}

function partsOf(bytes: Uint8Array): Uint8Array[] {
  if (startsWith(bytes, '\x89PNG')) return [...pngText(bytes), ...tailOf(bytes, pngEnd(bytes))];
  if (startsWith(bytes, '\xff\xd8')) return [...jpegHead(bytes), ...tailOf(bytes, jpegEnd(bytes))];
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return webpText(bytes);
  if (startsWith(bytes, 'jP  ', 4)) return jpeg2000Boxes(bytes);
  return [bytes];
}

/** Bytes looked at behind the end of a picture, and of a chunk that only one program knows. */
const MOST_ASIDE = 1_000_000;

/** What stands behind the end: no program shows it, and it travels with the picture. */
const tailOf = (bytes: Uint8Array, end: number | undefined): Uint8Array[] =>
  end === undefined || end >= bytes.length ? [] : [bytes.subarray(end, end + MOST_ASIDE)];

/** The TIFF block of a part: behind the name of an Exif segment, or the part itself. */
const tiffOf = (part: Uint8Array): Uint8Array => {
  if (startsWith(part, 'Exif\0\0')) return part.subarray(6);
  return startsWith(part, EXIF_BOX) ? part.subarray(EXIF_BOX.length) : part;
};
/** Identifier of the box in which JPEG 2000 files carry EXIF. */
const EXIF_BOX = 'JpgTiffExif->JP2';

/** Boxes of a JPEG 2000 file (ISO 15444-1 annex I) but the picture itself; a length of 0 runs to the end, of 1 is a long one. */
function jpeg2000Boxes(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at + 16 <= bytes.length; ) {
    const short = view.getUint32(at);
    const length = short === 1 ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : short;
    const end = length < 8 ? bytes.length : Math.min(bytes.length, at + length);
    if (!startsWith(bytes, 'jp2c', at + 4)) parts.push(bytes.subarray(at + 8, end));
    at = end;
  }
  return parts;
}

/** Chunks EXIF and XMP of a WebP picture. */
function webpText(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    if (startsWith(bytes, 'EXIF', at) || startsWith(bytes, 'XMP ', at)) parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length & 1);
  }
  return parts;
}

/** Chunks that draw the picture or say how (PNG 11.2 and 11.3, APNG). */
const DRAWING = /^(IHDR|PLTE|IDAT|IEND|cHRM|gAMA|iCCP|sBIT|sRGB|bKGD|hIST|tRNS|pHYs|sPLT|tIME|acTL|fcTL|fdAT|cICP)$/;

/** Chunks with words: tEXt, iTXt, zTXt, eXIf and those that only one program knows; length-checked. */
function pngText(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'zTXt' || type === 'iTXt') parts.push(...unpackedText(data));
    else if (!DRAWING.test(type)) parts.push(data.subarray(0, MOST_ASIDE));
    at += 12 + length;
  }
  return parts;
}

/** Keyword and text of a chunk that may be packed: the packed stretch starts with the mark of zlib. */
function unpackedText(chunk: Uint8Array): Uint8Array[] {
  const packed = chunk.indexOf(0x78, chunk.indexOf(0));
  if (packed > 0 && packed < chunk.indexOf(0) + 200) {
    try {
      return [chunk.subarray(0, packed), inflateSync(chunk.subarray(packed), { maxOutputLength: 4_000_000 })];
    } catch (error) {
      // Not packed after all, or too long to be a description; the chunk itself is looked at.
      if (!(error instanceof Error)) throw error;
    }
  }
  return [chunk];
}

/** Segments APP1 to APP15 and COM before the image data. */
function jpegHead(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (marker === 0xda || length < 2) break;
    if ((marker >= 0xe1 && marker <= 0xef) || marker === 0xfe) parts.push(bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return parts;
}

/** Long digit runs and addresses in the description, which need no Chinese to say too much. */
function asciiNotes(bytes: Uint8Array): string[] {
  const text = new TextDecoder('latin1').decode(bytes.length > 100_000 ? bytes.subarray(0, 100_000) : bytes);
  return (
    text.match(
      /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,63}|(?<!\d)\d{11,18}[\dXx]?(?!\d)|exif:GPS\w{1,20}\s{0,3}[=>]\s{0,3}"?[^"<]{1,60}/g,
    ) ?? []
  );
}
