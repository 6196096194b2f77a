import { type Glyph, PAPER } from '../page/glyph.ts';
import { apply, type Box, boxAfter, IDENTITY, isInside, type Matrix, multiply } from '../page/matrix.ts';
import { finite, type GraphicsState } from './graphics-state.ts';

/** What a font without a table of characters gives: its own numbers, or codes of private use. */
const UNKNOWN = /^[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]/;
/** Below this, paint is air. */
const CLEAR = 0.05;
/** Letters pressed to less than this share of their width are strokes. */
const NARROW = 0.1;

/** Where text is painted beside its state: the place in the order of operators, the annotation, whether its layer is off. */
export interface TextSpot {
  readonly order: number;
  readonly annotation: string;
  readonly layerOff: boolean;
}

/** Follows the text operators of a page (ISO 32000-1, 9.4) and notes every character with its place and what hides it. */
export class TextPainter {
  readonly glyphs: Glyph[] = [];
  /** Characters that no table turns into text. */
  unreadable = 0;
  private textMatrix: Matrix = IDENTITY;
  private point = { x: 0, y: 0 };
  private line = { x: 0, y: 0 };

  start(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.point = { x: 0, y: 0 };
    this.line = { x: 0, y: 0 };
  }

  move(x: number, y: number): void {
    this.line = { x: this.line.x + x, y: this.line.y + y };
    this.point = { ...this.line };
  }

  /** Glyphs as pdfjs hands them over, between steps in thousandths of the size. */
  show(glyphs: readonly unknown[], state: GraphicsState, spot: TextSpot): void {
    if (!state.font.readable) this.unreadable += 1;
    const { fontSize, font, charSpacing, wordSpacing, scale } = state;
    const matrix = multiply(state.matrix, this.textMatrix);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.advance((-glyph / 1000) * fontSize, font.vertical, scale);
      else if (glyph !== null && typeof glyph === 'object') {
        const { unicode, width, vmetric, isSpace } = glyph as {
          unicode?: unknown;
          width?: unknown;
          vmetric?: unknown;
          isSpace?: unknown;
        };
        const down = font.vertical ? finite(Array.isArray(vmetric) ? vmetric[0] : undefined, -1000) : 0;
        const unit = fontSize * font.fontMatrix[0];
        const step = (font.vertical ? down : finite(width, 0)) * unit;
        if (typeof unicode !== 'string' || UNKNOWN.test(unicode)) this.unreadable += 1;
        if (typeof unicode === 'string') this.place(unicode, matrix, step * (font.vertical ? 1 : scale), state, spot);
        this.advance(step + charSpacing + (isSpace === true ? wordSpacing : 0), font.vertical, scale);
      }
    }
  }

  private advance(step: number, vertical: boolean, scale: number): void {
    if (vertical) this.point.y += step;
    else this.point.x += step * scale;
  }

  private place(text: string, matrix: Matrix, step: number, state: GraphicsState, spot: TextSpot): void {
    const { x } = this.point;
    const y = this.point.y + state.rise;
    const em = Math.abs(state.fontSize);
    const { vertical } = state.font;
    const box = boxAfter(
      matrix,
      vertical
        ? [x - em / 2, Math.min(y, y + step), x + em / 2, Math.max(y, y + step)]
        : [Math.min(x, x + step), y - em * 0.2, Math.max(x, x + step), y + em * 0.8],
    );
    const [pageX, pageY] = apply(matrix, x, y);
    const [aheadX, aheadY] = vertical ? [-matrix[2], -matrix[3]] : [matrix[0], matrix[1]];
    const length = Math.hypot(aheadX, aheadY) || 1;
    this.glyphs.push({
      text,
      x: pageX,
      y: pageY,
      directionX: aheadX / length,
      directionY: aheadY / length,
      width: Math.abs(step) * length,
      size: em * Math.hypot(matrix[2], matrix[3]),
      box,
      order: spot.order,
      color: state.mode % 4 === 1 ? state.stroke : state.fill,
      annotation: spot.annotation,
      hidden: spot.layerOff ? '关闭的图层' : reason(box, state),
      covered: 0,
      beneath: PAPER,
    });
  }
}

/** Why characters of this state at this place are not seen; empty when nothing hides them. */
function reason(box: Box, state: GraphicsState): string {
  if (state.mode === 3 || state.mode === 7) return '不着色的文字';
  const filled = state.mode === 0 || state.mode === 2 || state.mode === 4 || state.mode === 6;
  if (filled && state.fillAlpha < CLEAR) return '透明字';
  if (Math.abs(state.scale) < NARROW) return '极窄字';
  return isInside(state.clip, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2) ? '' : '被裁剪掉';
}
