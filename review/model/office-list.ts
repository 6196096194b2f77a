import type { Level } from './categories.ts';

/** The office's own lists (本单位清单). The program ships none of them; each version is one signed event. */
export const LIST_KINDS = { works: '工程名录', negative: '负面清单', contacts: '公开联系方式' } as const;
export type ListKind = keyof typeof LIST_KINDS;

/** Every row keeps the number of the workbook row it came from: findings cite it (工程名录 第3版 第12行). */
interface Row {
  readonly row: number;
}
/** A work of the office. `aliases` are other names it goes by; empty texts mean: not given. */
export interface WorkRow extends Row {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly address: string;
  readonly note: string;
}
/** A matter that is not published (workflow.md §1.4). `from`: civil date since when it holds, empty = since always. */
export interface NegativeRow extends Row {
  readonly category: string;
  readonly content: string;
  readonly keywords: readonly string[];
  readonly basis: string;
  readonly reason: string;
  readonly level: Level;
  readonly from: string;
}
/** A number or mail address that the office publishes. `until`: last civil day it holds, empty = without end. */
export interface ContactRow extends Row {
  readonly unit: string;
  readonly contact: string;
  readonly note: string;
  readonly until: string;
}

/** The rows of one list as they were taken from a workbook. */
export type OfficeList =
  | { readonly kind: 'works'; readonly rows: readonly WorkRow[] }
  | { readonly kind: 'negative'; readonly rows: readonly NegativeRow[] }
  | { readonly kind: 'contacts'; readonly rows: readonly ContactRow[] };

/** A list that findings rest on: its version (from 1, only rising) and the digest that names exactly these rows (lower-case hex). */
export interface ListInForce {
  readonly list: OfficeList;
  readonly version: number;
  readonly digest: string;
  /** Civil date of the import. */
  readonly since: string;
}

/** What is wrong with a cell; `row` is 1-based as in the workbook, `message` a whole Chinese line (第5行“号码”列：…). */
export interface ListError {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** A workbook read as a list: the rows that are right, and everything that is wrong with the others. */
export interface ListReading {
  readonly list: OfficeList;
  readonly errors: readonly ListError[];
  /** Rows of the workbook that hold something, right or wrong. */
  readonly rows: number;
}

/** How a list differs from the one before it. */
export interface ListDifference {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
}
