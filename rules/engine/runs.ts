import type { Range } from '../model.ts';

const ASCII = 1;
const CHINESE = 2;
const JOINER = 4;
/** Unit → what it can be in a run. */
const KINDS = new Uint8Array(65536);
const ASCII_DIGITS = '0123456789';
const CHINESE_DIGITS = '〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖';
/** Units that may be a digit of a run. */
export const DIGIT_CHARACTERS = ASCII_DIGITS + CHINESE_DIGITS;
for (const digit of ASCII_DIGITS) KINDS[digit.charCodeAt(0)] = ASCII;
for (const digit of CHINESE_DIGITS) KINDS[digit.charCodeAt(0)] = CHINESE;
for (const joiner of ' -—·.') KINDS[joiner.charCodeAt(0)] = JOINER;
/** Runs below this length wake nobody: no recogniser may ask for less. */
export const SHORTEST_RUN = 4;
/** Longest run handed to a recogniser at once, and how far the next window reaches back. */
const WINDOW = 256;
const OVERLAP = 64;

export interface DigitRun extends Range {
  /** Digits in the run, joiners not counted. */
  readonly digits: number;
}

/**
 * Maximal runs of digits of a kind, in order, from `SHORTEST_RUN` digits on; see `Recogniser.digits`. `marks`: where digits and other
 * marked units stand, ascending.
 */
export function digitRuns(codes: Uint16Array, marks: Int32Array, kind: 'ascii' | 'chinese'): readonly DigitRun[] {
  const digit = kind === 'ascii' ? ASCII : CHINESE;
  const runs: DigitRun[] = [];
  let read = 0;
  for (let from = 0; from < marks.length; from += BLOCK)
    read = noteRuns(codes, marks, from, Math.min(marks.length, from + BLOCK), digit, read, runs);
  return runs;
}

/** Marks read in one go: a loop over all of them would run once a draft, and be compiled when it is done. */
const BLOCK = 4096;

/** Notes the runs that begin at some of the marks, not before `free`; answers how far the last of them reaches. */
function noteRuns(
  codes: Uint16Array,
  marks: Int32Array,
  from: number,
  to: number,
  digit: number,
  free: number,
  runs: DigitRun[],
): number {
  let read = free;
  for (let index = from; index < to; index++) {
    const at = marks[index] as number;
    if (at < read || KINDS[codes[at] as number] !== digit) continue;
    read = runEnd(codes, at, digit);
    // Nearly all runs are one digit: nothing is made of those.
    if (read - at < SHORTEST_RUN) continue;
    const digits = digitsIn(codes, at, read, digit);
    if (digits < SHORTEST_RUN) continue;
    const run = { start: at, end: read, digits };
    if (read - at <= WINDOW) runs.push(run);
    else runs.push(...windows(run));
  }
  return read;
}

/** Behind the last digit of the run that begins at a place. */
function runEnd(codes: Uint16Array, start: number, digit: number): number {
  let end = start;
  let joiners = 0;
  for (let at = start; at < codes.length; at++) {
    const kind = KINDS[codes[at] as number];
    if (kind === digit) {
      end = at + 1;
      joiners = 0;
    } else if (kind !== JOINER || ++joiners > 2) break;
  }
  return end;
}

function digitsIn(codes: Uint16Array, start: number, end: number, digit: number): number {
  let digits = 0;
  for (let at = start; at < end; at++) if (KINDS[codes[at] as number] === digit) digits++;
  return digits;
}

function windows(run: DigitRun): readonly DigitRun[] {
  const parts: DigitRun[] = [];
  for (let start = run.start; start + OVERLAP < run.end; start += WINDOW - OVERLAP)
    parts.push({ start, end: Math.min(run.end, start + WINDOW), digits: run.digits });
  return parts;
}
