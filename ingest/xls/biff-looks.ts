import { isSameColor } from '../sheet/cell-looks.ts';

/** Why cells are not seen though row and column are, by sheet (0-based, as listed) and "row,column" (0-based). */
export type BiffLooks = readonly ReadonlyMap<string, string>[];

const [FONT, FORMAT_OF_CELL, PALETTE, SHEET, START] = [0x31, 0xe0, 0x92, 0x85, 0x809];
/** Records that hold one cell: its row, column and format stand first (MS-XLS 2.5.13). */
const CELLS: ReadonlySet<number> = new Set([0xfd, 0x204, 0x203, 0x27e, 0xd6, 0x06, 0x205]);
const MANY_NUMBERS = 0xbd;
/** Twentieths of a point. */
const SMALLEST = 40;
/** Colours 8 to 63 of a workbook that has no palette of its own (MS-XLS 2.4.188). */
const USUAL =
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333';

interface BiffRecord {
  readonly type: number;
  readonly at: number;
  readonly data: Uint8Array;
}
interface Look {
  readonly why: string;
}

/** Reads fonts, fills and cells of a BIFF8 stream, as far as they hide what stands in the cells. */
export function biffLooks(stream: Uint8Array): BiffLooks {
  const records = [...recordsOf(stream)];
  const palette = paletteOf(records);
  const fonts = records.filter(({ type }) => type === FONT).map(({ data }) => ({ size: short(data, 0), color: short(data, 4) }));
  const looks = records.filter(({ type }) => type === FORMAT_OF_CELL).map(({ data }) => lookOf(data, fonts, palette));
  const starts = records.filter(({ type }) => type === SHEET).map(({ data }) => long(data, 0));
  const found = starts.map(() => new Map<string, string>());
  let sheet = -1;
  for (const { type, at, data } of records) {
    if (type === START) sheet = starts.indexOf(at);
    else if (sheet >= 0 && CELLS.has(type)) note(found[sheet], data, 2, short(data, 4), looks);
    else if (sheet >= 0 && type === MANY_NUMBERS) {
      for (let place = 4, column = short(data, 2); place + 8 <= data.length; place += 6, column += 1) {
        const why = looks[short(data, place)]?.why;
        if (why) found[sheet]?.set(`${short(data, 0)},${column}`, why);
      }
    }
  }
  return found;
}

function note(
  sheet: Map<string, string> | undefined,
  data: Uint8Array,
  column: number,
  format: number,
  looks: readonly Look[],
): void {
  const why = looks[format]?.why;
  if (why) sheet?.set(`${short(data, 0)},${short(data, column)}`, why);
}

function lookOf(data: Uint8Array, fonts: readonly { size: number; color: number }[], palette: (index: number) => string): Look {
  const number = short(data, 0);
  // Font 4 is left out of the numbering (MS-XLS 2.5.129).
  const font = fonts[number > 4 ? number - 1 : number];
  if (!font || data.length < 20) return { why: '' };
  const pattern = long(data, 14) >>> 26;
  const ground = pattern === 0 ? 'FFFFFF' : pattern === 1 ? palette(short(data, 18) & 0x7f) : '';
  if (font.size <= SMALLEST) return { why: '极小字' };
  return { why: isSameColor(palette(font.color), ground) ? '与底色同色' : '' };
}

function paletteOf(records: readonly BiffRecord[]): (index: number) => string {
  const own = records.find(({ type }) => type === PALETTE)?.data;
  return (index) => {
    if (index === 64 || index === 0x7fff || index === 0) return '000000';
    if (index === 65 || index === 1) return 'FFFFFF';
    const place = index < 8 ? index : index - 8;
    if (place > 55) return '';
    if (!own || index < 8) return USUAL.slice(place * 6, place * 6 + 6);
    return Buffer.from(own.subarray(2 + place * 4, 5 + place * 4))
      .toString('hex')
      .toUpperCase();
  };
}

function* recordsOf(stream: Uint8Array): Generator<BiffRecord> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = short(stream, at + 2);
    yield { type: short(stream, at), at, data: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

const short = (data: Uint8Array, at: number): number => (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
const long = (data: Uint8Array, at: number): number => (short(data, at) | (short(data, at + 2) << 16)) >>> 0;
