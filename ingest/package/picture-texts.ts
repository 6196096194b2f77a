import { startsWith } from '../format.ts';
import { chineseRuns } from './residue.ts';

/** Bytes of a picture that describe it rather than draw it (EXIF, XMP, comments, PNG text); the pixels stay unread. */
export function pictureTexts(bytes: Uint8Array): string[] {
  const described = startsWith(bytes, '\x89PNG') ? pngText(bytes) : startsWith(bytes, '\xff\xd8') ? jpegHead(bytes) : [bytes];
  return [...new Set(described.flatMap((part) => [...chineseRuns(part), ...asciiNotes(part)]))];
}

/** Chunks tEXt, iTXt, zTXt and eXIf, length-checked. */
function pngText(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (['tEXt', 'iTXt', 'eXIf'].some((type) => startsWith(bytes, type, at + 4)))
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return parts;
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
  return text.match(/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,63}|(?<!\d)\d{11,18}[\dXx]?(?!\d)/g) ?? [];
}
