import type { PixelBox } from './raster.ts';

/** One character to be painted over: its box in pixels, the height of its font, and the mark it belongs to. */
export interface Bar {
  readonly mark: number;
  readonly box: PixelBox;
  readonly size: number;
}

/** Characters of one mark so near each other (in font heights) are one bar: their number is nobody's business. */
const NEAR = 1.2;

/** Characters of one mark in one line as one box; a mark over two lines stays two. */
export function joined(bars: readonly Bar[]): Bar[] {
  const found: Bar[] = [];
  let before: Bar | undefined;
  for (const bar of bars) {
    const last = found.at(-1);
    if (last && before && before.mark === bar.mark && (isBeside(before, bar, 0) || isBeside(before, bar, 1))) {
      const [a, b] = [last.box, bar.box];
      const box: PixelBox = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
      found[found.length - 1] = { mark: bar.mark, box, size: Math.max(last.size, bar.size) };
    } else found.push(bar);
    before = bar;
  }
  return found;
}

/** Next to each other along an axis (0: across the page, 1: down), and level with each other on the other one. */
function isBeside({ box: a, size }: Bar, { box: b }: Bar, axis: 0 | 1): boolean {
  const other = axis === 0 ? 1 : 0;
  const overlap = (on: 0 | 1): number => Math.min(a[edgeAfter(on)], b[edgeAfter(on)]) - Math.max(a[on], b[on]);
  const narrower = Math.min(a[edgeAfter(other)] - a[other], b[edgeAfter(other)] - b[other]);
  return overlap(other) > narrower / 2 && overlap(axis) > -NEAR * size;
}
const edgeAfter = (axis: 0 | 1): 2 | 3 => (axis === 0 ? 2 : 3);

/** Of the joined bars the one of a mark with the most room; undefined when the mark has none. */
export function roomiest(bars: readonly Bar[], mark: number): Bar | undefined {
  const area = ({ box }: Bar): number => (box[2] - box[0]) * (box[3] - box[1]);
  return bars
    .filter((bar) => bar.mark === mark)
    .reduce<Bar | undefined>((best, bar) => (best && area(best) >= area(bar) ? best : bar), undefined);
}
