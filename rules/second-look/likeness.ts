/** The weights of the second look, and how a unit is weighed with them. */
import type { Category } from '../../review/model/index.ts';
import { BUCKETS } from './features.ts';

/** Categories that are told in too many ways for rules alone; in the order of the weights. */
export const LOOKED_FOR = [
  'project-location',
  'protection-level',
  'project-scale',
  'command-comms',
  'plan-target',
  'internal-work',
  'personal-name',
  'personal-other',
  'personal-address',
] as const satisfies readonly Category[];
export type LookedFor = (typeof LOOKED_FOR)[number];

/** What `build/learn.ts` writes: one signed byte for each bucket and category, bucket by bucket, as base64. */
export interface Weights {
  readonly scale: number;
  readonly bias: readonly number[];
  readonly bytes: string;
}

export class Likeness {
  readonly #bytes: Int8Array;
  readonly #scale: number;
  readonly #bias: readonly number[];

  constructor(weights: Weights) {
    this.#bytes = new Int8Array(Buffer.from(weights.bytes, 'base64'));
    if (this.#bytes.length !== BUCKETS * LOOKED_FOR.length)
      throw new RangeError('the weights of the second look have another size');
    this.#scale = weights.scale;
    this.#bias = weights.bias;
  }

  /** Probability (0..1) of one category, by its place in `LOOKED_FOR`. */
  of(features: readonly number[], at: number): number {
    const bytes = this.#bytes;
    const count = LOOKED_FOR.length;
    let sum = 0;
    for (let index = 0; index < features.length; index++) sum += bytes[(features[index] as number) * count + at] as number;
    const norm = this.#scale / Math.sqrt(Math.max(1, features.length));
    return 1 / (1 + Math.exp(-(sum * norm + (this.#bias[at] ?? 0))));
  }
}
