import type { CaseRow } from '../../../review/contract.ts';
import type { State } from '../../../review/model/index.ts';
import { found } from '../todo/filters.ts';

export interface LedgerFilter {
  readonly state: State | '';
  readonly department: string;
  /** YYYY-MM of the last act. */
  readonly month: string;
  readonly search: string;
}
export const NO_FILTER: LedgerFilter = { state: '', department: '', month: '', search: '' };

const monthOf = (row: CaseRow): string => row.updatedAt.slice(0, 7);

export function ledgerRows(rows: readonly CaseRow[], filter: LedgerFilter): readonly CaseRow[] {
  return rows
    .filter((row) => filter.state === '' || row.state === filter.state)
    .filter((row) => filter.department === '' || row.department === filter.department)
    .filter((row) => filter.month === '' || monthOf(row) === filter.month)
    .filter((row) => found(row, filter.search))
    .sort((a, b) => b.number.localeCompare(a.number));
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
export const departmentsOf = (rows: readonly CaseRow[]): readonly string[] => distinct(rows.map((row) => row.department));
export const monthsOf = (rows: readonly CaseRow[]): readonly string[] => distinct(rows.map(monthOf)).toReversed();
