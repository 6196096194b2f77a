/**
 * Long work that stops now and then, so that its host can show how far it is, answer others in between, or give it up. The work
 * itself stays pure; whoever runs it decides what a pause is.
 */
export interface Stage {
  /** Chinese, for the progress line. */
  readonly phase: string;
  /** 0..1 within the phase. */
  readonly ratio: number;
}
export type Sliced<T> = Generator<Stage, T, void>;

/** How many events one slice takes: some 20 ms. */
export const SLICE = 200;

/** Runs sliced work to its end without a pause. */
export function finish<T>(work: Sliced<T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

export interface Pauses {
  readonly signal?: { readonly aborted: boolean };
  progress?(phase: string, ratio: number): void;
  /** Lets everybody else have a turn. */
  pause(): Promise<void>;
}

/** Runs sliced work with pauses; undefined when it was given up. */
export async function finishWithPauses<T>(work: Sliced<T>, pauses: Pauses): Promise<T | undefined> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    pauses.progress?.(step.value.phase, step.value.ratio);
    await pauses.pause();
    if (pauses.signal?.aborted) return undefined;
  }
}
