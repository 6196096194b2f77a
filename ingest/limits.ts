/**
 * Ceilings of one import. They bound time and memory for hostile files (a 0.7 MB archive can unpack to gigabytes) and are far
 * above anything an office writes; reaching one is told to the user in a sentence of its own.
 */
export const LIMITS = {
  /** Bytes of the file itself. */
  file: 200 * 1024 * 1024,
  /** Bytes of one unpacked archive entry. */
  entry: 200 * 1024 * 1024,
  /** Bytes of all unpacked entries together, nested archives included; counted while unpacking. */
  unpacked: 400 * 1024 * 1024,
  /** Unpacked : packed above which an archive of more than `ratioFrom` unpacked bytes is taken for a bomb. */
  ratio: 500,
  ratioFrom: 32 * 1024 * 1024,
  /** Entries of all archives together. */
  entries: 20_000,
  /** Archives inside archives. */
  nesting: 5,
  /** Open elements above one another in an XML part. */
  xmlDepth: 256,
  /** UTF-16 code units of all text together. */
  text: 50_000_000,
  /** Paragraphs, cells and notes of all text together. */
  pieces: 1_000_000,
  /** UTF-16 code units of one piece; longer paragraphs are cut at sentence ends. */
  piece: 10_000,
} as const;
