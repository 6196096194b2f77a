/** `2026-09-01` → `2026年9月1日`; anything else is returned as it is (an empty date stays empty on a form). */
export function chineseDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date;
}

/** `2026-09-01T10:20:30+08:00` → `2026年9月1日 10:20`, in the zone the event was signed in. */
export function chineseTime(at: string): string {
  const match = /T(\d{2}:\d{2})/.exec(at);
  return match ? `${chineseDate(at)} ${match[1]}` : chineseDate(at);
}

/** Serial day number of spreadsheets (1900 system): a real date cell without any time zone in between. */
export function daySerial(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569 : null;
}
