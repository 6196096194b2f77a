import type { Random } from '../ports.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 100 random bits as 5 groups of 4 characters without I, L, O, U. */
export function passphraseOf(random: Random): string {
  const letters = [...random.bytes(20)].map((byte) => ALPHABET[byte & 31] ?? '0').join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** What a person typed, as it was shown: blanks and dashes anywhere, small letters, O for 0, I and L for 1. */
export function typedPassphrase(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return (letters.match(/.{1,4}/g) ?? []).join('-');
}
