import type { State } from './case.ts';
import type { Category } from './categories.ts';
import { initialsOf } from './initials.ts';

/** What the ledger is narrowed to; an export is narrowed by the same words. Empty or absent means: all. */
export interface LedgerFilter {
  readonly state?: State | undefined;
  readonly department?: string | undefined;
  /** Category of which the case had a finding, in any version. */
  readonly category?: Category | undefined;
  /** YYYY-MM of the last act. */
  readonly month?: string | undefined;
  /** Words that must all stand in number, title, department or drafter; two or more letters may also be pinyin initials. */
  readonly search?: string | undefined;
  /** Ids of the cases behind one figure of the statistics, and the Chinese name of that figure. */
  readonly picked?: { readonly name: string; readonly cases: readonly string[] } | undefined;
}

/** What the filter looks at. */
export interface Filtered {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly department: string;
  readonly drafter: string;
  readonly next: string;
  readonly state: State;
  readonly updatedAt: string;
}

/** What is searched in, computed once a row: rows are replaced, never changed. */
const searched = new WeakMap<Filtered, { readonly text: string; readonly initials: string }>();

function searchedIn(row: Filtered): { readonly text: string; readonly initials: string } {
  const before = searched.get(row);
  if (before) return before;
  const text = `${row.number} ${row.title} ${row.department} ${row.drafter} ${row.next}`.toLowerCase();
  const made = { text, initials: [row.title, row.department, row.drafter].map(initialsOf).join(' ') };
  searched.set(row, made);
  return made;
}

/** Whether every word typed is found. */
export function found(row: Filtered, search: string): boolean {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const { text, initials } = searchedIn(row);
  return words.every((word) => text.includes(word) || (/^[a-z0-9]{2,}$/.test(word) && initials.includes(word)));
}

/** `categories` are those of the case; asked for only where the filter names one. */
export const inLedger = (
  row: Filtered,
  { state, department, category, month, search, picked }: LedgerFilter,
  categories: () => readonly Category[] = () => [],
): boolean =>
  (!state || row.state === state) &&
  (!department || row.department === department) &&
  (!month || row.updatedAt.startsWith(month)) &&
  (!picked || picked.cases.includes(row.id)) &&
  (!search || found(row, search)) &&
  (!category || categories().includes(category));

/** The filter in words, for the foot of an export; '' when nothing is left out. */
export function filterWords(
  { state, department, category, month, search, picked }: LedgerFilter,
  states: Readonly<Record<State, string>>,
  categories: Readonly<Record<Category, string>>,
): string {
  return [
    picked ? `统计所选：${picked.name}` : '',
    state ? `状态 ${states[state]}` : '',
    department ? `处室 ${department}` : '',
    category ? `疑点类别 ${categories[category]}` : '',
    month ? `更新月份 ${month}` : '',
    search ? `搜索“${search}”` : '',
  ]
    .filter((part) => part !== '')
    .join('，');
}
