/**
 * Letters that scanners read in the place of digits (4l0米, I38 3573 6O14, 2O23年), turned back in the folded text. Unit for unit, so that
 * offsets stay; a word with any other letter in it (H2O18, 2018O5l6A) is a model or a password and is left alone.
 */
import { MISREAD_LETTERS } from './fold-table.ts';

const ZERO = 0x30;
const ONE = 0x31;
const SPACE = 0x20;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** O o → 0, I l → 1, anything else → 0. */
const digitFor = (code: number): number => (code === 0x4f || code === 0x6f ? ZERO : code === 0x49 || code === 0x6c ? ONE : 0);
/** Letters, and the signs that hold a model, an address or a password together. */
const isWordy = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x2d || code === 0x40 || code === 0x5f;

/** Mends codes[from, to) in place; linear. */
export function mendDigits(codes: Uint16Array, from: number, to: number): void {
  for (let at = nextMisread(codes, from, to); at < to; at = nextMisread(codes, at + 1, to)) {
    let start = at;
    while (start > from && isDigit(codes[start - 1] as number)) start--;
    let end = at;
    let digits = at - start;
    for (; end < to; end++) {
      const code = codes[end] as number;
      if (isDigit(code)) digits++;
      else if (digitFor(code) === 0) break;
    }
    if (isMisread(codes, start, end, from, to, digits)) mend(codes, start, end);
    at = end;
  }
}

/** Letters that digits are misread as; nearly every unit of a draft is none of them. */
const MISREAD = new Uint8Array(65536);
for (const letter of MISREAD_LETTERS) MISREAD[letter.charCodeAt(0)] = 1;

function nextMisread(codes: Uint16Array, from: number, to: number): number {
  let at = from;
  while (at < to && MISREAD[codes[at] as number] === 0) at++;
  return at;
}

function isMisread(codes: Uint16Array, start: number, end: number, from: number, to: number, digits: number): boolean {
  const before = start > from ? (codes[start - 1] as number) : SPACE;
  const after = end < to ? (codes[end] as number) : SPACE;
  if (isWordy(before) || isWordy(after)) return false;
  // l 200人: the thousand stands apart.
  if (end - start === 1) return after === SPACE && areDigits(codes, end + 1, to, 3) && before >= 0x2e80;
  const letters = end - start - digits;
  // 10l is ten litres.
  return digits >= 2 && letters <= digits && codes[end - 1] !== 0x6c;
}

function areDigits(codes: Uint16Array, from: number, to: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (at >= to || !isDigit(codes[at] as number)) return false;
  return from + count >= to || !isDigit(codes[from + count] as number);
}

function mend(codes: Uint16Array, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    const digit = digitFor(codes[at] as number);
    if (digit !== 0) codes[at] = digit;
  }
}
