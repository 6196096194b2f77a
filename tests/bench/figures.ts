/** What every bench prints and how it measures: one figure a line, the goal of its issue beside it, ✓ or ✗. */

export interface Goal {
  /** As the issue says it, with the figure that is judged. */
  readonly text: string;
  readonly met: boolean;
}

/** So much fits before a name pushes the figures out of their column. */
const NAME_WIDTH = 50;
/** Exit code of a bench that ran and missed a goal. */
export const GOAL_MISSED = 3;

/** Chinese characters take two columns on a terminal. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);

/** Prints one figure. In a short run amounts are too small to judge: the goal is shown without ✓ or ✗. */
export function figure(name: string, value: string, goal?: Goal, short = false): void {
  const pad = ' '.repeat(Math.max(2, NAME_WIDTH - widthOf(name)));
  const verdict = short ? '·' : goal?.met ? '✓' : '✗';
  console.log(`${name}${pad}${value.padStart(14)}  ${goal ? `${verdict} ${goal.text}` : ''}`.trimEnd());
  if (goal && !goal.met && !short) process.exitCode = GOAL_MISSED;
}

/** Milliseconds of one run. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Fastest of some runs, milliseconds, for everybody alike: other work on the machine only ever adds time. */
export function fastest(runs: number, work: () => void): number {
  return Math.min(...Array.from({ length: runs }, () => timed(work)));
}

/**
 * Fastest run of each of several works, milliseconds, taken turn by turn, so that a busy moment of the machine meets all of them.
 * Goes on for up to `most` rounds while `enough` is not content: more rounds only take noise away, never time that is really needed.
 */
export function fastestOfEach(
  works: readonly (() => void)[],
  rounds: number,
  {
    enough = () => true,
    most = rounds,
  }: { readonly enough?: (times: readonly number[]) => boolean; readonly most?: number } = {},
): readonly number[] {
  let times = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < most && (round < rounds || !enough(times)); round++)
    times = works.map((work, at) => Math.min(times[at] ?? 0, timed(work)));
  return times;
}

export const ms = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
export const rate = (bytes: number, milliseconds: number): string => `${(bytes / 1e3 / milliseconds).toFixed(0)} MB/s`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
/** Peak memory of this process so far, bytes. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024;
