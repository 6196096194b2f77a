/**
 * How a unit is described to the weights: its characters in ones to fours, what stands round it, title and header above it, and which
 * categories the rules have found beside it. Each description is a number below `BUCKETS`; that two meet in one is allowed for.
 */
import type { Scene } from '../model.ts';
import type { Unit } from './units.ts';

export const BUCKETS = 1 << 15;

const PRIME = 0x01000193;
const ROUND = 40;
const DIGIT = 0x30;

/** Kinds of description: the same characters say other things inside the unit than beside it. */
const KIND = {
  own: 11,
  before: 23,
  after: 31,
  title: 41,
  header: 53,
  wholeHeader: 61,
  rowHead: 71,
  length: 83,
  near: 97,
} as const;

/** Which digits they are says nothing; that they are there does. */
const shape = (code: number): number => (code >= 0x30 && code <= 0x39 ? DIGIT : code);

/** Collects descriptions, each once. One instance serves a whole draft. */
export class Features {
  readonly #seen = new Uint32Array(BUCKETS);
  #turn = 0;
  #list: number[] = [];
  #lastTitle = '';
  #titleList: readonly number[] = [];

  #add(hash: number): void {
    let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    mixed = (mixed ^ (mixed >>> 12)) & (BUCKETS - 1);
    this.#enter(mixed);
  }

  #enter(bucket: number): void {
    if (this.#seen[bucket] === this.#turn) return;
    this.#seen[bucket] = this.#turn;
    this.#list.push(bucket);
  }

  #grams(kind: number, text: string, from: number, to: number, least: number, most: number): void {
    for (let at = from; at < to; at++) {
      let hash = kind;
      for (let length = 1; length <= most && at + length <= to; length++) {
        hash = Math.imul(hash ^ shape(text.charCodeAt(at + length - 1)), PRIME);
        if (length >= least) this.#add(Math.imul(hash ^ length, PRIME));
      }
    }
  }

  #whole(kind: number, text: string): void {
    let hash = kind;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ shape(text.charCodeAt(at)), PRIME);
    this.#add(hash);
  }

  /**
   * `near` tells what the rules found beside the unit: `same` in its piece, `close` in the pieces next to it, `column` in other cells of
   * its column, `draft` anywhere; bits by category.
   */
  of(scene: Scene, unit: Unit, near: Readonly<Record<'same' | 'close' | 'column' | 'draft', number>>): readonly number[] {
    this.#turn++;
    this.#list = [];
    const { text } = scene;
    const { start, end, piece } = unit;
    this.#grams(KIND.own, `^${text.slice(start, end)}$`, 0, end - start + 2, 1, 4);
    this.#grams(KIND.before, text, Math.max(piece.start, start - ROUND), start, 2, 2);
    this.#grams(KIND.after, text, end, Math.min(piece.end, end + ROUND), 2, 2);
    this.#title(scene.title().slice(0, 60));
    if (piece.cell) {
      const { header, label } = piece.cell;
      this.#grams(KIND.header, header.slice(0, 30), 0, Math.min(30, header.length), 2, 2);
      this.#whole(KIND.wholeHeader, header.slice(0, 30));
      this.#whole(KIND.rowHead, label.slice(0, 8));
    }
    this.#whole(KIND.length, String.fromCharCode(0x61 + Math.min(10, (end - start) >> 2)));
    this.#near(near.same, 1);
    this.#near(near.close, 2);
    this.#near(near.column, 3);
    this.#near(near.draft, 4);
    return this.#list;
  }

  /** The title says the same to every unit of a draft: its descriptions are made once. */
  #title(title: string): void {
    if (title !== this.#lastTitle) {
      const list = this.#list;
      this.#list = [];
      this.#turn++;
      this.#grams(KIND.title, title, 0, title.length, 2, 2);
      this.#titleList = this.#list;
      this.#lastTitle = title;
      this.#list = list;
      this.#turn++;
      for (const known of list) this.#seen[known] = this.#turn;
    }
    for (const bucket of this.#titleList) this.#enter(bucket);
  }

  #near(bits: number, where: number): void {
    for (let bit = 0; bits >> bit !== 0; bit++)
      if ((bits >> bit) & 1) this.#add(Math.imul(Math.imul(KIND.near ^ where, PRIME) ^ bit, PRIME));
  }
}
