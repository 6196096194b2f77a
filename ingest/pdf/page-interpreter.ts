import { type Glyph, PAPER, type PaintedPage, type Shape } from '../page/glyph.ts';
import {
  apply,
  type Box,
  boxAfter,
  boxOf,
  EVERYWHERE,
  IDENTITY,
  intersection,
  isInside,
  type Matrix,
  matrixOf,
  multiply,
} from '../page/matrix.ts';
import { pathRules } from '../page/path-rules.ts';
import { shapeOf } from '../page/path-shape.ts';
import type { OperatorCodes, PdfOperators } from './pdfjs.ts';

/** What the interpreter must know of a font: its unit matrix and whether it writes downwards. */
export interface FontFacts {
  readonly fontMatrix: Matrix;
  readonly vertical: boolean;
  /** False when pdfjs could not make sense of the font: then its characters do not come out at all. */
  readonly readable: boolean;
}

export interface PageContext {
  readonly codes: OperatorCodes;
  font(name: string): FontFacts;
  /** Whether an optional content group is switched on; `group` as pdfjs hands it over. */
  isLayerOn(group: unknown): boolean;
}

interface State {
  matrix: Matrix;
  clip: Box;
  fill: number;
  fillAlpha: number;
  lineWidth: number;
  stroke: number;
  multiplies: boolean;
  mode: number;
  fontSize: number;
  font: FontFacts;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

type NumberKey = 'lineWidth' | 'leading' | 'charSpacing' | 'wordSpacing' | 'scale' | 'rise' | 'mode';

const UNIT: Box = [0, 0, 1, 1];
/** What a font without a table of characters gives: its own numbers, or codes of private use. */
const UNKNOWN = /^[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]/;
/** Below this, paint is air; above the other, it covers. */
const CLEAR = 0.05;
const OPAQUE = 0.9;
/** Letters pressed to less than this share of their width are strokes. */
const NARROW = 0.1;
/** Lines at least so thick (points) are bars. */
const BAR = 4;

/**
 * Replays the operators of one page (ISO 32000-1, 8 and 9) and notes every character with its place, paint and order, every area
 * painted opaquely, and every picture. Nothing is drawn.
 */
export class PageInterpreter {
  private readonly context: PageContext;
  private readonly glyphs: Glyph[] = [];
  private readonly shapes: Shape[] = [];
  private readonly rules: Box[] = [];
  private readonly pictures: Box[] = [];
  private readonly stack: State[] = [];
  private readonly layers: boolean[] = [];
  private readonly actions: ReadonlyMap<number, (args: readonly unknown[]) => void>;
  private state: State;
  private textMatrix: Matrix = IDENTITY;
  private point = { x: 0, y: 0 };
  private line = { x: 0, y: 0 };
  private pendingClip = false;
  private order = 0;
  private annotation = '';
  private painted = false;
  private unreadable = 0;

  constructor(context: PageContext) {
    this.context = context;
    this.state = {
      matrix: IDENTITY,
      clip: EVERYWHERE,
      fill: 0,
      fillAlpha: 1,
      lineWidth: 1,
      stroke: 0,
      multiplies: false,
      mode: 0,
      fontSize: 0,
      font: { fontMatrix: [0.001, 0, 0, 0.001, 0, 0], vertical: false, readable: true },
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
    };
    this.actions = this.actionsOf(context.codes);
  }

  run({ fnArray, argsArray }: Pick<PdfOperators, 'fnArray' | 'argsArray'>): PaintedPage {
    for (let index = 0; index < fnArray.length; index += 1) {
      const action = this.actions.get(fnArray[index] ?? -1);
      if (!action) continue;
      this.order = index;
      const args: unknown = argsArray[index];
      action(Array.isArray(args) ? args : []);
    }
    return {
      glyphs: this.glyphs,
      shapes: this.shapes,
      rules: this.rules,
      pictures: this.pictures,
      unreadable: this.unreadable,
      painted: this.painted,
    };
  }

  private actionsOf(codes: OperatorCodes): Map<number, (args: readonly unknown[]) => void> {
    const paint = (key: 'fill' | 'stroke') => (args: readonly unknown[]) =>
      Object.assign(this.state, { [key]: colorOf(args[0]) });
    const clip = () => Object.assign(this, { pendingClip: true });
    const mask = () => Object.assign(this, { painted: true });
    const picture = () => this.picture(UNIT);
    return new Map<number, (args: readonly unknown[]) => void>([
      [codes.save, () => this.save()],
      [codes.restore, () => this.restore()],
      [codes.transform, (args) => this.transform(matrixOf(args))],
      [codes.paintFormXObjectBegin, (args) => this.openForm(args)],
      [codes.paintFormXObjectEnd, () => this.restore()],
      [codes.beginAnnotation, (args) => this.openAnnotation(args)],
      [codes.endAnnotation, () => this.closeAnnotation()],
      [codes.beginMarkedContent, () => void this.layers.push(true)],
      [codes.beginMarkedContentProps, ([tag, group]) => void this.layers.push(tag !== 'OC' || this.context.isLayerOn(group))],
      [codes.endMarkedContent, () => void this.layers.pop()],
      [codes.setGState, (args) => this.graphicsState(args[0])],
      [codes.setLineWidth, this.setter('lineWidth', 1)],
      [codes.setFillRGBColor, paint('fill')],
      [codes.setStrokeRGBColor, paint('stroke')],
      [codes.setFillColorN, () => Object.assign(this.state, { fill: -1 })],
      [codes.setFillTransparent, () => Object.assign(this.state, { fillAlpha: 0 })],
      [codes.clip, clip],
      [codes.eoClip, clip],
      [codes.constructPath, (args) => this.path(args)],
      [codes.shadingFill, () => this.area(this.state.clip, -1)],
      [codes.paintImageXObject, picture],
      [codes.paintInlineImageXObject, picture],
      [codes.paintImageXObjectRepeat, picture],
      [codes.paintInlineImageXObjectGroup, picture],
      [codes.paintImageMaskXObject, mask],
      [codes.paintImageMaskXObjectGroup, mask],
      [codes.paintImageMaskXObjectRepeat, mask],
      [codes.paintSolidColorImageMask, () => this.area(boxAfter(this.state.matrix, UNIT), this.state.fill)],
      ...this.textActions(codes),
    ]);
  }

  private setter(key: NumberKey, otherwise: number, factor = 1): (args: readonly unknown[]) => void {
    return ([value]) => Object.assign(this.state, { [key]: number(value, otherwise) * factor });
  }

  private textActions(codes: OperatorCodes): [number, (args: readonly unknown[]) => void][] {
    const set = this.setter.bind(this);
    return [
      [codes.beginText, () => this.startText(IDENTITY)],
      [codes.setTextMatrix, (args) => this.startText(matrixOf(args[0]))],
      [codes.moveText, ([x, y]) => this.moveText(number(x, 0), number(y, 0))],
      [codes.nextLine, () => this.moveText(0, -this.state.leading)],
      [
        codes.setLeadingMoveText,
        ([x, y]) => {
          this.state.leading = -number(y, 0);
          this.moveText(number(x, 0), number(y, 0));
        },
      ],
      [codes.setLeading, set('leading', 0)],
      [codes.setCharSpacing, set('charSpacing', 0)],
      [codes.setWordSpacing, set('wordSpacing', 0)],
      [codes.setHScale, set('scale', 100, 0.01)],
      [codes.setTextRise, set('rise', 0)],
      [codes.setTextRenderingMode, set('mode', 0)],
      [codes.setFont, ([name, size]) => this.setFont(name, size)],
      [codes.showText, ([glyphs]) => this.show(glyphs)],
    ];
  }

  private save(): void {
    if (this.stack.length < 5000) this.stack.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }

  private clipTo(box: Box): void {
    this.state.clip = intersection(this.state.clip, boxAfter(this.state.matrix, box));
  }

  private openForm([matrix, bounds]: readonly unknown[]): void {
    this.save();
    this.transform(matrixOf(matrix));
    const box = boxOf(bounds);
    if (box) this.clipTo(box);
  }

  private openAnnotation([id, rectangle, transform, matrix]: readonly unknown[]): void {
    this.save();
    this.annotation = String(id ?? '注释');
    this.state = { ...this.state, clip: boxOf(rectangle) ?? EVERYWHERE, fill: 0, fillAlpha: 1, mode: 0 };
    this.transform(matrixOf(transform));
    this.transform(matrixOf(matrix));
  }

  private closeAnnotation(): void {
    this.annotation = '';
    this.restore();
  }

  private graphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries as unknown[]) {
      const [key, value] = Array.isArray(entry) ? (entry as unknown[]) : [];
      if (key === 'ca') this.state.fillAlpha = number(value, 1);
      else if (key === 'LW') this.state.lineWidth = number(value, 1);
      else if (key === 'BM') this.state.multiplies = value !== 'source-over' && value !== 'Normal';
      else if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], value[1]);
    }
  }

  private path([operator, data, bounds]: readonly unknown[]): void {
    const clips = this.pendingClip;
    this.pendingClip = false;
    const box = boxOf(bounds);
    const packed: unknown = Array.isArray(data) ? data[0] : undefined;
    if (!box) return;
    const { codes } = this.context;
    const fills =
      operator === codes.fill || operator === codes.eoFill || operator === codes.fillStroke || operator === codes.eoFillStroke;
    const closes = operator === codes.closeFillStroke || operator === codes.closeEOFillStroke;
    if (operator !== codes.endPath) this.painted = true;
    if (operator !== codes.endPath && packed instanceof Float32Array)
      this.rules.push(...pathRules(packed, this.state.matrix, this.state.clip, fills || closes));
    if (fills || closes) {
      const evenOdd = operator === codes.eoFill || operator === codes.eoFillStroke || operator === codes.closeEOFillStroke;
      this.fillPath(packed instanceof Float32Array ? packed : new Float32Array(), box, evenOdd);
    } else if (operator !== codes.endPath) this.bar(box);
    if (clips) this.clipTo(box);
  }

  private fillPath(path: Float32Array, box: Box, evenOdd: boolean): void {
    if (!this.isOpaque()) return;
    const { matrix, clip, fill } = this.state;
    const shape = shapeOf(path, box, { matrix, clip, order: this.order, color: fill, evenOdd });
    if (shape) this.shapes.push(shape);
  }

  /** A straight line as thick as a line of text blackens it. */
  private bar([left, bottom, right, top]: Box): void {
    const width = this.state.lineWidth;
    const { matrix, stroke } = this.state;
    const thick = width * Math.hypot(matrix[0], matrix[1]);
    if (thick < BAR || Math.min(right - left, top - bottom) > 0.01) return;
    const half = width / 2;
    const box: Box =
      right - left > top - bottom ? [left, bottom - half, right, top + half] : [left - half, bottom, right + half, top];
    this.area(boxAfter(matrix, box), stroke);
  }

  private picture(box: Box): void {
    const seen = intersection(boxAfter(this.state.matrix, box), this.state.clip);
    this.painted = true;
    if (seen[2] <= seen[0] || seen[3] <= seen[1]) return;
    this.pictures.push(seen);
    this.area(seen, -1);
  }

  private area(box: Box, color: number): void {
    this.painted = true;
    const seen = intersection(box, this.state.clip);
    if (!this.isOpaque() || seen[2] <= seen[0] || seen[3] <= seen[1]) return;
    this.shapes.push({ box: seen, order: this.order, color, outlines: undefined, evenOdd: false });
  }

  private isOpaque(): boolean {
    return this.state.fillAlpha >= OPAQUE && !this.state.multiplies && !this.layers.includes(false);
  }

  private startText(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.point = { x: 0, y: 0 };
    this.line = { x: 0, y: 0 };
  }

  private moveText(x: number, y: number): void {
    this.line = { x: this.line.x + x, y: this.line.y + y };
    this.point = { ...this.line };
  }

  private setFont(name: unknown, size: unknown): void {
    this.state.font = this.context.font(String(name));
    this.state.fontSize = number(size, 0);
  }

  private show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    this.painted = true;
    if (!this.state.font.readable) this.unreadable += 1;
    const { fontSize, font, charSpacing, wordSpacing, scale, rise } = this.state;
    const matrix = multiply(this.state.matrix, this.textMatrix);
    for (const glyph of glyphs as unknown[]) {
      if (typeof glyph === 'number') this.advance((-glyph / 1000) * fontSize, font.vertical, scale);
      else if (glyph !== null && typeof glyph === 'object') {
        const { unicode, width, vmetric, isSpace } = glyph as {
          unicode?: unknown;
          width?: unknown;
          vmetric?: unknown;
          isSpace?: unknown;
        };
        const down = font.vertical ? number(Array.isArray(vmetric) ? vmetric[0] : undefined, -1000) : 0;
        const unit = fontSize * font.fontMatrix[0];
        const step = (font.vertical ? down : number(width, 0)) * unit;
        if (typeof unicode !== 'string' || UNKNOWN.test(unicode)) this.unreadable += 1;
        if (typeof unicode === 'string') this.place(unicode, matrix, step * (font.vertical ? 1 : scale), rise);
        this.advance(step + charSpacing + (isSpace === true ? wordSpacing : 0), font.vertical, scale);
      }
    }
  }

  private advance(step: number, vertical: boolean, scale: number): void {
    if (vertical) this.point.y += step;
    else this.point.x += step * scale;
  }

  private place(text: string, matrix: Matrix, step: number, rise: number): void {
    const { x } = this.point;
    const y = this.point.y + rise;
    const em = Math.abs(this.state.fontSize);
    const { vertical } = this.state.font;
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
      order: this.order,
      color: this.state.mode % 4 === 1 ? this.state.stroke : this.state.fill,
      annotation: this.annotation,
      hidden: this.reason(box),
      covered: 0,
      beneath: PAPER,
    });
  }

  private reason(box: Box): string {
    if (this.layers.includes(false)) return '关闭的图层';
    if (this.state.mode === 3 || this.state.mode === 7) return '不着色的文字';
    const filled = this.state.mode === 0 || this.state.mode === 2 || this.state.mode === 4 || this.state.mode === 6;
    if (filled && this.state.fillAlpha < CLEAR) return '透明字';
    if (Math.abs(this.state.scale) < NARROW) return '极窄字';
    return isInside(this.state.clip, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2) ? '' : '被裁剪掉';
  }
}

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** '#rrggbb' as a number; -1 for anything else. */
function colorOf(value: unknown): number {
  return typeof value === 'string' && /^#[\da-f]{6}$/i.test(value) ? Number.parseInt(value.slice(1), 16) : -1;
}
