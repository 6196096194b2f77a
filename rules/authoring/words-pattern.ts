const PLAIN = /^[^\\^$.*+?()[\]{}|]+$/;
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;

/** An expression that is found wherever one of the words stands. */
export const wordsPattern = (words: readonly string[]): string => words.map((word) => word.replace(SPECIAL, '\\$&')).join('|');

/** The words of such an expression; undefined for any other. */
export function wordsOfPattern(pattern: string): readonly string[] | undefined {
  const words = pattern.split(/(?<!\\)\|/).map((word) => word.replace(/\\([\\^$.*+?()[\]{}|])/g, '$1'));
  return words.every((word) => word !== '') && (PLAIN.test(pattern.replaceAll('|', '')) || wordsPattern(words) === pattern)
    ? words
    : undefined;
}
