import { chineseRuns } from '../package/residue.ts';

/**
 * Chinese text in the bytes outside all streams: comments, bytes before the header and behind the end, strings of overwritten
 * objects. Strings in use come out too; the caller drops what it knows.
 */
export function strayTexts(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<string>();
  let from = 0;
  while (from < buffer.length) {
    const stream = buffer.indexOf('stream', from);
    const to = stream < 0 ? buffer.length : stream;
    for (const run of chineseRuns(buffer.subarray(from, to))) found.add(run);
    if (stream < 0) break;
    const end = buffer.indexOf('endstream', stream);
    if (end < 0) break;
    from = end + 9;
  }
  return [...found];
}
