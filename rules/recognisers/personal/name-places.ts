import type { Scene } from '../../model.ts';
import { COMPOUND_SURNAMES, FIRM_SURNAMES, LOOSE_SURNAMES } from './surnames.ts';

/** First characters of names, numbered from 1; 0 for every other unit. */
const FIRSTS = new Uint16Array(65536);
const FIRST_COUNT = [...new Set([...FIRM_SURNAMES, ...LOOSE_SURNAMES, ...COMPOUND_SURNAMES.map((each) => each[0] ?? '')])].reduce(
  (count, first) => {
    FIRSTS[first.charCodeAt(0)] = count + 1;
    return count + 1;
  },
  0,
);

/** Where the first characters of names stand: by number of the character, ascending. */
interface Places {
  readonly heads: Int32Array;
  readonly starts: Int32Array;
  /** The characters behind the first ones: told apart here, most places are never looked up in the text. */
  readonly seconds: Uint16Array;
}

const byScene = new WeakMap<Scene, Places>();

function readPlaces(text: string): Places {
  const heads = new Int32Array(FIRST_COUNT + 2);
  const places = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    places[count] = at;
    count += Math.min(1, FIRSTS[text.charCodeAt(at)] as number);
  }
  for (let index = 0; index < count; index++) {
    const slot = (FIRSTS[text.charCodeAt(places[index] as number)] as number) + 1;
    heads[slot] = (heads[slot] as number) + 1;
  }
  for (let slot = 2; slot < heads.length; slot++) heads[slot] = (heads[slot] as number) + (heads[slot - 1] as number);
  const next = heads.slice();
  const starts = new Int32Array(count);
  const seconds = new Uint16Array(count);
  for (let index = 0; index < count; index++) {
    const at = places[index] as number;
    const first = FIRSTS[text.charCodeAt(at)] as number;
    const slot = next[first] as number;
    next[first] = slot + 1;
    starts[slot] = at;
    seconds[slot] = text.charCodeAt(at + 1);
  }
  return { heads, starts, seconds };
}

/**
 * Where a name stands in the text, ascending, not overlapping. A long draft names hundreds of persons: the places of surnames are noted
 * once, so that each further name costs what its surname costs and not another walk over the text.
 */
export function placesOfName(scene: Scene, name: string): readonly number[] {
  const { text } = scene;
  const first = FIRSTS[name.charCodeAt(0)] as number;
  const found: number[] = [];
  if (first === 0) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push(at);
    return found;
  }
  let places = byScene.get(scene);
  if (!places) {
    places = readPlaces(text);
    byScene.set(scene, places);
  }
  const { heads, starts, seconds } = places;
  const second = name.charCodeAt(1);
  let free = 0;
  for (let slot = heads[first] as number; slot < (heads[first + 1] as number); slot++) {
    if (seconds[slot] !== second) continue;
    const at = starts[slot] as number;
    if (at < free || !text.startsWith(name, at)) continue;
    found.push(at);
    free = at + name.length;
  }
  return found;
}
