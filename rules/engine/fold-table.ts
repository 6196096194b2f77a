import { Locale } from 'opencc-js/t2cn';
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

/** UTF-16 units. */
const UNITS = 65536;
/** First and last unit. */
type Span = readonly [number, number];

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
const LATINS: readonly Span[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
];
const DIGITS: readonly Span[] = [[0x30, 0x39]];
const JOINTS = ':()-/=%[]~';

/** What a unit of the compatibility forms is another look of. */
function compatible(unit: number): number {
  const character = String.fromCharCode(unit);
  if (KEPT.has(character)) return unit;
  const folded = character.normalize('NFKC');
  if (folded.length !== 1) return unit;
  // Vertical and small forms of the kept punctuation come out as ASCII; take them back.
  const kept = { ',': '，', '!': '！', '?': '？', ';': '；' }[folded];
  return (kept !== undefined && unit < 0xff00 ? kept : (DOUBLES[folded] ?? folded)).charCodeAt(0);
}

/**
 * The simplified character of each traditional one, of entries `from to` with bars between them; the first dictionary counts. Read off the
 * dictionaries, because their converter builds a tree of all phrases first, and no phrase may join two characters here anyway.
 */
function simplified(): ReadonlyMap<number, number> {
  const simple = new Map<number, number>();
  for (const dictionary of (Locale.to.cn ?? []).flat().toReversed())
    for (const [, from = '', to = ''] of String(dictionary).matchAll(/(?<=^|\|)(.) (.)(?=$|\|| )/g))
      simple.set(from.charCodeAt(0), to.charCodeAt(0));
  return simple;
}

/** Unit → folded unit. */
function makeTo(): Uint16Array {
  const to = Uint16Array.from({ length: UNITS }, (_, unit) => unit);
  for (const [character, double] of Object.entries(DOUBLES)) to[character.charCodeAt(0)] = double.charCodeAt(0);
  for (const [first, last] of COMPATIBLE) for (let unit = first; unit <= last; unit++) to[unit] = compatible(unit);
  const simple = simplified();
  for (let unit = 0x2e80; unit <= 0xfaff; unit++) to[unit] = simple.get(to[unit] as number) ?? (to[unit] as number);
  return to;
}

/** Unit → class; what is written later counts. */
function makeKinds(): Uint8Array {
  const kind = new Uint8Array(UNITS).fill(OTHER);
  const mark = (spans: readonly Span[], as: number) => {
    for (const [first, last] of spans) kind.fill(as, first, last + 1);
  };
  mark(WIDES, WIDE);
  for (const joint of JOINTS) kind[joint.charCodeAt(0)] = JOINT;
  mark(LATINS, LATIN);
  mark(DIGITS, DIGIT);
  mark(DROPPED, DROP);
  mark(BLANKS, BLANK);
  return kind;
}

function makePlain(to: Uint16Array, kind: Uint8Array, marked: Uint8Array): Uint8Array {
  const misread = new Uint8Array(UNITS);
  for (const letter of MISREAD_LETTERS) misread[letter.charCodeAt(0)] = 1;
  const plain = new Uint8Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) {
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    const cad = unit === 0x5c || unit === 0x25;
    if (kind[unit] === BLANK || kind[unit] === DROP || surrogate || cad) continue;
    const folded = to[unit] as number;
    plain[unit] = PLAIN | (misread[folded] === 1 ? MISREAD : 0) | (marked[folded] === 1 ? MARKED : 0);
  }
  return plain;
}

let made: FoldTable | undefined;

/** The table is made on first use (some milliseconds) and shared. */
export function foldTable(): FoldTable {
  if (made) return made;
  const to = makeTo();
  const kind = makeKinds();
  const marked = new Uint8Array(UNITS);
  for (const character of STOP_CHARACTERS + DIGIT_CHARACTERS) marked[character.charCodeAt(0)] = 1;
  const plain = makePlain(to, kind, marked);
  const both = new Uint32Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) both[unit] = ((plain[unit] as number) << 16) | (to[unit] as number);
  made = { to, kind, plain, both, marked };
  return made;
}
