import { holdsText, startsWith } from '../format.ts';

const MOST = 20_000;

/**
 * Lower-case names of the entries of a zip archive, from its directory; undefined when the bytes are no archive or its directory
 * is missing. Names alone, for telling formats apart: `unpack` is the one that trusts nothing.
 */
export function entryNames(bytes: Uint8Array): ReadonlySet<string> | undefined {
  if (!startsWith(bytes, 'PK')) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - 66_000) && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || end < bytes.length - 66_000) return undefined;
  const names = new Set<string>();
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && names.size < MOST && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, Math.min(length, end - at - 46)).toString('latin1');
    names.add(name.toLowerCase().replaceAll('\\', '/').replace(/^\/+/, ''));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names.size > 0 ? names : undefined;
}

/**
 * True when an archive has an entry of this name. An archive whose directory is missing is judged by its bytes, so that a broken
 * document is still told by what it was.
 */
export function hasEntry(bytes: Uint8Array, name: string): boolean {
  const names = entryNames(bytes);
  return names ? names.has(name.toLowerCase()) : startsWith(bytes, 'PK') && holdsText(bytes, name);
}
