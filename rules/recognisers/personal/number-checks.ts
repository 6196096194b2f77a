/**
 * Arithmetic of the numbers that persons and bodies carry. All functions take the bare characters, already folded (ASCII digits,
 * capital letters), and are pure.
 */

/** Fixed, not "today": the same draft must give the same findings in every year the program is used. */
const LATEST_YEAR = 2035;
const EARLIEST_YEAR = 1850;
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** What an 18-character string says about itself: GB 11643-1999. `misprint` passes province and date but not the check digit. */
export type IdVerdict = 'valid' | 'misprint' | 'none';

/** True for a calendar date; year with four digits. */
export function isDate(year: number, month: number, day: number): boolean {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isPackedDate(digits: string): boolean {
  return isDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}

/** Check character of GB 11643 (ISO 7064 MOD 11-2) over the first 17 digits. */
export function idCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * (ID_WEIGHTS[i] ?? 0);
  return ID_CHECKS[sum % 11] ?? '';
}

/** Resident identity number, 18 characters (also 港澳台居民居住证). */
export function checkResidentId(value: string): IdVerdict {
  if (!/^\d{17}[\dX]$/.test(value) || !PROVINCES.has(value.slice(0, 2)) || !isPackedDate(value.slice(6, 14))) return 'none';
  // No district ends in 00, and credit codes of county bodies put 00 right there.
  if (value.slice(2, 6) === '0000') return 'none';
  return idCheckCharacter(value) === value[17] ? 'valid' : 'misprint';
}

/** Old resident identity number, 15 digits: province and date only, so that a label must stand beside it. */
export function isOldResidentId(value: string): boolean {
  return /^\d{15}$/.test(value) && PROVINCES.has(value.slice(0, 2)) && isPackedDate(`19${value.slice(6, 12)}`);
}

/** Permanent residence card for foreigners since 2023-12: 9, province, country, birth date at 7-14, check as for residents. */
export function isPermanentResidentId(value: string): boolean {
  return /^9\d{17}$/.test(value) && isPackedDate(value.slice(6, 14)) && idCheckCharacter(value) === value[17];
}

/** Unified social credit code: GB 32100-2015. Public, never personal; told apart so that it is not taken for an identity number. */
export function isCreditCode(value: string): boolean {
  if (!/^[159ANY][\dA-Z]{17}$/.test(value)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const digit = CREDIT_ALPHABET.indexOf(value[i] ?? '');
    if (digit < 0) return false;
    sum += digit * (CREDIT_WEIGHTS[i] ?? 0);
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === value[17];
}

/** Luhn check of ISO/IEC 7812 card numbers. Passes one random number in ten, so never proof by itself. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** UnionPay number by its form alone: 62, 16 to 19 digits, Luhn. */
export function isUnionPayCard(digits: string): boolean {
  return /^62\d{14,17}$/.test(digits) && passesLuhn(digits);
}
