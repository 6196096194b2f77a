import type { PaintedPage, Shape } from '../page/glyph.ts';
import {
  type Box,
  boxAfter,
  boxOf,
  EVERYWHERE,
  IDENTITY,
  intersection,
  type Matrix,
  matrixOf,
  multiply,
} from '../page/matrix.ts';
import { pathRules } from '../page/path-rules.ts';
import { shapeOf } from '../page/path-shape.ts';
import { type FontFacts, finite, type GraphicsState, initialState } from './graphics-state.ts';
import type { OperatorCodes, PdfOperators } from './pdfjs.ts';
import { TextPainter } from './text-painter.ts';

export interface PageContext {
  readonly codes: OperatorCodes;
  font(name: string): FontFacts;
  /** Whether an optional content group is switched on; `group` as pdfjs hands it over. */
  isLayerOn(group: unknown): boolean;
}

type NumberKey = 'lineWidth' | 'leading' | 'charSpacing' | 'wordSpacing' | 'scale' | 'rise' | 'mode';

const UNIT: Box = [0, 0, 1, 1];
/** From this share on, paint covers. */
const OPAQUE = 0.9;
/** Lines at least so thick (points) are bars. */
const BAR = 4;

/**
 * Replays the operators of one page (ISO 32000-1, 8 and 9) and notes every character with its place, paint and order, every area
 * painted opaquely, and every picture. Nothing is drawn.
 */
export class PageInterpreter {
  private readonly context: PageContext;
  private readonly writer = new TextPainter();
  private readonly shapes: Shape[] = [];
  private readonly rules: Box[] = [];
  private readonly pictures: Box[] = [];
  private readonly stack: GraphicsState[] = [];
  private readonly layers: boolean[] = [];
  private readonly actions: ReadonlyMap<number, (args: readonly unknown[]) => void>;
  private state: GraphicsState;
  private pendingClip = false;
  private order = 0;
  private annotation = '';
  private painted = false;

  constructor(context: PageContext) {
    this.context = context;
    this.state = initialState();
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
      glyphs: this.writer.glyphs,
      shapes: this.shapes,
      rules: this.rules,
      pictures: this.pictures,
      unreadable: this.writer.unreadable,
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
    return ([value]) => Object.assign(this.state, { [key]: finite(value, otherwise) * factor });
  }

  private textActions(codes: OperatorCodes): [number, (args: readonly unknown[]) => void][] {
    const set = this.setter.bind(this);
    return [
      [codes.beginText, () => this.writer.start(IDENTITY)],
      [codes.setTextMatrix, (args) => this.writer.start(matrixOf(args[0]))],
      [codes.moveText, ([x, y]) => this.writer.move(finite(x, 0), finite(y, 0))],
      [codes.nextLine, () => this.writer.move(0, -this.state.leading)],
      [
        codes.setLeadingMoveText,
        ([x, y]) => {
          this.state.leading = -finite(y, 0);
          this.writer.move(finite(x, 0), finite(y, 0));
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
      if (key === 'ca') this.state.fillAlpha = finite(value, 1);
      else if (key === 'LW') this.state.lineWidth = finite(value, 1);
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

  private setFont(name: unknown, size: unknown): void {
    this.state.font = this.context.font(String(name));
    this.state.fontSize = finite(size, 0);
  }

  private show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    this.painted = true;
    const { order, annotation } = this;
    this.writer.show(glyphs as unknown[], this.state, { order, annotation, layerOff: this.layers.includes(false) });
  }
}

/** '#rrggbb' as a number; -1 for anything else. */
function colorOf(value: unknown): number {
  return typeof value === 'string' && /^#[\da-f]{6}$/i.test(value) ? Number.parseInt(value.slice(1), 16) : -1;
}
