import { idCheckCharacter } from '../../../../rules/recognisers/personal/number-checks.ts';

/** A resident number of somebody born before 1900: valid by form, nobody's by date. */
export function madeId(area: string, birth: string, sequence: string): string {
  const first17 = `${area}${birth}${sequence}`;
  return first17 + idCheckCharacter(first17);
}

/** A card number with the right Luhn digit; `first` is all but that digit. */
export function madeCard(first: string): string {
  let sum = 0;
  for (let i = 0; i < first.length; i++) {
    const digit = Number(first[first.length - 1 - i]);
    sum += i % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return first + String((10 - (sum % 10)) % 10);
}

export const madeMobile = '15900001234';
