/** What the texts of list cells mean. Every reader answers with a value or with a Chinese clause that says what is wrong. */
import { LEVELS, type Level } from '../../review/model/index.ts';
import { foldPhrase } from '../engine/fold.ts';

export type Read<T> = { readonly value: T } | { readonly wrong: string };

/** 核查；检查;自查、抽查 → parts, blanks at the edges gone, empty and repeated parts left out. */
export const splitCell = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[;；\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

/** Names and keywords of at least two characters after folding: one character stands everywhere. */
export function readWords(text: string, most: number): Read<readonly string[]> {
  const words = splitCell(text);
  if (words.length > most) return { wrong: `最多写 ${most} 个，用“；”隔开` };
  const short = words.find((word) => foldPhrase(word).length < 2);
  if (short !== undefined) return { wrong: '每个至少要两个字，用“；”隔开' };
  const long = words.find((word) => word.length > 100);
  return long === undefined ? { value: words } : { wrong: '每个不能超过 100 个字，用“；”隔开' };
}

const LEVEL_NAMES = new Map(Object.entries(LEVELS).map(([level, name]) => [name, level as Level]));

export function readLevel(text: string): Read<Level> {
  if (text === '') return { value: 'review' };
  const level = LEVEL_NAMES.get(text as (typeof LEVELS)[Level]);
  return level === undefined ? { wrong: '应当是“必须处理”“需审查”“提示”之一' } : { value: level };
}

const DATE = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;

/** 2026-9-1, 2026/9/1, 2026.9.1, 2026年9月1日 → 2026-09-01; '' stays ''. */
export function readDate(text: string): Read<string> {
  if (text === '') return { value: '' };
  const [, year, ...parts] = DATE.exec(text.replace(/\s/g, '')) ?? [];
  const [month, day] = parts.filter((part) => part !== undefined).map(Number);
  if (year === undefined || month === undefined || day === undefined) return { wrong: '不是日期，请写成 2026-09-01 的样子' };
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { value: date.toISOString().slice(0, 10) } : { wrong: '没有这一天，请写成 2026-09-01 的样子' };
}

const MAIL = /^[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
/** Blanks, brackets, hyphens and the words for an extension; what is left of a number are its digits. */
const BETWEEN_DIGITS = /[\s()\-—.·]|转|分机|ext/g;

/**
 * The one spelling of a number or mail address by which findings and list are compared: digits alone, without +86; mail in lower case.
 * Undefined for anything else.
 */
export function contactKey(text: string): string | undefined {
  const folded = foldPhrase(text).toLowerCase();
  if (MAIL.test(folded)) return folded;
  const digits = folded.replace(BETWEEN_DIGITS, '').replace(/^(?:\+86|0086|86(?=1\d{10}$))/, '');
  return /^\d{5,20}$/.test(digits) ? digits : undefined;
}

export function readContact(text: string): Read<string> {
  return contactKey(text) === undefined ? { wrong: '不是电话号码或邮箱' } : { value: text };
}
