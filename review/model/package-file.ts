/** Names of the parts of a package between workstations; the manifest is the first in the archive. */
export const MANIFEST_NAME = 'manifest.json';
/** The other parts in the order of the archive. Nothing else may lie in a package. */
export const PART_NAMES = ['roster.jsonl', 'events.jsonl', 'checkpoint.json', 'contents.jsonl'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** So many bytes from the beginning are enough to tell a package: a manifest is small. */
export const PACKAGE_HEAD = 16 * 1024;

/** Begins a file in a ZIP archive (PKWARE APPNOTE 4.3.7); the length of its name stands at 26, the name at 30. */
const LOCAL_HEADER = 'PK\x03\x04';

/**
 * Whether a file says of itself that it is a package between workstations, whatever its name: a first guess that leads it to the right
 * screen and allows nothing. `head` is its beginning.
 */
export function isPackageFile(head: Uint8Array): boolean {
  const letters = Array.from(head.subarray(0, PACKAGE_HEAD), (byte) => String.fromCharCode(byte)).join('');
  const named = (name: string, at: number): boolean =>
    letters.startsWith(LOCAL_HEADER, at) && letters.charCodeAt(at + 26) === name.length && letters.startsWith(name, at + 30);
  if (!named(MANIFEST_NAME, 0)) return false;
  const second = letters.indexOf(PART_NAMES[0]);
  return second > 30 && named(PART_NAMES[0], second - 30);
}
