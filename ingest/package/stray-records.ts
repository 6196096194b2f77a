import { inflateRawSync, constants as zlib } from 'node:zlib';

/** Unfolded bytes of all records that no directory names, and their number: a deleted part or two, not another archive of files. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_RECORDS = 1000;
const HEAD = 30;
const DEFLATED = 8;

/**
 * Contents of entries that lie in an archive without standing in its directory: what a program deleted by forgetting it, or an older
 * archive before the present one. Records past the limits and damaged ones are left out.
 */
export function strayRecords(stray: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(stray.buffer, stray.byteOffset, stray.byteLength);
  const found: Uint8Array[] = [];
  let left = MOST_BYTES;
  for (let at = buffer.indexOf('PK\x03\x04', 0, 'latin1'); at >= 0 && at + HEAD <= buffer.length; ) {
    if (found.length >= MOST_RECORDS || left <= 0) break;
    const start = at + HEAD + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
    const content = buffer.readUInt16LE(at + 8) === DEFLATED ? unfolded(buffer.subarray(start), left) : undefined;
    if (content) {
      found.push(content);
      left -= content.length;
    }
    at = buffer.indexOf('PK\x03\x04', at + 4, 'latin1');
  }
  return found;
}

function unfolded(packed: Uint8Array, limit: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit, finishFlush: zlib.Z_SYNC_FLUSH });
  } catch (error) {
    // Four letters alone make no record; what cannot be unfolded is still searched as it lies.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
