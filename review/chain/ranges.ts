/**
 * Sets of finding numbers as they stand in events: "0-4,7,9-12", ascending, disjoint, never touching. Numbers instead of
 * fingerprints, because an unsalted fingerprint of a masked telephone number in an exported log could be guessed in seconds.
 */
export const MAX_NUMBER = 999_999;

/** Text of a set of numbers; '' for the empty set. */
export function writeRanges(numbers: Iterable<number>): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    let last = i;
    while (last + 1 < sorted.length && sorted[last + 1] === (sorted[last] ?? 0) + 1) last++;
    parts.push(last === i ? `${sorted[i]}` : `${sorted[i]}-${sorted[last]}`);
    i = last + 1;
  }
  return parts.join(',');
}

/** Numbers of a range text in ascending order; undefined when it is not the one spelling `writeRanges` gives. */
export function readRanges(text: string): readonly number[] | undefined {
  const numbers: number[] = [];
  if (text === '') return numbers;
  for (const part of text.split(',')) {
    const match = /^(0|[1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/.exec(part);
    if (!match) return undefined;
    const first = Number(match[1]);
    const last = match[2] === undefined ? first : Number(match[2]);
    if (match[2] !== undefined && last <= first) return undefined;
    if (numbers.length > 0 && first <= (numbers.at(-1) ?? 0) + 1) return undefined;
    for (let number = first; number <= last; number++) numbers.push(number);
  }
  return numbers;
}
