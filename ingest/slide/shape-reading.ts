import { isOn } from '../docx/run-format.ts';
import type { Attributes } from '../package/walk-xml.ts';
import { type Deck, numberOf } from './deck.ts';
import { ColorReading, type Scheme } from './slide-colors.ts';
import type { SlideShape, SlideShapes } from './slide-shapes.ts';

const SHAPES: ReadonlySet<string> = new Set(['sp', 'graphicFrame', 'grpSp', 'pic', 'cxnSp']);
const FILLS: ReadonlySet<string> = new Set(['solidFill', 'gradFill', 'pattFill', 'blipFill', 'grpFill']);
/** Outlines that fill their box but for corners; of all others the middle half is taken for painted. */
const FULL = /^(rect|roundRect|round\w*Rect|snip\w*Rect|flowChartProcess|flowChartAlternateProcess|bevel|foldedCorner)$/;
const OPAQUE = 0.9;

/** Scale and shift from the frame of a group to the slide. */
interface Frame {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly x: number;
  readonly y: number;
}
const SLIDE: Frame = { scaleX: 1, scaleY: 1, x: 0, y: 0 };

/** Follows the shapes of a slide through its elements: where each lies, what it is painted with, what hides it. */
export class ShapeReading {
  readonly shapes: SlideShapes;
  private readonly deck: Deck;
  private readonly scheme: Scheme;
  private readonly open_: SlideShape[] = [];
  private readonly frames: Frame[] = [SLIDE];
  private readonly stack: string[] = [];
  private offset = { x: 0, y: 0 };
  private extent = { x: 0, y: 0 };
  private childOffset = { x: 0, y: 0 };
  private fill: ColorReading | undefined;

  constructor(shapes: SlideShapes, deck: Deck, scheme: Scheme) {
    this.shapes = shapes;
    this.deck = deck;
    this.scheme = scheme;
  }

  /** The shape round the reader; undefined on the bare slide. */
  get current(): SlideShape | undefined {
    return this.open_.at(-1);
  }

  /** Names of the element round the one that opened last, and of the one round that. */
  within(): readonly [string, string] {
    return [this.stack.at(-2) ?? '', this.stack.at(-3) ?? ''];
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.stack.at(-1) ?? '';
    this.stack.push(name);
    if (SHAPES.has(name)) this.openShape(name);
    const shape = this.current;
    if (!shape) return;
    if (name === 'cNvPr' && attributes.hidden !== undefined && isOn(attributes.hidden)) shape.hidden = '隐藏的图形';
    else if (name === 'ph') Object.assign(shape, { title: /title/i.test(attributes.type ?? ''), placeholder: true });
    else if (parent === 'xfrm') this.place(name, attributes, shape);
    else if (name === 'prstGeom') shape.share = FULL.test(attributes.prst ?? '') ? 1 : 0.5;
    else if (name === 'custGeom') shape.share = 0.5;
    else if (parent === 'spPr' && FILLS.has(name)) {
      shape.fill = '';
      if (name === 'solidFill') this.fill = new ColorReading(this.scheme);
    } else if (parent === 'spPr' && name === 'noFill') shape.fill = undefined;
    // The style counts where the shape itself says nothing: a filled shape of a colour the theme knows.
    else if (name === 'fillRef' && numberOf(attributes, 'idx') > 0 && !this.stack.includes('noFill')) shape.fill ??= '';
    else this.fill?.take(name, attributes);
  }

  close(name: string): void {
    this.stack.pop();
    const shape = this.current;
    if (name === 'solidFill' && this.stack.at(-1) === 'spPr' && shape && this.fill) {
      shape.fill = this.fill.opacity >= OPAQUE ? this.fill.color : undefined;
      this.fill = undefined;
    } else if (name === 'xfrm' && shape) this.measure(shape);
    else if (SHAPES.has(name)) {
      this.open_.pop();
      if (name === 'grpSp') this.frames.pop();
    }
  }

  /** A hidden group hides what is in it. */
  private openShape(name: string): void {
    const shape: SlideShape = {
      order: this.shapes.all.length,
      title: false,
      placeholder: false,
      hidden: this.current?.hidden ?? '',
      box: undefined,
      fill: name === 'pic' ? '' : undefined,
      share: 1,
    };
    this.shapes.all.push(shape);
    this.open_.push(shape);
    if (name === 'grpSp') this.frames.push(this.frames.at(-1) ?? SLIDE);
  }

  private place(name: string, attributes: Attributes, shape: SlideShape): void {
    const point = { x: numberOf(attributes, 'x'), y: numberOf(attributes, 'y') };
    const size = { x: numberOf(attributes, 'cx'), y: numberOf(attributes, 'cy') };
    if (name === 'off') this.offset = point;
    else if (name === 'ext') this.extent = size;
    else if (name === 'chOff') this.childOffset = point;
    else if (name === 'chExt' && this.frames.length > 1) {
      const outer = this.frames.at(-2) ?? SLIDE;
      const scaleX = size.x > 0 ? this.extent.x / size.x : 1;
      const scaleY = size.y > 0 ? this.extent.y / size.y : 1;
      this.frames[this.frames.length - 1] = {
        scaleX: outer.scaleX * scaleX,
        scaleY: outer.scaleY * scaleY,
        x: outer.x + (this.offset.x - this.childOffset.x * scaleX) * outer.scaleX,
        y: outer.y + (this.offset.y - this.childOffset.y * scaleY) * outer.scaleY,
      };
      shape.fill = undefined;
    }
  }

  private measure(shape: SlideShape): void {
    const group = this.stack.at(-1) === 'grpSpPr';
    const frame = (group ? this.frames.at(-2) : this.frames.at(-1)) ?? SLIDE;
    const [x, y] = [frame.x + this.offset.x * frame.scaleX, frame.y + this.offset.y * frame.scaleY];
    const [width, height] = [this.extent.x * frame.scaleX, this.extent.y * frame.scaleY];
    shape.box = [x, y, x + width, y + height];
    if (this.deck.isOutside(x, y, width, height)) shape.hidden ||= '在幻灯片之外';
    else if (width === 0 && height === 0 && !group) shape.hidden ||= '大小为零的图形';
  }
}
