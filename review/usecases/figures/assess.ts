import type { DepartmentFigures } from '../../contract.ts';
import type { Period } from '../../workflow/period.ts';
import { within } from '../../workflow/period.ts';
import type { CaseRecord } from './case-record.ts';

/** One line of the 考核表: what a 处室 sent for review in the period and how it went (workflow.md §1.12). */
export type AssessmentRow = DepartmentFigures;

type Counts = Omit<AssessmentRow, 'department'>;
const NOTHING: Counts = {
  registered: 0,
  published: 0,
  onTime: 0,
  overdue: 0,
  refused: 0,
  withdrawn: 0,
  returnedCases: 0,
  returns: 0,
  reviewDays: 0,
  reviewed: 0,
  decided: 0,
  falseAlarms: 0,
  takenDown: 0,
};

const one = (condition: boolean): number => (condition ? 1 : 0);

function countsOf(record: CaseRecord): Counts {
  const published = record.publishedOn !== '';
  const reviewed = record.settledOn !== '';
  return {
    registered: 1,
    published: one(published),
    onTime: one((published || record.answeredOn !== '') && !record.overdue),
    overdue: one(record.overdue),
    refused: one(record.state === 'refused'),
    withdrawn: one(record.state === 'withdrawn'),
    returnedCases: one(record.returnedOn.length > 0),
    returns: record.returnedOn.length,
    reviewDays: reviewed ? record.stays.reduce((sum, { days }) => sum + days, 0) : 0,
    reviewed: one(reviewed),
    decided: Object.values(record.decisions).reduce((sum, count) => sum + count, 0),
    falseAlarms: record.decisions['false-alarm'] ?? 0,
    takenDown: one(record.takenDown),
  };
}

const KEYS = Object.keys(NOTHING) as (keyof Counts)[];
const plus = (a: Counts, b: Counts): Counts => {
  const sum = { ...a };
  for (const key of KEYS) sum[key] += b[key];
  return sum;
};

/** Cases registered in the period, by 处室; every drafting 处室 has a line, also an empty one. */
export function assess(
  records: readonly CaseRecord[],
  departments: readonly string[],
  period: Period,
): { readonly rows: readonly AssessmentRow[]; readonly total: AssessmentRow } {
  const cases = records.filter(({ registeredOn }) => within(period, registeredOn));
  const rows = departments.map((department) => ({
    department,
    ...cases
      .filter((record) => record.department === department)
      .map(countsOf)
      .reduce(plus, NOTHING),
  }));
  return { rows, total: { department: '合计', ...cases.map(countsOf).reduce(plus, NOTHING) } };
}
