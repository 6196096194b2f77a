import { isSameColor } from '../sheet/cell-looks.ts';

/** Left, top, right, bottom on the slide, in EMU. */
export type SlideBox = readonly [number, number, number, number];

/** One shape of a slide while it is being read. Colours are RRGGBB; empty where nobody can say. */
export interface SlideShape {
  /** Place in the order of painting. */
  readonly order: number;
  title: boolean;
  placeholder: boolean;
  /** Chinese label of what hides the shape itself; empty when it is seen. */
  hidden: string;
  box: SlideBox | undefined;
  /** What it is painted with: undefined for nothing, empty for a picture, a pattern or a colour that is not known. */
  fill: string | undefined;
  /** Share of its box that the shape surely covers: less for what is not a rectangle. */
  share: number;
}

/** A run of letters by what of it can be seen. */
export interface SlideRun {
  text: string;
  /** Undefined when the run says no colour of its own. */
  color: string | undefined;
  /** Hundredths of a point; undefined when the run says no size of its own. */
  size: number | undefined;
  clear: boolean;
}

/** Share of a text's box that must be covered, as for PDF. */
const ENOUGH = 0.8;
/** Painted shapes of one slide that are compared with its texts. */
const MOST_PAINTED = 3000;
/** Hundredths of a point. */
const SMALLEST = 200;

/** Says of the shapes of one slide, once all are known, what is seen of them and on what ground their letters stand. */
export class SlideShapes {
  readonly all: SlideShape[] = [];
  private readonly paper: string;
  private paintedOnes: readonly SlideShape[] | undefined;
  /** True when so much is painted that nobody compared it. */
  crowded = false;

  /** `paper` is the colour of the slide; empty when nobody can say. */
  constructor(paper: string) {
    this.paper = paper;
  }

  /** Why nobody sees a text of this shape; empty when it is seen. */
  hides(shape: SlideShape): string {
    if (shape.hidden !== '') return shape.hidden;
    const later = this.painted.some(
      (other) =>
        other.order > shape.order && other.hidden === '' && shape.box && coveredShare(shape.box, coverOf(other)) >= ENOUGH,
    );
    return later ? '被图形或图片遮住' : '';
  }

  /** Why nobody sees this run of a shape that is seen itself. `ground` is what `groundOf` says. */
  hidesRun({ color, size, clear }: SlideRun, ground: string): string {
    if (clear) return '透明字';
    if (size !== undefined && size <= SMALLEST) return '极小字';
    return color !== undefined && isSameColor(color, ground) ? '与底色同色' : '';
  }

  /** Colour behind the letters of a shape: its own, of what lies below it, or of the paper; empty when nobody can say. */
  groundOf(shape: SlideShape): string {
    if (shape.fill !== undefined) return shape.fill;
    const below = this.painted.filter((other) => other.order < shape.order);
    if (this.crowded) return '';
    if (!shape.box) return below.length > 0 ? '' : this.paper;
    const [left, top, right, bottom] = shape.box;
    const touching = below.filter(({ box }) => box && box[0] < right && box[2] > left && box[1] < bottom && box[3] > top);
    const last = touching.at(-1);
    if (!last?.box) return this.paper;
    return coveredShare(shape.box, coverOf(last)) > 0.95 ? (last.fill ?? '') : '';
  }

  /** What is painted at all; nobody lays more on one slide, and beyond that nothing is said of what lies under what. */
  private get painted(): readonly SlideShape[] {
    if (!this.paintedOnes) {
      const painted = this.all.filter((shape) => shape.hidden === '' && shape.fill !== undefined && shape.box);
      this.crowded = painted.length > MOST_PAINTED;
      this.paintedOnes = this.crowded ? [] : painted;
    }
    return this.paintedOnes;
  }
}

/** The part of its box that a shape surely paints. */
function coverOf({ box, share }: SlideShape): SlideBox {
  if (!box) return [0, 0, 0, 0];
  const [x, y] = [((box[2] - box[0]) * (1 - share)) / 2, ((box[3] - box[1]) * (1 - share)) / 2];
  return [box[0] + x, box[1] + y, box[2] - x, box[3] - y];
}

function coveredShare(box: SlideBox, cover: SlideBox): number {
  const width = Math.min(box[2], cover[2]) - Math.max(box[0], cover[0]);
  const height = Math.min(box[3], cover[3]) - Math.max(box[1], cover[1]);
  const area = (box[2] - box[0]) * (box[3] - box[1]);
  return width <= 0 || height <= 0 || area <= 0 ? 0 : (width * height) / area;
}
