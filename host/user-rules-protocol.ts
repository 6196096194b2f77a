/** What the backend and the worker that runs an office's own rules say to each other. Structured clone carries it. */
import type { Draft, Finding } from '../review/model/index.ts';
import type { ExampleResult, PassedOver, Problem } from '../rules/index.ts';
import type { Pack } from '../rules/model.ts';

/** Given once, when the worker is started. */
export interface UserRulesSetup {
  readonly basis: readonly string[];
  /** Two numbers of 32 bits: which rule is at work (see PLACES) and since which millisecond of `base`. */
  readonly watch: SharedArrayBuffer;
  /** Milliseconds of the machine's monotonic clock that count as 0. */
  readonly base: number;
}

export type UserRulesTask =
  /** Replaces the packs; `without` are rules that took too long before and are left out. */
  | { readonly type: 'load'; readonly packs: readonly Pack[]; readonly without: readonly string[] }
  | { readonly type: 'scan'; readonly draft: Draft; readonly on: string; readonly explain: boolean }
  | { readonly type: 'examples'; readonly rule: string };

export type UserRulesAnswer =
  /** The rules are compiled: their ids by number. */
  | { readonly type: 'loaded'; readonly rules: readonly string[]; readonly problems: readonly Problem[] }
  | {
      readonly type: 'scanned';
      readonly findings: readonly Finding[];
      readonly passedOver: readonly PassedOver[];
      readonly milliseconds: number;
    }
  | { readonly type: 'examined'; readonly examples: readonly ExampleResult[] };

/** What stands in the first number of `watch` while no rule is at work. */
export const PLACES = { idle: -1, compiling: -2, folding: -3, loadingSegmenter: -4 } as const;
/** Milliseconds of a clock that all threads share and that never goes back. */
export const sharedNow = (): number => Number(process.hrtime.bigint() / 1_000_000n);
