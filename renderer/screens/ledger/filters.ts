import type { CaseRow } from '../../../review/contract.ts';
import { type Category, inLedger, type LedgerFilter, type State } from '../../../review/model/index.ts';

/** The filter as the fields hold it; '' is 全部. */
export interface LedgerFields {
  readonly state: State | '';
  readonly department: string;
  readonly category: Category | '';
  readonly month: string;
  readonly search: string;
  /** Set by a bar of 统计. */
  readonly picked?: LedgerFilter['picked'];
}
/** Categories of the findings of each case, by its id. */
export type CaseCategories = Readonly<Record<string, readonly Category[]>>;

export const NO_FILTER: LedgerFields = { state: '', department: '', category: '', month: '', search: '' };

/** What is asked for, without the fields that are left open; undefined when all are. */
export function filterOf({ state, department, category, month, search, picked }: LedgerFields): LedgerFilter | undefined {
  const filter = {
    ...(state === '' ? {} : { state }),
    ...(department === '' ? {} : { department }),
    ...(category === '' ? {} : { category }),
    ...(month === '' ? {} : { month }),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(picked ? { picked } : {}),
  };
  return Object.keys(filter).length > 0 ? filter : undefined;
}

const monthOf = (row: CaseRow): string => row.updatedAt.slice(0, 7);

/** Rows newest first; numbers of one year compare as texts once they are filled up. */
export const newestFirst = (rows: readonly CaseRow[]): readonly CaseRow[] => {
  const keys = new Map(rows.map((row) => [row.id, row.number.replace(/\d+$/, (digits) => digits.padStart(8, '0'))]));
  const keyOf = (row: CaseRow): string => keys.get(row.id) ?? '';
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
};

export function ledgerRows(rows: readonly CaseRow[], fields: LedgerFields, categories: CaseCategories = {}): readonly CaseRow[] {
  const filter = filterOf(fields);
  return filter ? rows.filter((row) => inLedger(row, filter, () => categories[row.id] ?? [])) : rows;
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
export const departmentsOf = (rows: readonly CaseRow[]): readonly string[] => distinct(rows.map((row) => row.department));
export const monthsOf = (rows: readonly CaseRow[]): readonly string[] => distinct(rows.map(monthOf)).toReversed();
