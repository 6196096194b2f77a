import type { Scene } from '../model.ts';
import { neededByAny } from './needed-text.ts';
import { firstFrom } from './sorted.ts';

/**
 * Tells which of a few patterns may be found in a stretch of the scene, without walking over it: by the places of what they need, which
 * the pass over the text has found when `words` are those of a recogniser. For themes that are asked about at every piece of a draft.
 */
export class PlacedGate<T> {
  /** Name them as `words` of a recogniser. */
  readonly words: readonly string[];
  readonly #items: readonly T[];
  /** Undefined for a pattern that may be found anywhere. */
  readonly #needs: readonly (readonly string[] | undefined)[];
  readonly #places = new WeakMap<Scene, readonly (Int32Array | undefined)[]>();

  /** An item may have several patterns: one of them is enough. */
  constructor(items: readonly T[], patternsOf: (item: T) => readonly RegExp[]) {
    this.#items = items;
    this.#needs = items.map((item) => neededByAny(patternsOf(item)));
    this.words = [...new Set(this.#needs.flatMap((need) => need ?? []))];
  }

  /** Those that may be found from `from` up to `to`, in their order. */
  open(scene: Scene, from: number, to: number): readonly T[] {
    let places = this.#places.get(scene);
    if (!places) {
      places = this.#needs.map((need) => need && scene.starts(need));
      this.#places.set(scene, places);
    }
    const open: T[] = [];
    for (let index = 0; index < places.length; index++) {
      const starts = places[index];
      if (!starts || (starts[firstFrom(starts, from)] ?? to) < to) open.push(this.#items[index] as T);
    }
    return open;
  }
}
