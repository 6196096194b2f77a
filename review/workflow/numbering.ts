export type NumberSeries = 'XS' | 'SL' | 'SQ';

/** 审查编号 XS-YYYY-NNN: by year of registration, never used twice, also when a case is withdrawn. Samples (示例) count apart as SL, applications (依申请公开) as SQ. */
export function nextNumber(taken: readonly string[], today: string, series: NumberSeries = 'XS'): string {
  const prefix = `${series}-${today.slice(0, 4)}-`;
  const numbers = taken.filter((number) => number.startsWith(prefix)).map((number) => Number(number.slice(prefix.length)));
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
