import { BLANK, DIGIT, DROP, type FoldTable, foldTable, JOINT, LATIN, MARKED, MISREAD, PLAIN, WIDE } from './fold-table.ts';
import { FoldedText } from './folded-text.ts';

/** The units of a piece after folding, before the blanks are decided. Kept between pieces: making them anew costs more than filling them. */
class Units {
  length = 0;
  codes = new Uint16Array(1024);
  origins = new Int32Array(1024);
  /** Columns of blank that stood before the unit, 255 at most; 0 for none. */
  blanks = new Uint8Array(1024);

  /** Empties it and makes room. */
  reset(capacity: number): void {
    this.length = 0;
    if (capacity <= this.codes.length) return;
    this.codes = new Uint16Array(capacity);
    this.origins = new Int32Array(capacity);
    this.blanks = new Uint8Array(capacity);
  }

  put(code: number, origin: number, blank: number): void {
    this.codes[this.length] = code;
    this.origins[this.length] = origin;
    this.blanks[this.length++] = Math.min(255, blank);
  }

  code(at: number): number {
    return at >= 0 && at < this.length ? (this.codes[at] as number) : 0;
  }

  blank(at: number): number {
    return at >= 0 && at < this.length ? (this.blanks[at] as number) : 0;
  }
}
const scratch = new Units();

/** `{\C3;甲类}` `\P` `%%`: text codes that CAD drawings leave inside words. */
const CAD = /\{?\\[ACFHLOQSTWacfhlopqstw][^;{}\\\s]{0,40};|\\[Pp~]|%%[cdpouCDPOU]?|\{(?=\\)/g;

function cadSpans(text: string): readonly (readonly [number, number])[] {
  if (!text.includes('\\') && !text.includes('%%')) return [];
  const spans: [number, number][] = [...text.matchAll(CAD)].map((match) => [match.index, match.index + match[0].length]);
  const opened = spans.filter(([from]) => text[from] === '{').length;
  let closes = 0;
  for (let at = text.indexOf('}'); at >= 0 && closes < opened; at = text.indexOf('}', at + 1), closes++) spans.push([at, at + 1]);
  return spans.sort((a, b) => a[0] - b[0]);
}

const columns = (unit: number): number => (unit === 0x09 ? 4 : unit === 0x3000 || unit === 0x2003 || unit === 0x2001 ? 2 : 1);

/** Code points above the BMP that are only another look (mathematical letters and digits) or nothing (tags, variation selectors). */
function astral(point: number): number | undefined {
  if (point >= 0xe0000 && point <= 0xe0fff) return DROPPED;
  if (point < 0x1d400 || point > 0x1d7ff) return undefined;
  const plain = String.fromCodePoint(point).normalize('NFKC');
  return plain.length === 1 ? plain.charCodeAt(0) : undefined;
}
const DROPPED = -1;

function unitsOf(text: string, table: FoldTable): Units {
  const units = scratch;
  units.reset(text.length);
  const skips = cadSpans(text);
  let skip = 0;
  let blank = 0;
  const put = (code: number, origin: number) => {
    units.put(code, origin, blank);
    blank = 0;
  };
  for (let at = 0; at < text.length; at++) {
    while ((skips[skip]?.[1] ?? at + 1) <= at) skip++;
    if ((skips[skip]?.[0] ?? at + 1) <= at) continue;
    const unit = text.charCodeAt(at);
    const kind = table.kind[unit];
    if (kind === BLANK) blank += columns(unit);
    else if (kind === DROP) continue;
    else if (unit >= 0xd800 && unit <= 0xdbff) {
      const mapped = astral(text.codePointAt(at) ?? 0);
      if (mapped === undefined) put(unit, at);
      else {
        if (mapped !== DROPPED) put(mapped, at);
        at++;
      }
    } else put(table.to[unit] as number, at);
  }
  return units;
}

const isClauseEnd = (code: number) => code === 0xff0c || code === 0x3002 || code === 0xff1b || code === 0xff01 || code === 0xff1f;
const COLON = 0x3a;
/** A blank of so many columns between Chinese is layout, not noise inside a value. */
const SEPARATING_COLUMNS = 4;

/** Two to eight Han and a colon: the next label of a line (编辑:). */
function labelFollows(units: Units, at: number, table: FoldTable): boolean {
  let length = 0;
  while (length <= 8 && table.kind[units.code(at + length)] === WIDE && (length === 0 || units.blank(at + length) === 0))
    length++;
  return length >= 2 && length <= 8 && units.code(at + length) === COLON;
}

/** A digit with no digit or point on the given side, blanks apart. */
function isLoneDigit(units: Units, at: number, step: -1 | 1, table: FoldTable): boolean {
  const next = at + step;
  if (units.blank(step === 1 ? next : at) > 0) return true;
  return table.kind[units.code(next)] !== DIGIT && units.code(next) !== 0x2e;
}

/** `B` of `6 B 级`: one letter with Chinese, or the end, behind it. */
function isLoneLetter(units: Units, at: number, table: FoldTable): boolean {
  if (at + 1 >= units.length) return true;
  const after = table.kind[units.code(at + 1)];
  return after === WIDE || (after === DIGIT && units.blank(at + 1) > 0);
}

/** Single characters set apart (机　　密) are one word spread out, not two columns. */
const standsAlone = (units: Units, at: number): boolean =>
  (at === 1 || units.blank(at - 1) > 0) && (at + 1 === units.length || units.blank(at + 1) > 0 || units.code(at + 1) === COLON);

const joins = (kind: number | undefined) => kind === WIDE || kind === DIGIT || kind === JOINT;

function keepsBlank(units: Units, at: number, labelled: boolean, table: FoldTable): boolean {
  const left = table.kind[units.code(at - 1)];
  const right = table.kind[units.code(at)];
  const wide = units.blank(at);
  if (left === DIGIT && right === DIGIT)
    return wide > 2 || !(isLoneDigit(units, at - 1, -1, table) && isLoneDigit(units, at, 1, table));
  if (left === DIGIT && right === LATIN) return wide > 2 || !isLoneLetter(units, at, table);
  if (left === LATIN && joins(right))
    return wide > 2 || table.kind[units.code(at - 2)] !== DIGIT || !isLoneLetter(units, at - 1, table);
  if (!joins(left) || !joins(right)) return true;
  const apart = left !== JOINT && right !== JOINT && wide >= SEPARATING_COLUMNS && !standsAlone(units, at);
  return apart || (labelled && labelFollows(units, at, table));
}

/**
 * Appends the folded piece to `into`. Answers what its units are together: `PLAIN` (with or without `MISREAD`) where each of them stands
 * where it stood and none has an origin, and all are marked; else 0. Pure function of the text; rules: see the docstring of `Scene`.
 */
export function foldPiece(text: string, into: FoldedText): number {
  const plain = foldPlainly(text, into, foldTable());
  if (plain === 0) foldMoving(text, into, foldTable());
  return plain;
}

function foldMoving(text: string, into: FoldedText, table: FoldTable): void {
  const units = unitsOf(text, table);
  let labelled = false;
  for (let at = 0; at < units.length; at++) {
    const code = units.code(at);
    const origin = units.origins[at] as number;
    if (at > 0 && units.blank(at) > 0 && keepsBlank(units, at, labelled, table))
      into.push(0x20, blankBefore(text, origin, table));
    into.push(code, origin);
    if (code === COLON) labelled = true;
    else if (isClauseEnd(code)) labelled = false;
  }
}

const FOLDS_PLAINLY = PLAIN << 16;
const MARKED_SHIFT = 16 + Math.log2(MARKED);

/** Most pieces hold nothing but characters that fold by themselves: what they are together; 0, and nothing appended, for the others. */
function foldPlainly(text: string, into: FoldedText, { both }: FoldTable): number {
  const from = into.length;
  const to = from + into.writeBehind(text);
  const { codes, marks } = into;
  let { marked } = into;
  let seen = 0;
  for (let at = from; at < to; at++) {
    const here = both[codes[at] as number] as number;
    if (here < FOLDS_PLAINLY) return 0;
    seen |= here;
    codes[at] = here;
    marks[marked] = at;
    marked += here >>> MARKED_SHIFT;
  }
  into.length = to;
  into.marked = marked;
  return PLAIN | ((seen >>> 16) & MISREAD);
}

/** Offset of the last blank before an offset; characters that are dropped may stand between. */
function blankBefore(text: string, origin: number, table: FoldTable): number {
  let at = origin - 1;
  while (at > 0 && table.kind[text.charCodeAt(at)] !== BLANK) at--;
  return at;
}

/** Folds a keyword, anchor or context word as the draft will be folded. */
export function foldPhrase(phrase: string): string {
  if (isFolded(phrase, foldTable())) return phrase;
  const into = new FoldedText(phrase.length);
  foldPiece(phrase, into);
  return into.toString();
}

/** Nearly all of the thousands of words of the packs are written as they fold: no room is made for those. */
function isFolded(phrase: string, { plain, to }: FoldTable): boolean {
  for (let at = 0; at < phrase.length; at++) {
    const unit = phrase.charCodeAt(at);
    if (to[unit] !== unit || ((plain[unit] as number) & PLAIN) === 0) return false;
  }
  return true;
}

/** Full-width characters that become operators of a pattern when folded. */
const OPERATORS = new Set('\\^$.*+?()[]{}|/');

/** Folds the literal characters of a pattern; what was a plain character stays one (`（` becomes `\(`). Blanks are left alone. */
export function foldPattern(pattern: string): string {
  const table = foldTable();
  let folded = '';
  for (const character of pattern) {
    const unit = character.charCodeAt(0);
    const to = character.length === 1 ? String.fromCharCode(table.to[unit] ?? unit) : character;
    folded += to !== character && OPERATORS.has(to) ? `\\${to}` : to;
  }
  return folded;
}

/** Number of blanks in the original between two neighbouring folded units. */
export function blanksBetween(text: string, from: number, to: number): number {
  const table = foldTable();
  let blanks = 0;
  for (let at = from; at < to; at++) if (table.kind[text.charCodeAt(at)] === BLANK) blanks++;
  return blanks;
}
