export type NumberSeries = 'XS' | 'SL' | 'SQ';

/** Without I and O, which are read as 1 and 0. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * What tells the numbers of a workstation from those of the others: nothing for the first of the roster, so that an office of one never
 * sees it; B, C … for the next ones, AA after Z. The roster is linear, so everybody gives everybody the same letter.
 */
export function workstationCode(workstations: readonly string[], ws: string): string {
  let at = workstations.indexOf(ws);
  if (at <= 0) return '';
  let code = '';
  for (; at >= 0; at = Math.floor(at / LETTERS.length) - 1) code = LETTERS[at % LETTERS.length] + code;
  return code;
}

/**
 * 审查编号 XS-YYYY-NNN, of a further workstation XS-YYYY-BNNN: by year of registration, never used twice, also when a case is withdrawn or
 * two workstations that have not heard of each other register at the same time. Samples (示例) count apart as SL, applications (依申请公开) as SQ.
 */
export function nextNumber(taken: readonly string[], today: string, series: NumberSeries = 'XS', code = ''): string {
  const prefix = `${series}-${today.slice(0, 4)}-${code}`;
  const ends = taken.filter((number) => number.startsWith(prefix)).map((number) => number.slice(prefix.length));
  const numbers = ends.filter((end) => /^\d+$/.test(end)).map(Number);
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
