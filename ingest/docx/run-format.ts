import { type Attributes, attributeOf } from '../package/walk-xml.ts';

/** What decides whether a run can be seen; undefined means that the next level up decides. */
export interface RunFormat {
  vanish?: boolean;
  /** RRGGBB in upper case, or auto. */
  color?: string;
  /** Half points. */
  size?: number;
  /** Fill behind the run: RRGGBB, or auto. */
  shade?: string;
  /** Named highlight colour, none for no highlight. */
  highlight?: string;
  /** Horizontal scale in per cent. */
  scale?: number;
  noFill?: boolean;
  /** Space added behind each letter, twentieths of a point; negative presses them together. */
  spacing?: number;
}

/** Reads one child of w:rPr into `format`. */
export function applyRunProperty(format: RunFormat, name: string, attributes: Attributes): void {
  const value = attributeOf(attributes, 'val');
  // specVanish stands on the mark of a style separator and hides whatever carries it.
  if (name === 'vanish' || name === 'specVanish') format.vanish = isOn(value);
  else if (name === 'color') format.color = colorOf(attributes);
  else if (name === 'sz') format.size = Number(value);
  else if (name === 'shd') format.shade = attributeOf(attributes, 'fill')?.toUpperCase() ?? 'AUTO';
  else if (name === 'highlight') format.highlight = value ?? 'none';
  else if (name === 'w') format.scale = Number(value?.replace('%', ''));
  else if (name === 'spacing') format.spacing = Number(value);
  else if (name === 'noFill') format.noFill = true;
}

/** Reads the fill of the letters (w14:textFill): it counts before w:color, and its alpha is the share that shines through. */
export function applyLetterFill(format: RunFormat, name: string, attributes: Attributes): void {
  const value = attributeOf(attributes, 'val') ?? '';
  if (name === 'srgbClr') format.color = value.toUpperCase();
  else if (name === 'schemeClr') format.color = /^(bg1|lt1)$/.test(value) ? 'FFFFFF' : 'AUTO';
  else if (name === 'alpha' && Number(value) >= 95_000) format.noFill = true;
}

export const isOn = (value: string | undefined): boolean => value === undefined || !['0', 'false', 'off', 'none'].includes(value);

function colorOf(attributes: Attributes): string {
  const theme = attributeOf(attributes, 'themeColor');
  if (theme === 'background1' || theme === 'light1') return 'FFFFFF';
  return attributeOf(attributes, 'val')?.toUpperCase() ?? 'AUTO';
}

/** Half points of a run that says no size of its own. */
const USUAL_SIZE = 21;
/** Colours of w:highlight (ECMA-376 17.18.40). */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGray: '808080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  green: '00FF00',
  lightGray: 'C0C0C0',
  magenta: 'FF00FF',
  red: 'FF0000',
  white: 'FFFFFF',
  yellow: 'FFFF00',
};

/**
 * Why a reader does not see a run, as a Chinese label; undefined when it is seen. `levels` go from the run outwards (run,
 * character style, paragraph style, defaults); `backdrop` is the fill behind the paragraph (RRGGBB).
 */
export function hiddenBecause(levels: readonly RunFormat[], backdrop: string): string | undefined {
  if (first(levels, 'vanish') === true) return '隐藏文字';
  const size = first(levels, 'size');
  if (size !== undefined && size <= 4) return '极小字';
  const scale = first(levels, 'scale');
  if (scale !== undefined && scale > 0 && scale <= 10) return '极窄字';
  if (levels[0]?.noFill) return '透明字';
  // Letters set back by nearly their own width lie on top of one another.
  if ((first(levels, 'spacing') ?? 0) <= -(size ?? USUAL_SIZE) * 9) return '压没的文字';
  const highlight = first(levels, 'highlight');
  if (highlight !== undefined && highlight !== 'none')
    return isSame(first(levels, 'color'), HIGHLIGHTS[highlight] ?? '') ? '与底色同色' : undefined;
  const shade = first(levels, 'shade');
  const behind = shade === undefined || shade === 'AUTO' ? backdrop : shade;
  return isSame(first(levels, 'color'), behind) ? '与底色同色' : undefined;
}

function first<Key extends keyof RunFormat>(levels: readonly RunFormat[], key: Key): RunFormat[Key] {
  for (const level of levels) if (level[key] !== undefined) return level[key];
  return undefined;
}

/** Colours the eye cannot tell apart: each channel within 8 of 255. */
function isSame(color: string | undefined, behind: string): boolean {
  if (!color || !/^[0-9A-F]{6}$/.test(color) || !/^[0-9A-F]{6}$/.test(behind)) return false;
  return [0, 2, 4].every((at) => Math.abs(channel(color, at) - channel(behind, at)) <= 8);
}
const channel = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
