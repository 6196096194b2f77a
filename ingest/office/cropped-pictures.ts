import type { PackageEntry } from '../package/unpack.ts';
import { croppedMessage } from '../picture/cropped-message.ts';
import type { BinaryFindings } from './binary-part.ts';

/** Edges of DrawingML (a:srcRect), of OpenDocument's older twin VML (v:imagedata), in any namespace prefix. */
const CROPS = /<(?:[\w.-]+:)?(?:srcRect|imagedata)\b([^>]*)>/g;
const EDGE = /\b(?:l|t|r|b|cropleft|croptop|cropright|cropbottom)\s*=\s*["']\s*([\d.]+)/g;

/**
 * How many pictures of an XML part are cropped: the page shows a piece of each, the file keeps the whole (ingestion.md 3.1). Edges
 * that are pushed outwards (negative) show more than the picture and hide nothing.
 */
function croppedPictures(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes('srcRect') && !buffer.includes('crop')) return 0;
  return [...buffer.toString('latin1').matchAll(CROPS)].filter(([, attributes = '']) =>
    [...attributes.matchAll(EDGE)].some(([, value]) => Number(value) > 0),
  ).length;
}

/** What a crop hides is in the file for everybody who undoes it, and no reader of text sees it. */
export function leaveCropped({ name, bytes }: PackageEntry, findings: BinaryFindings): void {
  const count = croppedPictures(bytes);
  if (count === 0) return;
  const message = croppedMessage(`${name} `, count);
  findings.unread.push({ code: 'picture-cropped', part: `${name} 裁剪的图片`, message });
}
