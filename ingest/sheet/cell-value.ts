import type { NumberShape } from './cell-looks.ts';

const DAY = 86_400_000;

/**
 * A stored number as a person reads it: dates as 2026-03-15 (with the time when there is one), identity and phone numbers that
 * were stored as numbers in full instead of 3.4E+17, and without the tail of binary fractions.
 */
export function numberText(raw: string, shape: NumberShape, date1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (shape === 'date' && value > 0 && value < 2_958_466) return dateText(value, date1904);
  // Up to 1e21 this writes whole numbers in full.
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

function dateText(serial: number, date1904: boolean): string {
  // Day 60 of the 1900 system is a 29 February that never was.
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000).toISOString();
  if (serial < 1) return iso.slice(11, 19);
  return (serial * DAY) % DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** Column (0-based) and row (0-based) of an address such as B3; undefined for anything else. */
export function cellAddress(reference: string): { readonly column: number; readonly row: number } | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference);
  if (!match) return undefined;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) - 1 };
}
