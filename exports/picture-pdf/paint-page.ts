import { type Bar, joined, roomiest } from './bars.ts';
import { clipped, distance, fill, ground, type PixelBox, put, type Raster, somePixel } from './raster.ts';
import { writeWords } from './write-words.ts';

/** Hidden text that the picture might betray, see ingest/pdf/picture-plan.ts. */
export interface PaintedVeil {
  readonly box: PixelBox;
  readonly how: 'level' | 'cover' | 'paint';
  readonly color: number;
}
export interface Painting {
  readonly bars: readonly Bar[];
  readonly veils: readonly PaintedVeil[];
  /** Pictures that are painted over whole. */
  readonly pictures: readonly PixelBox[];
  /** Pictures of the words that are written in the roomiest bar of a mark, no larger than the bar. */
  readonly words: ReadonlyMap<number, Raster>;
}

const BLACK = 0;
/** Pixels that differ so much from their ground are ink, edges of letters included. */
const INK = 40;
/** What hardly differs from its ground and is to vanish in it: the reader's limit, and what the drawing adds at edges. */
const FAINT = 26;
interface Reach {
  /** Along the line, and across it. */
  readonly along: number;
  readonly across: number;
}
/** Shares of the font's height: room round a character from the start, and how far its ink is followed beyond. */
const ROOM: Reach = { along: 0.02, across: 0.1 };
const REACH: Reach = { along: 0.08, across: 0.35 };

/**
 * Paints over, in place: characters that must go in black, hidden text that shows in the colour of its ground; then writes words where
 * there are any. `bare` is the same
 * page drawn without any text, for telling whether an area hides what lies under it. False when the picture has no ink where
 * characters should stand: then places and picture do not belong together, and the picture must not be used.
 */
export function paintPage(raster: Raster, bare: Raster | undefined, { bars, veils, pictures, words }: Painting): boolean {
  if (!marksHaveInk(raster, bars)) return false;
  // Judged on the drawing itself, before anything is painted over.
  const shining = veils.filter(({ box, how }) => how !== 'cover' || showsThrough(raster, bare, box));
  const whole = joined(bars);
  const grown = whole.map((bar) => followed(raster, bar));
  for (const { box, how, color } of shining) {
    if (how === 'level') level(raster, box, color);
    else fill(raster, box, color);
  }
  for (const box of [...pictures, ...grown]) fill(raster, box, BLACK);
  const isGone = [...pictures, ...grown].every((box) => !somePixel(raster, box, (offset) => distance(raster, offset, BLACK) > 0));
  if (!isGone) return false;
  for (const [mark, picture] of words) {
    const bar = roomiest(whole, mark);
    const box = bar && grown[whole.indexOf(bar)];
    if (box) writeWords(raster, box, picture);
  }
  return true;
}

/** Half of the characters of every mark at least; single ones may be blank in the font that was at hand. */
function marksHaveInk(raster: Raster, bars: readonly Bar[]): boolean {
  return [...Map.groupBy(bars, ({ mark }) => mark).values()].every((own) => {
    const seen = own.filter(({ box }) => {
      const color = ground(raster, box);
      return somePixel(raster, box, (offset) => distance(raster, offset, color) > INK);
    });
    return seen.length * 2 >= own.length;
  });
}

function showsThrough(raster: Raster, bare: Raster | undefined, box: PixelBox): boolean {
  if (!bare || bare.width !== raster.width || bare.height !== raster.height) return true;
  const same = (offset: number): boolean =>
    [0, 1, 2].every((channel) => raster.data[offset + channel] === bare.data[offset + channel]);
  return somePixel(raster, box, (offset) => !same(offset));
}

function level(raster: Raster, box: PixelBox, color: number): void {
  somePixel(raster, box, (offset) => {
    if (distance(raster, offset, color) <= FAINT) put(raster, offset, color);
    return false;
  });
}

/**
 * The box with room round it, and further as long as ink runs over its edge: fonts reach beyond the boxes they state. Along the line
 * little, for there the neighbours stand, which may be read.
 */
function followed(raster: Raster, { box, size }: Bar): PixelBox {
  const down = box[3] - box[1] > (box[2] - box[0]) * 1.5;
  const rooms = (share: Reach): readonly [number, number] =>
    down ? [size * share.across, size * share.along] : [size * share.along, size * share.across];
  const [roomX, roomY] = rooms(ROOM);
  const [farX, farY] = rooms(REACH);
  const start: PixelBox = [
    box[0] - Math.max(1, roomX),
    box[1] - Math.max(1, roomY),
    box[2] + Math.max(1, roomX),
    box[3] + Math.max(1, roomY),
  ];
  const first = clipped(raster, start);
  if (!first) return box;
  let grown = first;
  const color = ground(raster, grown);
  const isInk = (offset: number): boolean => distance(raster, offset, color) > INK;
  const row = raster.width * 3;
  for (let step = 1; step <= Math.max(farX, farY); step += 1) {
    const [left, top, right, bottom] = grown;
    const over = (inside: PixelBox, stride: number): boolean =>
      somePixel(raster, inside, (offset) => isInk(offset) && isInk(offset + stride));
    const next: PixelBox = [
      step <= farX && left > 0 && over([left, top, left + 1, bottom], -3) ? left - 1 : left,
      step <= farY && top > 0 && over([left, top, right, top + 1], -row) ? top - 1 : top,
      step <= farX && right < raster.width && over([right - 1, top, right, bottom], 3) ? right + 1 : right,
      step <= farY && bottom < raster.height && over([left, bottom - 1, right, bottom], row) ? bottom + 1 : bottom,
    ];
    if (next.every((edge, index) => edge === grown[index])) break;
    grown = next;
  }
  // One more for the paler edge of letters.
  return clipped(raster, [grown[0] - 1, grown[1] - 1, grown[2] + 1, grown[3] + 1]) ?? grown;
}
