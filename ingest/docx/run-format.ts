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
}

/** Reads one child of w:rPr into `format`. */
export function applyRunProperty(format: RunFormat, name: string, attributes: Attributes): void {
  const value = attributeOf(attributes, 'val');
  if (name === 'vanish') format.vanish = isOn(value);
  else if (name === 'color') format.color = colorOf(attributes);
  else if (name === 'sz') format.size = Number(value);
  else if (name === 'shd') format.shade = attributeOf(attributes, 'fill')?.toUpperCase() ?? 'AUTO';
  else if (name === 'highlight') format.highlight = value ?? 'none';
  else if (name === 'w') format.scale = Number(value?.replace('%', ''));
  else if (name === 'noFill') format.noFill = true;
}

export const isOn = (value: string | undefined): boolean => value === undefined || !['0', 'false', 'off', 'none'].includes(value);

function colorOf(attributes: Attributes): string {
  const theme = attributeOf(attributes, 'themeColor');
  if (theme === 'background1' || theme === 'light1') return 'FFFFFF';
  return attributeOf(attributes, 'val')?.toUpperCase() ?? 'AUTO';
}

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
  const highlight = first(levels, 'highlight');
  if (highlight !== undefined && highlight !== 'none')
    return highlight === 'white' && isWhite(first(levels, 'color')) ? '与底色同色' : undefined;
  const shade = first(levels, 'shade');
  const behind = shade === undefined || shade === 'AUTO' ? backdrop : shade;
  return isSame(first(levels, 'color'), behind) ? '与底色同色' : undefined;
}

function first<Key extends keyof RunFormat>(levels: readonly RunFormat[], key: Key): RunFormat[Key] {
  return levels.find((level) => level[key] !== undefined)?.[key];
}

const isWhite = (color: string | undefined): boolean => isSame(color, 'FFFFFF');

/** Colours the eye cannot tell apart: each channel within 8 of 255. */
function isSame(color: string | undefined, behind: string): boolean {
  if (!color || !/^[0-9A-F]{6}$/.test(color) || !/^[0-9A-F]{6}$/.test(behind)) return false;
  return [0, 2, 4].every((at) => Math.abs(channel(color, at) - channel(behind, at)) <= 8);
}
const channel = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
