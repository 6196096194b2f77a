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

/** Lists of one first character, told apart by the last bits of the character behind it. */
const LISTS = 64;
const KEYS = FIRST_COUNT * LISTS;
/** Shorter texts are searched through: the lists would cost more than they save. */
const LEAST_LISTED = 1 << 15;

/** Where the first characters of names stand: by list, ascending. */
interface Places {
  readonly heads: Int32Array;
  readonly starts: Int32Array;
}

const byScene = new WeakMap<Scene, Places>();

const keyOf = (first: number, second: number): number => (first - 1) * LISTS + (second & (LISTS - 1));

function readPlaces(codes: Uint16Array): Places {
  const heads = new Int32Array(KEYS + 1);
  for (let at = 0; at < codes.length; at++) {
    const first = FIRSTS[codes[at] as number] as number;
    if (first === 0) continue;
    const slot = keyOf(first, codes[at + 1] ?? 0) + 1;
    heads[slot] = (heads[slot] as number) + 1;
  }
  for (let slot = 1; slot <= KEYS; slot++) heads[slot] = (heads[slot] as number) + (heads[slot - 1] as number);
  const next = heads.slice();
  const starts = new Int32Array(heads[KEYS] as number);
  for (let at = 0; at < codes.length; at++) {
    const first = FIRSTS[codes[at] as number] as number;
    if (first === 0) continue;
    const key = keyOf(first, codes[at + 1] ?? 0);
    const slot = next[key] as number;
    next[key] = slot + 1;
    starts[slot] = at;
  }
  return { heads, starts };
}

/**
 * Where a name stands in the text, ascending, not overlapping. A long draft names hundreds of persons: the places of surnames are noted
 * once, so that each further name costs what its first two characters cost and not another walk over the text.
 */
export function placesOfName(scene: Scene, name: string): readonly number[] {
  const { text } = scene;
  const first = FIRSTS[name.charCodeAt(0)] as number;
  const found: number[] = [];
  if (first === 0 || name.length < 2 || text.length < LEAST_LISTED) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push(at);
    return found;
  }
  let places = byScene.get(scene);
  if (!places) {
    places = readPlaces(scene.codes);
    byScene.set(scene, places);
  }
  const { heads, starts } = places;
  const key = keyOf(first, name.charCodeAt(1));
  let free = 0;
  for (let slot = heads[key] as number; slot < (heads[key + 1] as number); slot++) {
    const at = starts[slot] as number;
    if (at < free || !text.startsWith(name, at)) continue;
    found.push(at);
    free = at + name.length;
  }
  return found;
}
