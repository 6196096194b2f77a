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

/** Milliseconds of one run by the clock on the wall: for work that waits for a disk. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Milliseconds that this thread was at work in one run: on a quiet machine the same, on a busy one not the others' share. */
export function worked(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const after = process.threadCpuUsage();
  return (after.user - before.user + after.system - before.system) / 1000;
}

/** Runs something and answers the milliseconds that one run of it worked. */
export type Cost = () => number;
/** The clock of a thread moves in steps of some milliseconds: what is quicker is run often enough. */
const LEAST_MEASURED_MS = 60;

export function costOf(work: () => unknown, short = false): Cost {
  return () => {
    let spent = 0;
    let runs = 0;
    do {
      spent += worked(() => void work());
      runs++;
    } while (!short && spent < LEAST_MEASURED_MS && runs < 10_000);
    return spent / runs;
  };
}

/**
 * Least cost of each of several works, taken turn by turn, so that a busy moment of the machine meets all of them. Goes on for up to
 * `most` rounds while `enough` is not content: more rounds only take noise away, never work that is really needed.
 */
export function leastOfEach(
  costs: readonly Cost[],
  rounds: number,
  {
    enough = () => true,
    most = rounds,
  }: { readonly enough?: (times: readonly number[]) => boolean; readonly most?: number } = {},
): readonly number[] {
  let times = costs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < most && (round < rounds || !enough(times)); round++)
    times = costs.map((cost, at) => Math.min(times[at] ?? 0, cost()));
  return times;
}

export const ms = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
export function rate(bytes: number, milliseconds: number): string {
  if (milliseconds <= 0) return 'too quick';
  const perSecond = bytes / 1e3 / milliseconds;
  return `${perSecond.toFixed(perSecond < 10 ? 1 : 0)} MB/s`;
}
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
/** Peak memory of this process so far, bytes. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024;
