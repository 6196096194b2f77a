import { inflateSync, constants as zlib } from 'node:zlib';
import { LIMITS } from '../limits.ts';
import { isTooLong } from './stream-filters.ts';

/** Bytes before `stream` in which a dictionary says that it is a picture; pictures are never unfolded by us. */
const HEAD = 1500;

/**
 * True when the packed streams of a PDF unfold within the limits of an import. pdfjs and pdf-lib inflate in JavaScript and without
 * a limit: 0.3 MB of file took one of them 780 MB and more than a minute (ingestion.md 6). So the engine's own zlib looks first.
 */
export function streamsAreBounded(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = LIMITS.unpacked;
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const start = at + 6 + (buffer[at + 6] === 0x0d ? 1 : 0) + 1;
    if (buffer[start] !== 0x78 || isPicture(buffer, at)) continue;
    const end = buffer.indexOf('endstream', start);
    const size = unfoldedSize(buffer.subarray(start, end < 0 ? buffer.length : end), Math.min(left, LIMITS.entry));
    if (size === undefined) return false;
    left -= size;
  }
  return true;
}

function isPicture(buffer: Buffer, at: number): boolean {
  const head = buffer.subarray(Math.max(0, at - HEAD), at).toString('latin1');
  return /\/Subtype\s*\/Image/.test(head.slice(Math.max(0, head.lastIndexOf(' obj'))));
}

/** Size after inflating, also of deflate within deflate; undefined past the limit. Damaged data count as small. */
function unfoldedSize(packed: Uint8Array, limit: number): number | undefined {
  let data = packed;
  let total = 0;
  for (let layer = 0; layer < 4 && data[0] === 0x78; layer += 1) {
    try {
      data = inflateSync(data, { maxOutputLength: Math.max(1, limit - total), finishFlush: zlib.Z_SYNC_FLUSH });
    } catch (error) {
      return isTooLong(error) ? undefined : total;
    }
    total += data.length;
  }
  return total;
}
