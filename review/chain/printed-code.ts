/** Crockford base32: no I, L, O, U, so that a code read aloud or typed from paper survives. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 26;
/** Largest prime that two characters (1024 values) can count to. */
const CHECK_PRIME = 1021;

/**
 * The code printed on forms: first 130 bits of a digest (32 bytes) as 26 characters and 2 check characters, in 7 groups of 4
 * (signoff-design 5.3). Any single wrong character, and any two neighbours swapped, changes the check.
 */
export function printedCode(digest: Uint8Array): string {
  let value = 0n;
  for (const byte of digest.subarray(0, 17)) value = (value << 8n) | BigInt(byte);
  value >>= 6n;
  let digits = '';
  for (let i = 0; i < DIGITS; i++) {
    digits = ALPHABET[Number(value & 31n)] + digits;
    value >>= 5n;
  }
  const text = digits + checkOf(digits);
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * The 28 characters of a code as a person typed it (blanks and dashes anywhere, small letters, O for 0, I and L for 1);
 * undefined when it is not a code or was mistyped.
 */
export function readPrintedCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (text.length !== DIGITS + 2 || [...text].some((character) => !ALPHABET.includes(character))) return undefined;
  if (checkOf(text.slice(0, DIGITS)) !== text.slice(DIGITS)) return undefined;
  return (text.match(/.{4}/g) ?? []).join('-');
}

function checkOf(digits: string): string {
  let rest = 0;
  for (const digit of digits) rest = (rest * 32 + ALPHABET.indexOf(digit)) % CHECK_PRIME;
  return (ALPHABET[rest >> 5] ?? '0') + (ALPHABET[rest & 31] ?? '0');
}
