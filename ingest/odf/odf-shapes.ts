import { type Attributes, attributeOf } from '../package/walk-xml.ts';
import type { SlideShape } from '../slide/slide-shapes.ts';
import type { OdfFacts } from './odf-facts.ts';
import { centimetres } from './odf-styles.ts';
import type { OdfWriter } from './odf-writer.ts';

const SHAPES: ReadonlySet<string> = new Set(
  'frame custom-shape rect ellipse circle g path polygon polyline regular-polygon text-box image object object-ole control caption'.split(
    ' ',
  ),
);
/** Shapes that fill their box; of the others the middle half is taken for painted. */
const FULL: ReadonlySet<string> = new Set(['frame', 'rect', 'custom-shape', 'text-box']);

/** Follows the shapes of a part: which of them are not shown, and on slides where they lie and what they are painted with. */
export class OdfShapes {
  private readonly facts: OdfFacts;
  private readonly writer: OdfWriter;
  private readonly open_: (SlideShape | undefined)[] = [];
  private readonly reasons: string[] = [];

  constructor(facts: OdfFacts, writer: OdfWriter) {
    this.facts = facts;
    this.writer = writer;
  }

  /** Chinese label of what hides everything in the shape round the reader; empty when it is seen. */
  get unseen(): string {
    return this.reasons.at(-1) ?? '';
  }

  get current(): SlideShape | undefined {
    return this.open_.at(-1);
  }

  isShape(name: string): boolean {
    return SHAPES.has(name);
  }

  /** Returns what is to be done when the shape closes; undefined for an element that is none. */
  begin(name: string, attributes: Attributes): (() => void) | undefined {
    if (name === 'page' || !SHAPES.has(name)) return undefined;
    const layer = attributeOf(attributes, 'layer');
    const switched = attributeOf(attributes, 'display') === 'none';
    const own = switched || (layer !== undefined && this.facts.hiddenLayers.has(layer)) ? '隐藏的图形' : '';
    this.reasons.push(this.unseen || own);
    this.open_.push(this.shapeOf(name, attributes));
    return () => {
      this.reasons.pop();
      this.open_.pop();
    };
  }

  /** A box or a picture inside a frame is the frame. */
  private shapeOf(name: string, attributes: Attributes): SlideShape | undefined {
    const slide = this.writer.slide;
    const outer = this.current;
    if (!slide) return undefined;
    if (outer && name !== 'g' && (name === 'text-box' || name === 'image' || name === 'object')) {
      if (name === 'image') outer.fill ??= '';
      return outer;
    }
    const look = this.facts.styles.look('graphic', attributeOf(attributes, 'style-name'));
    const presented = this.facts.styles.look('presentation', attributeOf(attributes, 'style-name'));
    const fill = look.fill ?? presented.fill;
    const shape: SlideShape = {
      order: slide.all.length,
      title: /^(title|subtitle)$/.test(attributeOf(attributes, 'class') ?? ''),
      placeholder: attributeOf(attributes, 'placeholder') === 'true',
      hidden: this.unseen,
      box: boxOf(attributes),
      fill: fill === 'none' ? undefined : fill,
      share: FULL.has(name) ? 1 : 0.5,
    };
    const { page } = this.facts.styles;
    const { box } = shape;
    if (page && box && (box[0] >= page.width || box[1] >= page.height || box[2] <= 0 || box[3] <= 0))
      shape.hidden ||= '在幻灯片之外';
    slide.all.push(shape);
    return shape;
  }
}

/** The box of a shape in centimetres; undefined when it is turned or says no place. */
function boxOf(attributes: Attributes): SlideShape['box'] {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => centimetres(attributeOf(attributes, name)));
  if (x === undefined || y === undefined || width === undefined || attributeOf(attributes, 'transform')) return undefined;
  return [x, y, x + width, y + (height ?? 0)];
}
