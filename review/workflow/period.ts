/** A stretch of civil dates that people name: a year, a quarter, a month. */
export interface Period {
  /** 2026, 2026-Q3 or 2026-09. */
  readonly id: string;
  /** First and last day, both inside. */
  readonly from: string;
  readonly to: string;
  /** 2026年, 2026年第3季度, 2026年9月. */
  readonly name: string;
}

const PERIOD = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;
export const PERIOD_ID = PERIOD;

/** The period an id names; undefined when it names none. */
export function periodOf(id: string): Period | undefined {
  const [, year, month, quarter] = PERIOD.exec(id) ?? [];
  if (year === undefined) return undefined;
  if (month !== undefined) return { id, ...days(year, Number(month), 1), name: `${year}年${Number(month)}月` };
  if (quarter === undefined) return { id, ...days(year, 1, 12), name: `${year}年` };
  return { id, ...days(year, Number(quarter) * 3 - 2, 3), name: `${year}年第${quarter}季度` };
}

function days(year: string, first: number, count: number): { readonly from: string; readonly to: string } {
  const last = first + count - 1;
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(lastDay)}` };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Whether a civil date (or a moment) lies in the period; an empty date lies in none. */
export const within = ({ from, to }: Period, at: string): boolean => at.slice(0, 10) >= from && at.slice(0, 10) <= to;

/** Months of a period as ids, in order. */
export function monthsIn({ from, to }: Period): readonly string[] {
  const first = Number(from.slice(5, 7));
  const count = Number(to.slice(5, 7)) - first + 1;
  return Array.from({ length: count }, (_unused, index) => `${from.slice(0, 4)}-${two(first + index)}`);
}
