import type { Scene } from '../../model.ts';
import { COMPOUND_SURNAMES, FIRM_SURNAMES, LOOSE_SURNAMES } from './surnames.ts';

/** First characters of names, numbered from 1; 0 for every other unit. */
const FIRSTS = new Uint16Array(65536);
/** The same in one bit each: small enough to stay at hand. */
const IS_FIRST = new Uint32Array(65536 >>> 5);
const FIRST_COUNT = [...new Set([...FIRM_SURNAMES, ...LOOSE_SURNAMES, ...COMPOUND_SURNAMES.map((each) => each[0] ?? '')])].reduce(
  (count, first) => {
    const unit = first.charCodeAt(0);
    FIRSTS[unit] = count + 1;
    IS_FIRST[unit >>> 5] = (IS_FIRST[unit >>> 5] as number) | (1 << (unit & 31));
    return count + 1;
  },
  0,
);

/** Lists of one first character, told apart by the last bits of the character behind it. */
const LISTS = 16;
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

/** Units and places read in one go: a loop over a whole text would run once a draft, and be compiled when it is done. */
const BLOCK = 4096;

/** Where first characters of names stand, ascending. */
function firstsIn(codes: Uint16Array): Int32Array {
  let places = new Int32Array(BLOCK + (codes.length >> 3));
  let count = 0;
  for (let from = 0; from < codes.length; from += BLOCK) {
    if (count + BLOCK > places.length) {
      const more = new Int32Array(places.length * 2);
      more.set(places);
      places = more;
    }
    count = noteFirsts(codes, from, Math.min(codes.length, from + BLOCK), places, count);
  }
  return places.subarray(0, count);
}

/** Without branches: a processor would guess wrong at every fifth of them. Answers how many places are noted now. */
function noteFirsts(codes: Uint16Array, from: number, to: number, places: Int32Array, noted: number): number {
  let count = noted;
  for (let at = from; at < to; at++) {
    const code = codes[at] as number;
    places[count] = at;
    count += ((IS_FIRST[code >>> 5] as number) >>> (code & 31)) & 1;
  }
  return count;
}

/** Notes the list of each place, and how long every list gets. */
function countKeys(codes: Uint16Array, places: Int32Array, from: number, to: number, keys: Uint16Array, heads: Int32Array): void {
  for (let index = from; index < to; index++) {
    const at = places[index] as number;
    const key = keyOf(FIRSTS[codes[at] as number] as number, at + 1 < codes.length ? (codes[at + 1] as number) : 0);
    keys[index] = key;
    heads[key + 1] = (heads[key + 1] as number) + 1;
  }
}

/** Enters each place in its list. */
function enterPlaces(
  places: Int32Array,
  from: number,
  to: number,
  keys: Uint16Array,
  next: Int32Array,
  starts: Int32Array,
): void {
  for (let index = from; index < to; index++) {
    const key = keys[index] as number;
    const slot = next[key] as number;
    next[key] = slot + 1;
    starts[slot] = places[index] as number;
  }
}

function readPlaces(codes: Uint16Array): Places {
  const places = firstsIn(codes);
  const count = places.length;
  const keys = new Uint16Array(count);
  const heads = new Int32Array(KEYS + 1);
  for (let from = 0; from < count; from += BLOCK) countKeys(codes, places, from, Math.min(count, from + BLOCK), keys, heads);
  for (let key = 1; key <= KEYS; key++) heads[key] = (heads[key] as number) + (heads[key - 1] as number);
  const next = heads.slice();
  const starts = new Int32Array(count);
  for (let from = 0; from < count; from += BLOCK) enterPlaces(places, from, Math.min(count, from + BLOCK), keys, next, starts);
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
