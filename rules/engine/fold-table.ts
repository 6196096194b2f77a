import { Converter } from 'opencc-js/t2cn';
import { DIGIT_CHARACTERS } from './runs.ts';
import { STOP_CHARACTERS } from './stops.ts';

/** What a UTF-16 unit is to the folding. Numbers, not names, because they fill a typed array of 65,536. */
export const OTHER = 0;
export const BLANK = 1;
export const DROP = 2;
/** Han, kana, Chinese punctuation. */
export const WIDE = 3;
export const DIGIT = 4;
export const LATIN = 5;
/** `:()-/=%[]~`: blanks beside them carry no meaning between Chinese. */
export const JOINT = 6;

export const PLAIN = 1;
export const MISREAD = 2;
/** Set for units that may end a clause or be a digit: those who look for such need not walk over the others. */
export const MARKED = 4;
/** Letters that digits are misread as. */
export const MISREAD_LETTERS = 'OoIl';

export interface FoldTable {
  /** Unit → folded unit. */
  readonly to: Uint16Array;
  /** Folded unit → class; BLANK and DROP are asked of the unit before folding. */
  readonly kind: Uint8Array;
  /**
   * `PLAIN` where the unit folds by itself, whatever stands beside it: no blank, nothing dropped, no half of a pair, no CAD code; with
   * `MISREAD` where it folds to a letter that digits are misread as, with `MARKED` where it folds to a marked unit.
   */
  readonly plain: Uint8Array;
  /** `plain` above bit 16 and `to` below it: one look instead of two at nearly every unit of a draft. */
  readonly both: Uint32Array;
  /** 1 for folded units that are marked. */
  readonly marked: Uint8Array;
}

/** Full-width punctuation that Chinese text writes as a matter of course: folding it would only make rules harder to read. */
const KEPT = new Set(['，', '！', '？', '；']);
const DOUBLES: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '•': '·',
  '・': '·',
  '‧': '·',
  '∙': '·',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '−': '-',
  '﹝': '〔',
  '﹞': '〕',
  '○': '〇',
  // Signs that scanners and keyboards put in the place of the usual ones.
  '∶': ':',
  囗: '口',
  '〝': '″',
  '〞': '″',
};

type Span = readonly [number, number];
const within = (unit: number, spans: readonly Span[]) => spans.some(([from, to]) => unit >= from && unit <= to);

const BLANKS: readonly Span[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x2800, 0x2800],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xffa0, 0xffa0],
];
/** Control, soft hyphen, combining, zero-width, bidi, variation, interlinear: seen by nobody, or by nobody as a character. */
const DROPPED: readonly Span[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
  [0xfff0, 0xfffb],
];
/** Where compatibility forms are only another look of the same character; ㎡, ², ① and Ⅱ are not among them on purpose. */
const COMPATIBLE: readonly Span[] = [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffee],
];
const WIDES: readonly Span[] = [
  [0xb0, 0xb0],
  [0xb7, 0xb7],
  [0x2014, 0x201d],
  [0x2026, 0x2026],
  [0x2032, 0x2033],
  [0x2190, 0x27bf],
  [0x2e80, 0x9fff],
  [0xd840, 0xd88f],
  [0xf900, 0xfaff],
  [0xff00, 0xffef],
];
const JOINTS = ':()-/=%[]~';

function compatible(character: string, unit: number): string {
  if (KEPT.has(character) || !within(unit, COMPATIBLE)) return DOUBLES[character] ?? character;
  const folded = character.normalize('NFKC');
  if (folded.length !== 1) return character;
  // Vertical and small forms of the kept punctuation come out as ASCII; take them back.
  const kept = { ',': '，', '!': '！', '?': '？', ';': '；' }[folded];
  return kept !== undefined && unit < 0xff00 ? kept : (DOUBLES[folded] ?? folded);
}

/** One conversion for all Han characters, a line each, so that no phrase of the dictionary can join two of them. */
function simplify(to: Uint16Array): void {
  const convert = Converter({ from: 't', to: 'cn' });
  const units: number[] = [];
  for (let unit = 0x3400; unit <= 0x9fff; unit++) units.push(unit);
  const lines = convert(units.map((unit) => String.fromCharCode(unit)).join('\n')).split('\n');
  const simple = new Map(units.map((unit, index) => [unit, lines[index] ?? '']));
  for (let unit = 0x2e80; unit <= 0xfaff; unit++) {
    const line = simple.get(to[unit] ?? 0);
    if (line?.length === 1) to[unit] = line.charCodeAt(0);
  }
}

function kindOf(unit: number): number {
  if (within(unit, BLANKS)) return BLANK;
  if (within(unit, DROPPED)) return DROP;
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return LATIN;
  if (unit < 0x80 && JOINTS.includes(String.fromCharCode(unit))) return JOINT;
  return within(unit, WIDES) ? WIDE : OTHER;
}

let made: FoldTable | undefined;

/** The table is made on first use (about 40 ms) and shared. */
export function foldTable(): FoldTable {
  if (made) return made;
  const to = new Uint16Array(65536);
  const kind = new Uint8Array(65536);
  for (let unit = 0; unit < 65536; unit++) {
    to[unit] = compatible(String.fromCharCode(unit), unit).charCodeAt(0);
    kind[unit] = kindOf(unit);
  }
  simplify(to);
  const marked = new Uint8Array(65536);
  for (const character of STOP_CHARACTERS + DIGIT_CHARACTERS) marked[character.charCodeAt(0)] = 1;
  const plain = new Uint8Array(65536);
  for (let unit = 0; unit < 65536; unit++) {
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    const cad = unit === 0x5c || unit === 0x25;
    if (kind[unit] === BLANK || kind[unit] === DROP || surrogate || cad) continue;
    const misread = MISREAD_LETTERS.includes(String.fromCharCode(to[unit] as number));
    plain[unit] = PLAIN | (misread ? MISREAD : 0) | (marked[to[unit] as number] === 1 ? MARKED : 0);
  }
  const both = Uint32Array.from(to, (unit, index) => ((plain[index] as number) << 16) | unit);
  made = { to, kind, plain, both, marked };
  return made;
}
