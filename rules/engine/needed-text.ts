/**
 * What a text must hold before a regular expression can be found in it: a list of short strings of which at least one must stand there.
 * Read off the expression itself, so that whoever changes a rule need not think of it. Errs on one side only: an expression that is not
 * understood, or needs nothing in particular, gets no list.
 */

import { alternatives, bestOf, leadOf, type Part, partsOf, tellsMore } from './pattern-parts.ts';
import { lightest, weightOf } from './text-weight.ts';

/** A list above this weight stands in nearly every sentence and saves nothing. */
const HEAVIEST = 60;

const partOf = (pattern: RegExp): Part => alternatives(partsOf(pattern));

/**
 * Strings, ASCII letters in lower case, of which one stands in every text that the expression is found in (compared in lower case);
 * undefined when nothing can be said.
 */
export function neededTexts(pattern: RegExp): readonly string[] | undefined {
  const need = bestOf(partOf(pattern));
  return need && weightOf(need) <= HEAVIEST ? need : undefined;
}

/** One way to match: one of `need` stands in the text, and one of `also`. */
export interface NeededWay {
  readonly need: readonly string[];
  readonly also?: readonly string[];
}

/** A second list above this weight is found with nearly every first one. */
const HEAVIEST_SECOND = 8;

/**
 * The same by alternatives: a text that the expression is found in holds what one of the ways needs. Tells more than `neededTexts` does:
 * 意见 alone, without anybody whose opinion it is, opens nothing.
 */
export function neededWays(pattern: RegExp): readonly NeededWay[] | undefined {
  if (!neededTexts(pattern)) return undefined;
  const ways: NeededWay[] = [];
  for (const part of partsOf(pattern)) {
    const need = bestOf(part);
    if (!need) return undefined;
    const also = lightest([part.also, part.need].filter((list) => list && tellsMore(list, need)));
    ways.push(also && weightOf(also) <= HEAVIEST_SECOND ? { need, also } : { need });
  }
  return ways;
}

/** Strings, in lower case, of which every match begins with one; undefined when nothing can be said. */
export const leadingTexts = (pattern: RegExp): readonly string[] | undefined => leadOf(partOf(pattern));

/** 1 for every unit that a match may begin with; all of them when nothing can be said. */
export function leadingUnits(pattern: RegExp): Uint8Array {
  const texts = leadingTexts(pattern);
  const units = new Uint8Array(65536).fill(texts ? 0 : 1);
  for (const text of texts ?? []) {
    units[text.charCodeAt(0)] = 1;
    units[text.toUpperCase().charCodeAt(0)] = 1;
  }
  return units;
}

/** Single characters that stand in most sentences anyhow. */
const COMMON = /^[0-9a-z的一二三是在有和不要可先未后前大中上下内外人等与及同至到为由于]$/;

/**
 * Strings, in lower case, of which one stands in every text that any of the expressions is found in; undefined when nothing can be said,
 * or nothing that would tell one sentence from another.
 */
export function neededByAny(patterns: readonly RegExp[]): readonly string[] | undefined {
  const all: string[] = [];
  for (const pattern of patterns) {
    const need = neededTexts(pattern);
    if (!need || need.some((text) => COMMON.test(text))) return undefined;
    all.push(...need);
  }
  return [...new Set(all)];
}
