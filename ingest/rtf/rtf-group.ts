import type { RtfTarget } from './rtf-target.ts';

/** State of one group of an RTF file; a group inside starts with that of the group round it. */
export interface RtfGroup {
  target: RtfTarget;
  /** Name of the data group the text belongs to; empty in text. */
  machinery: string;
  /** Set behind \*: an unknown word makes the group one that old programs skip. */
  starred: boolean;
  hidden: boolean;
  deleted: boolean;
  /** Struck out because it was moved elsewhere. */
  moved: boolean;
  inserted: boolean;
  /** Colours of letters and of what is behind them, RRGGBB. */
  color: string;
  ground: string;
  paragraphGround: string;
  /** Half points. */
  size: number;
  encoding: string;
  /** Characters behind \u that repeat it for old programs. */
  skip: number;
}

export const CHARSETS: ReadonlyMap<number, string> = new Map([
  [134, 'gb18030'],
  [136, 'big5'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [204, 'windows-1251'],
  [238, 'windows-1250'],
]);
export const CODEPAGES: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [950, 'big5'],
  [932, 'shift_jis'],
  [65001, 'utf-8'],
]);
export const MARKS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
]);
export const BLACK = '000000';
export const WHITE = 'FFFFFF';
/** What \plain takes back. */
export const PLAIN = { hidden: false, deleted: false, moved: false, inserted: false, color: BLACK, ground: '', size: 24 };
