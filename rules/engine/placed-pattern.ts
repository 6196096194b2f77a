import type { Scene } from '../model.ts';
import { leadingTexts } from './needed-text.ts';

/**
 * An expression looked for in the whole text, by the words its matches begin with: the pass over the text has found those already when
 * they are `words` of a recogniser, and the text need not be walked once more for every such expression. Finds what `matchAll` finds.
 */
export class PlacedPattern {
  /** What every match begins with: name them as `words` of a recogniser. */
  readonly words: readonly string[];
  readonly #sticky: RegExp;

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

  /** Matches in order of place, not overlapping. */
  *all(scene: Scene): Generator<RegExpExecArray> {
    let read = 0;
    for (const { start } of scene.places(this.words)) {
      if (start < read) continue;
      this.#sticky.lastIndex = start;
      const match = this.#sticky.exec(scene.text);
      if (!match) continue;
      read = start + match[0].length;
      yield match;
    }
  }
}
