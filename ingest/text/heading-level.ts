/** Numbers that open the headings of an official document, most general first (GB/T 9704: 一、 （一） 1. (1)). */
const NUMBERED: readonly (readonly [number, RegExp])[] = [
  [2, /^第[一二三四五六七八九十百]{1,4}[章编部分]/],
  [2, /^[一二三四五六七八九十]{1,3}、/],
  [3, /^[（(][一二三四五六七八九十]{1,3}[）)]/],
];
const LONGEST = 40;

/**
 * Level of a line that is a heading by its wording alone: 2 for 一、… and 第…章, 3 for （一）…; undefined for running text.
 * A line with a full stop inside opens a paragraph and is not a heading.
 */
export function numberedHeadingLevel(line: string): number | undefined {
  const text = line.trim();
  if (text.length > LONGEST || /[。；;：:，,]./.test(text) || /[。；;，,：:]$/.test(text)) return undefined;
  return NUMBERED.find(([, pattern]) => pattern.test(text))?.[0];
}

/** True for a short line that can be the title of a draft: no sentence, no list entry, no label with a value. */
export function looksLikeTitle(line: string): boolean {
  const text = line.trim();
  return text.length >= 4 && text.length <= 60 && !/[。；;：:！？!?]/.test(text) && /\p{Script=Han}/u.test(text);
}
