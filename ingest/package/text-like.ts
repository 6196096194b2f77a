/**
 * Tells content from machinery in attribute values and odd corners: anything outside ASCII, an e-mail sign, a digit run as long
 * as a mobile or identity number, a network address, a drive or share path, or three words in a row.
 */
export function isTextLike(value: string): boolean {
  return /[^\x00-\x7f]|@|(?<![\d.])\d{11}|\d{1,3}(?:\.\d{1,3}){3}|[A-Za-z]:\\|\\\\|\b[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/.test(
    value,
  );
}
