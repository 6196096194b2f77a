import type { PackageEntry } from '../package/unpack.ts';
import { isSameColor } from '../sheet/cell-looks.ts';
import type { BiffLooks } from './biff-looks.ts';

/** Records of MS-XLSB 2.3: fonts, fills, formats of cells (the block of cells' own formats begins and ends), rows, sheets of the book. */
const [FONT, FILL, FORMAT, FORMATS, FORMATS_END, ROW, SHEET] = [43, 45, 47, 617, 618, 0, 156];
/** Records of one cell, from the blank one to the formula that fails; all begin with column and format. */
const FIRST_CELL = 1;
const LAST_CELL = 11;
/** The same without a column: they stand behind the cell before them. */
const FIRST_SHORT = 12;
const LAST_SHORT = 18;
/** Twentieths of a point. */
const SMALLEST = 40;
/** The first theme colours of every theme that offices use: paper and ink. */
const THEME = ['FFFFFF', '000000'];
const INDEXED: Readonly<Record<number, string>> = {
  0: '000000',
  1: 'FFFFFF',
  8: '000000',
  9: 'FFFFFF',
  64: '000000',
  65: 'FFFFFF',
};
const PAPER = 'FFFFFF';

/**
 * Why cells of a binary workbook are not seen though row and column are: letters in the colour of their ground, or too small to
 * read. `sheetNames` in the order of the book.
 */
export function xlsbLooks(entries: readonly PackageEntry[], sheetNames: readonly string[]): BiffLooks {
  const partOf = (name: string) => entries.find((entry) => entry.name.toLowerCase() === name)?.bytes;
  const styles = partOf('xl/styles.bin');
  if (!styles) return [];
  const looks = looksOf(styles);
  const parts = sheetParts(partOf('xl/workbook.bin'), partOf('xl/_rels/workbook.bin.rels'));
  return sheetNames.map((_, index) => {
    const bytes = partOf(parts[index] ?? `xl/worksheets/sheet${index + 1}.bin`);
    return bytes ? cellsOf(bytes, looks) : new Map<string, string>();
  });
}

/** Part names of the sheets as the book lists them (BrtBundleSh: state, number, then relationship and name). */
function sheetParts(book: Uint8Array | undefined, relations: Uint8Array | undefined): readonly string[] {
  if (!book || !relations) return [];
  const xml = new TextDecoder().decode(relations);
  const targets = new Map(
    [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      /\bId="([^"]*)"/.exec(tag)?.[1] ?? '',
      /\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );
  return [...recordsOf(book)].flatMap(({ type, data }) => {
    if (type !== SHEET) return [];
    const length = long(data, 8);
    const id = new TextDecoder('utf-16le').decode(data.subarray(12, 12 + Math.min(length, 255) * 2));
    const target = (targets.get(id) ?? '').toLowerCase();
    return [target.startsWith('/') ? target.slice(1) : `xl/${target}`];
  });
}

/** Why a cell of a format is not seen, by the number of the format; '' when it is. */
function looksOf(styles: Uint8Array): readonly string[] {
  const fonts: { readonly size: number; readonly color: string }[] = [];
  const fills: string[] = [];
  const looks: string[] = [];
  let own = false;
  for (const { type, data } of recordsOf(styles)) {
    if (type === FONT) fonts.push({ size: short(data, 0), color: colorOf(data, 12, '000000') });
    else if (type === FILL) fills.push(groundOf(data));
    else if (type === FORMATS || type === FORMATS_END) own = type === FORMATS;
    else if (type === FORMAT && own) {
      const [font, ground] = [fonts[short(data, 4)], fills[short(data, 6)] ?? PAPER];
      const small = font !== undefined && font.size > 0 && font.size <= SMALLEST;
      looks.push(small ? '极小字' : font && isSameColor(font.color, ground) ? '与底色同色' : '');
    }
  }
  return looks;
}

/** Colour behind the letters: paper without a pattern, the front colour of a solid one; '' for patterns of two. */
const groundOf = (data: Uint8Array): string => (long(data, 0) === 0 ? PAPER : long(data, 0) === 1 ? colorOf(data, 4, PAPER) : '');

/** BrtColor (MS-XLSB 2.5.19): kind in the upper bits of the first byte; '' when the colour is of a theme nobody knows here. */
function colorOf(data: Uint8Array, at: number, usual: string): string {
  const kind = (data[at] ?? 0) >> 1;
  const index = data[at + 1] ?? 0;
  const tint = short(data, at + 2);
  if (kind === 0) return usual;
  if (kind === 2)
    return Buffer.from(data.subarray(at + 4, at + 7))
      .toString('hex')
      .toUpperCase();
  return (tint === 0 && (kind === 1 ? INDEXED[index] : THEME[index])) || '';
}

function cellsOf(sheet: Uint8Array, looks: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let row = 0;
  let column = -1;
  for (const { type, data } of recordsOf(sheet)) {
    const isLong = type >= FIRST_CELL && type <= LAST_CELL;
    if (type === ROW) [row, column] = [long(data, 0), -1];
    else if (isLong || (type >= FIRST_SHORT && type <= LAST_SHORT)) {
      column = isLong ? long(data, 0) : column + 1;
      const why = looks[long(data, isLong ? 4 : 0) & 0xffffff];
      if (why) found.set(`${row},${column}`, why);
    }
  }
  return found;
}

/** Type and length come in groups of seven bits, the lowest first (MS-XLSB 2.1.4). */
function* recordsOf(bytes: Uint8Array): Generator<{ readonly type: number; readonly data: Uint8Array }> {
  let at = 0;
  const number = (most: number): number => {
    let value = 0;
    for (let count = 0; count < most; count += 1) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << (7 * count);
      if (byte < 128) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const type = number(2);
    const length = number(4);
    yield { type, data: bytes.subarray(at, at + length) };
    at += length;
  }
}

const short = (data: Uint8Array, at: number): number => (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
const long = (data: Uint8Array, at: number): number => (short(data, at) | (short(data, at + 2) << 16)) >>> 0;
