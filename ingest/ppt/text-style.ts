import { viewOf } from './records.ts';

/** A stretch of the letters of one text by how they look. */
export interface LetterRun {
  readonly length: number;
  /** RRGGBB, or the number of a colour of the scheme; undefined when the run says none. */
  readonly color: string | number | undefined;
  /** Points. */
  readonly size: number | undefined;
}

/** Fields of a paragraph's properties in their order: mask and bytes (MS-PPT 2.9.20); tab stops are of any length. */
const PARAGRAPH: readonly (readonly [number, number])[] = [
  [0xf, 2],
  [0x80, 2],
  [0x10, 2],
  [0x40, 2],
  [0x20, 4],
  [0x800, 2],
  [0x1000, 2],
  [0x2000, 2],
  [0x4000, 2],
  [0x100, 2],
  [0x400, 2],
  [0x8000, 2],
  [0x100000, -1],
  [0x10000, 2],
  [0xe0000, 2],
  [0x200000, 2],
];

/** Runs of letters of a StyleTextPropAtom (MS-PPT 2.9.44) over a text of `length` characters; what is damaged ends the list. */
export function letterRuns(data: Uint8Array, length: number): LetterRun[] {
  const view = viewOf(data);
  let at = 0;
  // The mark behind the last paragraph counts, too.
  for (let covered = 0; covered <= length && at + 10 <= data.length; ) {
    covered += view.getUint32(at, true);
    const mask = view.getUint32(at + 6, true);
    at += 10;
    for (const [bits, size] of PARAGRAPH) {
      if ((mask & bits) === 0) continue;
      if (size > 0) at += size;
      else at += at + 2 <= data.length ? 2 + view.getUint16(at, true) * 4 : 2;
    }
  }
  const runs: LetterRun[] = [];
  for (let covered = 0; covered <= length && at + 8 <= data.length; ) {
    const count = view.getUint32(at, true);
    const mask = view.getUint32(at + 4, true);
    at += 8;
    if ((mask & 0xffff) !== 0) at += 2;
    for (const bits of [0x10000, 0x200000, 0x400000, 0x800000]) if ((mask & bits) !== 0) at += 2;
    const size = (mask & 0x20000) !== 0 && at + 2 <= data.length ? view.getUint16(at, true) : undefined;
    if (size !== undefined) at += 2;
    const color = (mask & 0x40000) !== 0 && at + 4 <= data.length ? colorOf(data.subarray(at, at + 4)) : undefined;
    runs.push({ length: count, color, size });
    if ((mask & 0x40000) !== 0) at += 4;
    if ((mask & 0x80000) !== 0) at += 2;
    covered += count;
  }
  return runs;
}

function colorOf([red = 0, green = 0, blue = 0, index = 0xfe]: Uint8Array): string | number {
  if (index < 8) return index;
  return [red, green, blue]
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
