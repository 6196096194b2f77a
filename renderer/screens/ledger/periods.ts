import type { ExportOffer } from '../../../review/contract.ts';

const YEARS_BACK = 3;
const monthName = (id: string): string => `${id.slice(0, 4)}年${Number(id.slice(5))}月`;
const quarterName = (id: string): string => `${id.slice(0, 4)}年第${id.slice(6)}季度`;

/** Months from the present one back, at least a year and as far as there are records. */
function monthsBack(today: string, known: readonly string[]): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const ids = Array.from({ length: 12 * YEARS_BACK }, (_unused, back) => {
    const index = year * 12 + month - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
  const oldest = known.at(-1) ?? '9999';
  return ids.filter((id, back) => back < 13 || id >= oldest);
}

/** Periods an export can be asked for, as id and name, newest first; empty for one that needs none. */
export function periodsFor(
  needs: ExportOffer['needs'],
  today: string,
  months: readonly string[],
): readonly (readonly [string, string])[] {
  if (needs === 'nothing' || needs === 'case' || needs === 'batch') return [];
  const monthIds = monthsBack(today, months);
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_BACK }, (_unused, back) => `${year - back}`);
  const quarters = [...new Set(monthIds.map((id) => `${id.slice(0, 4)}-Q${Math.ceil(Number(id.slice(5)) / 3)}`))];
  return [
    ...(needs === 'month' ? [] : years.map((id) => [id, `${id}年`] as const)),
    ...(needs === 'period' ? quarters.map((id) => [id, quarterName(id)] as const) : []),
    ...(needs === 'year' ? [] : monthIds.map((id) => [id, monthName(id)] as const)),
  ];
}
