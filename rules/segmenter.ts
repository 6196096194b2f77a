import nodejieba from 'nodejieba';
import type { Segmenter } from './model.ts';

/** Dictionary files of nodejieba; absolute paths. */
export interface Dictionaries {
  readonly dict: string;
  readonly hmmDict: string;
  readonly userDict: string;
  readonly idfDict: string;
  readonly stopWordDict: string;
}

/**
 * Word edges by nodejieba. Loads on the first cut, because the dictionary costs 260 MB and more than a second. The library ends the
 * whole process when a dictionary is missing: the caller makes sure that the files are there.
 */
export function lazySegmenter(dictionaries?: Dictionaries): Segmenter {
  let loaded = false;
  return {
    cut(text) {
      if (!loaded) {
        if (dictionaries) nodejieba.load(dictionaries);
        loaded = true;
      }
      return nodejieba.cut(text);
    },
  };
}
