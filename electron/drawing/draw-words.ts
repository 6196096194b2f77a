import type { Writing } from '../../host/page-drawing.ts';
import { pixelsOf } from './pixels-of.ts';

/** The letters of the program's own screens (renderer/styles/tokens.css): they stay legible when small. */
const FONTS =
  '"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';
/** Room on the left and right, as a share of the font's height. */
const MARGIN = 0.08;

/** Words in one line in the middle of their picture, as large as fits; undefined when they fit in no height that is allowed. */
export function drawnWords({ words, width, height, most, least }: Writing): Uint8Array<ArrayBuffer> | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.font = `${most}px ${FONTS}`;
  const wide = context.measureText(words);
  const tall = wide.actualBoundingBoxAscent + wide.actualBoundingBoxDescent;
  const size = Math.floor(most * Math.min(1, width / (wide.width + 2 * MARGIN * most), height / Math.max(1, tall)));
  if (size < least) return undefined;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000000';
  context.font = `${size}px ${FONTS}`;
  context.textAlign = 'center';
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = context.measureText(words);
  context.fillText(words, width / 2, (height + above - below) / 2);
  return pixelsOf(canvas);
}
