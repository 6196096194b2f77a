import type { Range } from '../../model.ts';

/** A stretch of digits without anything between. */
export interface DigitGroup extends Range {
  readonly digits: string;
}

/** A number read over one or more groups. */
export interface ReadNumber<T> extends Range {
  readonly digits: string;
  readonly parts: number;
  readonly verdict: T;
}

const CHINESE_DIGITS = '零一二三四五六七八九';
/** Beyond this a region of broken digits is a table of figures, not a number that somebody split. */
const LARGEST_BROKEN_REGION = 600;
const MOST_PARTS = 18;

/** Chinese or fullwidth digit to ASCII; empty for anything else. 幺 and 〇 are how numbers are spoken and written. */
export function asciiDigit(character: string): string {
  if (character >= '0' && character <= '9') return character;
  if (character === '〇' || character === '○') return '0';
  if (character === '幺') return '1';
  if (character === '两') return '2';
  const at = CHINESE_DIGITS.indexOf(character);
  return at >= 0 ? String(at) : '';
}

const ASCII_LIKE = 1;
const CHINESE = 2;
/** What a unit can be in a telephone number: a digit, a letter or bar that stands for one, a Chinese digit. */
const NUMBER_UNITS = new Uint8Array(65536);
for (const unit of '0123456789OoIl|') NUMBER_UNITS[unit.charCodeAt(0)] = ASCII_LIKE;
for (const unit of `${CHINESE_DIGITS}〇○幺两`) NUMBER_UNITS[unit.charCodeAt(0)] = CHINESE;

/**
 * False where too few digits stand in a region for a number of so many ASCII ones (letters in their place included) or so many Chinese
 * ones: labels of telephones stand everywhere, and mostly no number behind them.
 */
export function mayHoldNumber(codes: Uint16Array, { start, end }: Range, ascii: number, chinese: number): boolean {
  let asciiCount = 0;
  let chineseCount = 0;
  for (let at = start; at < end; at++) {
    const kind = NUMBER_UNITS[codes[at] as number] as number;
    asciiCount += kind & ASCII_LIKE;
    chineseCount += kind >>> 1;
  }
  return asciiCount >= ascii || chineseCount >= chinese;
}

/** ASCII digit groups of a region, in order; a final X counts as a digit only where an identity number would have it. */
export function digitGroups(text: string, from: number, to: number): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (const match of text.slice(from, to).matchAll(/\d+(?:[xX](?![A-Za-z\d]))?/g)) {
    const start = from + match.index;
    groups.push({ start, end: start + match[0].length, digits: match[0].toUpperCase() });
  }
  return groups;
}

/** True when what stands between two groups is only separation inside one value: blanks, dashes, a dot, at most three characters. */
function joins(text: string, left: DigitGroup, right: DigitGroup): boolean {
  const gap = right.start - left.end;
  return gap <= 3 && /^[ \u00a0\u3000\t_.·,—-]*$|^[ ]?\n[ ]?$/.test(text.slice(left.end, right.start));
}

/** True when the value goes on to the left or right with a digit, letter or decimal part: then it is a part of something longer. */
export function isBounded(text: string, range: Range): boolean {
  const before = text[range.start - 1] ?? '';
  const after = text[range.end] ?? '';
  if (/[\dA-Za-z]/.test(after) || /\d/.test(before)) return false;
  if (before === '.' && /\d/.test(text[range.start - 2] ?? '')) return false;
  return !(after === '.' && /\d/.test(text[range.end + 1] ?? ''));
}

/**
 * Reads numbers in a region, whole or broken by separators. `accept` gets the digits and the number of parts and answers with a
 * verdict, or undefined. Longest reading first, no reading overlaps another. Linear: at most 18 parts are tried from each group.
 */
export function readNumbers<T>(
  text: string,
  region: Range,
  accept: (digits: string, parts: number) => T | undefined,
  longest = 24,
): ReadNumber<T>[] {
  const groups = digitGroups(text, region.start, region.end);
  const mayJoin = region.end - region.start <= LARGEST_BROKEN_REGION;
  const found: ReadNumber<T>[] = [];
  for (let i = 0; i < groups.length; i++) {
    let digits = '';
    let best: ReadNumber<T> | undefined;
    let bestLast = i;
    for (let j = i; j < groups.length && j - i < MOST_PARTS; j++) {
      const group = groups[j];
      const previous = groups[j - 1];
      const first = groups[i];
      if (!group || !first) break;
      if (j > i && (!mayJoin || !previous || !joins(text, previous, group))) break;
      digits += group.digits;
      if (digits.length > longest) break;
      const verdict = accept(digits, j - i + 1);
      if (verdict === undefined) continue;
      best = { start: first.start, end: group.end, digits, parts: j - i + 1, verdict };
      bestLast = j;
    }
    if (!best) continue;
    found.push(best);
    i = bestLast;
  }
  return found;
}

/** Numbers written in Chinese digits (一三九 八七六三 二零四五), separators allowed, as ASCII digits. */
export function chineseDigitRuns(text: string, from: number, to: number, least: number): DigitGroup[] {
  const runs: DigitGroup[] = [];
  const pattern = /[零〇○一二三四五六七八九幺两](?:[ \u3000.·-]{0,2}[零〇○一二三四五六七八九幺两])+/g;
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const digits = [...match[0]].map(asciiDigit).join('');
    if (digits.length < least) continue;
    runs.push({ start: from + match.index, end: from + match.index + match[0].length, digits });
  }
  return runs;
}
