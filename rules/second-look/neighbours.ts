/** Which categories the rules found where, so that a unit can be told what stands beside it. Bits by order of `CATEGORIES`. */
import type { Category } from '../../review/model/index.ts';
import { CATEGORY_BIT } from '../engine/category-bit.ts';
import type { Range, Scene, ScenePiece } from '../model.ts';
import { LONGEST_UNIT, type Unit } from './units.ts';

export interface Placed extends Range {
  readonly category: Category;
}
export type Near = Readonly<Record<'same' | 'close' | 'column' | 'draft', number>>;

/** How many pieces to either side still are beside a finding. */
export const REACH = 6;

type Counts = Map<Category, number>;

function count(counts: Counts, category: Category, by: number): void {
  counts.set(category, (counts.get(category) ?? 0) + by);
}

/** Categories that are left when some are taken away. */
function bitsOf(counts: Counts | undefined, without?: Counts): number {
  let bits = 0;
  for (const [category, number] of counts ?? []) if (number > (without?.get(category) ?? 0)) bits |= CATEGORY_BIT[category];
  return bits;
}

export class Neighbours {
  /** By order of the piece: what was found there, by start; and how often each category. */
  readonly #placed = new Map<number, Placed[]>();
  readonly #pieces = new Map<number, Counts>();
  readonly #columns = new Map<string, Counts>();
  readonly #scene: Scene;
  #draft = 0;

  /** `placed`: what counts (block and review), in any order. */
  constructor(scene: Scene, placed: readonly Placed[]) {
    this.#scene = scene;
    for (const one of [...placed].sort((a, b) => a.start - b.start)) this.#enter(scene.pieceAt(one.start), one);
  }

  #enter(piece: ScenePiece, one: Placed): void {
    this.#draft |= CATEGORY_BIT[one.category];
    const order = this.#orderOf(piece);
    const here = this.#placed.get(order);
    if (here) here.push(one);
    else this.#placed.set(order, [one]);
    count(at(this.#pieces, order), one.category, 1);
    if (piece.cell) count(at(this.#columns, columnOf(piece)), one.category, 1);
  }

  #orderOf(piece: ScenePiece): number {
    return this.#scene.orderAt(piece.start);
  }

  /** Order numbers of the pieces with something of the asked categories beside them, ascending, of so many pieces. */
  reached(pieces: number, telling: number): readonly number[] {
    const orders = new Set<number>();
    for (const [order, counts] of this.#pieces)
      if ((bitsOf(counts) & telling) !== 0)
        for (let near = Math.max(0, order - REACH); near <= Math.min(pieces - 1, order + REACH); near++) orders.add(near);
    return [...orders].sort((a, b) => a - b);
  }

  /** How often each category was found inside the unit. */
  #inside(unit: Unit): Counts {
    const counts: Counts = new Map();
    const here = this.#placed.get(this.#orderOf(unit.piece)) ?? [];
    let low = 0;
    let high = here.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((here[middle]?.start ?? 0) < unit.end) low = middle + 1;
      else high = middle;
    }
    // What begins so far before the unit that it cannot reach into it ends the search, however much a piece holds.
    for (let index = low - 1; index >= 0; index--) {
      const one = here[index];
      if (!one || one.start < unit.start - LONGEST_UNIT) break;
      if (one.end > unit.start) count(counts, one.category, 1);
    }
    return counts;
  }

  /** Categories found inside the unit. */
  inside(unit: Unit): number {
    return bitsOf(this.#inside(unit));
  }

  beside(unit: Unit): Near {
    const order = this.#orderOf(unit.piece);
    const inside = this.#inside(unit);
    let close = 0;
    for (const near of [order - 2, order - 1, order + 1, order + 2]) close |= bitsOf(this.#pieces.get(near));
    const column = unit.piece.cell ? bitsOf(this.#columns.get(columnOf(unit.piece)), inside) : 0;
    return { same: bitsOf(this.#pieces.get(order), inside), close, column, draft: this.#draft };
  }
}

const columnOf = ({ cell }: ScenePiece): string => `${cell?.table}/${cell?.column}`;

function at<K>(map: Map<K, Counts>, key: K): Counts {
  let counts = map.get(key);
  if (!counts) {
    counts = new Map();
    map.set(key, counts);
  }
  return counts;
}
