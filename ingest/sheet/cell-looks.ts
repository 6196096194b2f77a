import { type Attributes, attributeOf, walkXml } from '../package/walk-xml.ts';

/** How a cell format shows a number. */
export type NumberShape = 'plain' | 'date';

/** How a cell format shows what is in the cell, as far as it hides it. */
export interface CellLook {
  readonly shape: NumberShape;
  /** Which values the number format shows as nothing. */
  readonly blank: 'none' | 'numbers' | 'all';
  readonly tiny: boolean;
  /** Colours as keys of `colorKey`; empty where nobody can say, for a gradient or a pattern. */
  readonly color: string;
  readonly ground: string;
}

export const USUAL_LOOK: CellLook = { shape: 'plain', blank: 'none', tiny: false, color: '000000', ground: 'FFFFFF' };
/** Letters up to this size (points) are not read by anybody. */
const SMALLEST = 2;
/** Built-in number formats that show a date or time (ECMA-376 18.8.30, with the Chinese ones). */
const DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

interface Font {
  size: number;
  color: string;
}

/** Looks of the cell formats of xl/styles.xml, in their order. */
export function cellLooks(bytes: Uint8Array): CellLook[] {
  const formats = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: string[] = [];
  const looks: CellLook[] = [];
  const stack: string[] = [];
  walkXml(bytes, {
    open: (name, attributes) => {
      const parent = stack.at(-1);
      stack.push(name);
      const font = fonts.at(-1);
      if (name === 'numFmt' && !stack.includes('dxfs')) formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'font' && parent === 'fonts') fonts.push({ size: 11, color: '000000' });
      else if (name === 'sz' && font && stack.at(-3) === 'fonts') font.size = Number(attributes.val) || 11;
      else if (name === 'color' && font && stack.at(-3) === 'fonts') font.color = colorKey(attributes);
      else if (name === 'fill' && parent === 'fills') fills.push('FFFFFF');
      else if (name === 'gradientFill' && fills.length > 0) fills[fills.length - 1] = '';
      else if (name === 'patternFill' && stack.at(-3) === 'fills' && (attributes.patternType ?? 'none') !== 'none')
        fills[fills.length - 1] = '';
      else if (name === 'fgColor' && stack.at(-4) === 'fills') fills[fills.length - 1] = colorKey(attributes);
      else if (name === 'xf' && parent === 'cellXfs') looks.push(lookOf(attributes, formats, fonts, fills));
    },
    close: () => stack.pop(),
    text: () => undefined,
    aside: () => undefined,
  });
  return looks;
}

function lookOf(
  xf: Attributes,
  formats: ReadonlyMap<number, string>,
  fonts: readonly Font[],
  fills: readonly string[],
): CellLook {
  const id = Number(xf.numFmtId);
  const font = fonts[Number(xf.fontId)] ?? { size: 11, color: '000000' };
  const code = formats.get(id);
  return {
    shape: code === undefined ? (DATES.has(id) ? 'date' : 'plain') : shapeOf(code),
    blank: blankOf(code ?? ''),
    tiny: font.size <= SMALLEST,
    color: font.color,
    ground: fills[Number(xf.fillId)] ?? 'FFFFFF',
  };
}

/** Sections of a format that show nothing: all four hide everything, the first three numbers alone. */
export function blankOf(code: string): CellLook['blank'] {
  const sections = code.split(';');
  const empty = sections.map((section) => /^\s*(""|\s)*$/.test(section));
  if (sections.length >= 4 && empty.slice(0, 4).every(Boolean)) return 'all';
  return sections.length >= 3 && empty.slice(0, 3).every(Boolean) ? 'numbers' : 'none';
}

function shapeOf(code: string): NumberShape {
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[ymd]/i.test(bare) && !/[#0?]/.test(bare.replaceAll(/\.0+/g, '')) ? 'date' : 'plain';
}

/** One key a colour: RRGGBB where it is known, else what the file says, so that equal ones can be told. */
export function colorKey(attributes: Attributes): string {
  const rgb = attributeOf(attributes, 'rgb');
  if (rgb) return rgb.slice(-6).toUpperCase();
  const indexed = attributeOf(attributes, 'indexed');
  if (indexed === '1' || indexed === '9' || indexed === '65') return 'FFFFFF';
  if (indexed === '0' || indexed === '8' || indexed === '64') return '000000';
  if (indexed !== undefined) return `indexed ${indexed}`;
  const theme = attributeOf(attributes, 'theme');
  const tint = Number(attributeOf(attributes, 'tint') ?? 0);
  if (theme === '0' && tint > -0.02) return 'FFFFFF';
  return theme === undefined ? '000000' : `theme ${theme} ${tint}`;
}

/** True for colours that nobody can tell apart; unknown ones are never the same. */
export function isSameColor(color: string, ground: string): boolean {
  if (color === '' || ground === '') return false;
  if (color === ground) return true;
  const hex = /^[\dA-F]{6}$/;
  if (!hex.test(color) || !hex.test(ground)) return false;
  const part = (key: string, at: number) => Number.parseInt(key.slice(at, at + 2), 16);
  return [0, 2, 4].every((at) => Math.abs(part(color, at) - part(ground, at)) <= 8);
}
