import type { Scene } from '../model.ts';
import { leadingTexts } from './needed-text.ts';
import { firstFrom } from './sorted.ts';

/**
 * An expression looked for in the whole text, by the words its matches begin with: the pass over the text has found those already when
 * they are `words` of a recogniser, and the text need not be walked once more for every such expression. Finds what `matchAll` finds.
 */
export class PlacedPattern {
  /** What every match begins with: name them as `words` of a recogniser. */
  readonly words: readonly string[];
  readonly #sticky: RegExp;
  readonly #starts = new WeakMap<Scene, Int32Array>();

  /** Throws for an expression whose matches do not begin with one of a few words. */
  constructor(pattern: RegExp) {
    const words = leadingTexts(pattern);
    if (!words) throw new TypeError(`no words begin ${pattern.source.slice(0, 40)}`);
    this.words = words;
    this.#sticky = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`);
  }

  /** Whether the draft holds a match at all. */
  isIn(scene: Scene): boolean {
    return !this.all(scene).next().done;
  }

  /** Matches that begin in [from, to), in order of place, not overlapping; the whole text where nothing is said. */
  *all(scene: Scene, from = 0, to = scene.text.length): Generator<RegExpExecArray> {
    const starts = this.#startsIn(scene);
    let read = from;
    for (let index = firstFrom(starts, from); index < starts.length; index++) {
      const start = starts[index] as number;
      if (start >= to) return;
      if (start < read) continue;
      this.#sticky.lastIndex = start;
      const match = this.#sticky.exec(scene.text);
      if (!match) continue;
      read = start + match[0].length;
      yield match;
    }
  }

  #startsIn(scene: Scene): Int32Array {
    let starts = this.#starts.get(scene);
    if (!starts) {
      starts = scene.starts(this.words);
      this.#starts.set(scene, starts);
    }
    return starts;
  }
}
