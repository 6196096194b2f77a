/**
 * Pinyin initials for searching by 拼音首字母: 警报 → jb. The order of Chinese by pinyin is part of the engine (ICU); the first
 * character of each initial in that order marks where the next begins. A character with several readings has the one that order
 * gives it, which is enough for finding a title among some.
 */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const isHan = /\p{Script=Han}/u;

const known = new Map<string, string>();

/** Letters, digits and Han characters of a text as one lower-case run: 2026年警报 → 2026njb. Other signs are left out. */
export function initialsOf(text: string): string {
  let run = '';
  for (const character of text.toLowerCase()) run += initialOf(character);
  return run;
}

function initialOf(character: string): string {
  if (/[a-z0-9]/.test(character)) return character;
  const before = known.get(character);
  if (before !== undefined) return before;
  const initial = isHan.test(character) ? letterFor(character) : '';
  known.set(character, initial);
  return initial;
}

function letterFor(character: string): string {
  let low = 0;
  let high = FIRST.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (byPinyin.compare(character, FIRST[middle] ?? '') >= 0) low = middle;
    else high = middle - 1;
  }
  return LETTERS[low] ?? '';
}
