/** What a person types of a yearly notice, and what a file holds of it, as dates. */

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** 2027/1/3, 2027.1.3, 2027年1月3日 → 2027-01-03; the text itself when it is no date. */
function dateOf(text: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim());
  return match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : text.trim();
}

/** Ranges, or the first line that holds none. */
export function rangesOf(text: string): { readonly off: [string, string][] } | { readonly bad: string } {
  const off: [string, string][] = [];
  for (const line of linesOf(text)) {
    const [first = '', last = first, more] = line.split(/\s*(?:至|到|~|～|—+)\s*|\s+/).map(dateOf);
    if (!DATE.test(first) || !DATE.test(last) || more !== undefined) return { bad: line };
    off.push([first, last]);
  }
  return { off };
}

/** Days, or the first line that holds none. */
export function daysOf(text: string): { readonly work: string[] } | { readonly bad: string } {
  const work = linesOf(text).map(dateOf);
  const bad = work.find((date) => !DATE.test(date));
  return bad === undefined ? { work } : { bad };
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n；;、，,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export interface HolidayFile {
  readonly year: number;
  readonly notice: string;
  readonly off: readonly (readonly [string, string])[];
  readonly work: readonly string[];
}

/** A year's table from JSON text; undefined when it is something else. */
export function holidayFile(text: string): HolidayFile | undefined {
  try {
    const value = JSON.parse(text) as Partial<HolidayFile> | null;
    const dates = (list: unknown): boolean =>
      Array.isArray(list) && list.every((date) => typeof date === 'string' && DATE.test(date));
    if (typeof value?.year !== 'number' || typeof value.notice !== 'string') return undefined;
    if (!Array.isArray(value.off) || !value.off.every((range) => dates(range) && range.length === 2) || !dates(value.work))
      return undefined;
    return value as HolidayFile;
  } catch {
    // Not JSON at all; the person is told that the file is no table.
    return undefined;
  }
}
