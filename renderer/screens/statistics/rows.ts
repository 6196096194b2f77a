import type { DepartmentFigures, StatisticsView, Tally } from '../../../review/contract.ts';
import { CATEGORIES, STEPS } from '../../../review/model/index.ts';
import { TEXTS } from './texts.ts';

type Row = readonly (string | number)[];

/** 25.0%; a dash where there is nothing to divide by. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? TEXTS.none : `${((100 * part) / whole).toFixed(1)}%`;
const average = (sum: number, count: number): string => (count === 0 ? TEXTS.none : (sum / count).toFixed(1));
/** 2026-09 → 9月. */
export const monthName = (month: string): string => `${Number(month.slice(5))}月`;

export const monthRows = ({ months }: StatisticsView): readonly Row[] =>
  months.map(({ month, registered, agreed, treated, refused }) => [monthName(month), registered, agreed, treated, refused]);

const departmentRow = (row: DepartmentFigures): Row => [
  row.department,
  row.registered,
  row.published,
  row.onTime,
  row.overdue,
  row.refused,
  row.returnedCases,
  percent(row.returnedCases, row.registered),
  average(row.reviewDays, row.reviewed),
  row.takenDown,
];
export const departmentRows = ({ departments, total }: StatisticsView): readonly Row[] =>
  [...departments, total].map(departmentRow);

const tally = (row: Tally): Row => [
  row.findings,
  row.cases,
  row.treated,
  row.kept,
  row.falseAlarms,
  row.escalated,
  row.undecided,
  percent(row.falseAlarms, row.findings - row.undecided),
];
export const categoryRows = ({ categories }: StatisticsView): readonly Row[] =>
  categories.map((row) => [CATEGORIES[row.category], ...tally(row)]);
export const ruleRows = ({ rules }: StatisticsView): readonly Row[] => rules.map((row) => [row.title, ...tally(row)]);
export const stepRows = ({ steps }: StatisticsView): readonly Row[] =>
  steps.map(({ step, acts, days }) => [STEPS[step], acts, average(days, acts)]);
