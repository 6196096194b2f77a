import type { Range } from '../model.ts';

const CHINESE_DIGITS = new Set([...'〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖'].map((digit) => digit.charCodeAt(0)));
const JOINERS = new Set([...' -—·.'].map((joiner) => joiner.charCodeAt(0)));
/** Longest run handed to a recogniser at once, and how far the next window reaches back. */
const WINDOW = 256;
const OVERLAP = 64;

export interface DigitRun extends Range {
  /** Digits in the run, joiners not counted. */
  readonly digits: number;
}

const isAscii = (code: number) => code >= 0x30 && code <= 0x39;
const isChinese = (code: number) => code >= 0x3007 && CHINESE_DIGITS.has(code);

/** Maximal runs of at least `least` digits, in order; see `Recogniser.digits`. */
export function digitRuns(codes: Uint16Array, least: number, kind: 'ascii' | 'chinese'): readonly DigitRun[] {
  const isDigit = kind === 'ascii' ? isAscii : isChinese;
  const runs: DigitRun[] = [];
  for (let at = 0; at < codes.length; at++) {
    if (!isDigit(codes[at] as number)) continue;
    const run = runAt(codes, at, isDigit);
    if (run.digits >= least) runs.push(...windows(run));
    at = run.end;
  }
  return runs;
}

function runAt(codes: Uint16Array, start: number, isDigit: (code: number) => boolean): DigitRun {
  let digits = 0;
  let end = start;
  let joiners = 0;
  for (let at = start; at < codes.length; at++) {
    const code = codes[at] as number;
    if (isDigit(code)) {
      digits++;
      end = at + 1;
      joiners = 0;
    } else if (!JOINERS.has(code) || ++joiners > 2) break;
  }
  return { start, end, digits };
}

function windows(run: DigitRun): readonly DigitRun[] {
  if (run.end - run.start <= WINDOW) return [run];
  const parts: DigitRun[] = [];
  for (let start = run.start; start + OVERLAP < run.end; start += WINDOW - OVERLAP)
    parts.push({ start, end: Math.min(run.end, start + WINDOW), digits: run.digits });
  return parts;
}
