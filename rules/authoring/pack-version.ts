/** 1, 1.2 or 1.2.3; each number up to six digits. */
const VERSION = /^\d{1,6}(?:\.\d{1,6}){0,2}$/;

export const isVersion = (text: string): boolean => VERSION.test(text);

/** Negative when `a` is the older version; missing numbers count as 0. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < 3; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
