import { type SlideShape, SlideShapes } from '../slide/slide-shapes.ts';
import { descendants, type PptRecord, recordsOf, TYPES, viewOf } from './records.ts';
import { letterRuns } from './text-style.ts';

const [SHAPE, FLAGS, PROPERTIES, CLIENT_ANCHOR, STYLE, SCHEME, SIZE] = [0xf004, 0xf00a, 0xf00b, 0xf010, 0x0fa1, 0x07f0, 0x03e9];
/** Properties of shapes (MS-ODRAW 2.3): kind and colour of the fill, its switches, the switches of the whole shape, its picture. */
const [FILL_KIND, FILL_COLOR, FILL_SWITCHES, SHAPE_SWITCHES, PICTURE] = [0x0180, 0x0181, 0x01bf, 0x03bf, 0x0104];
/** Kinds of shapes that fill their box: rectangle, round rectangle, text box, picture frame. */
const FULL: ReadonlySet<number> = new Set([1, 2, 202, 75]);
const BACKGROUND = 0x400;

/** Width and height of the slides in master units; undefined when the document does not say. */
export function slideSize(documents: readonly PptRecord[]): { readonly width: number; readonly height: number } | undefined {
  for (const document of documents) {
    for (const { type, data } of recordsOf(document.data)) {
      if (type === SIZE && data.length >= 8)
        return { width: viewOf(data).getInt32(0, true), height: viewOf(data).getInt32(4, true) };
    }
  }
  return undefined;
}

/** What is seen of the texts of one slide: why a stretch is not, by the text record it stands in. */
export class SlideDrawing {
  private readonly reasons = new Map<number, (from: number, length: number) => string>();

  constructor(slide: PptRecord, size: ReturnType<typeof slideSize>) {
    const scheme = schemeOf(slide);
    const holders = [...descendants(slide)].filter(({ record }) => record.type === SHAPE).map(({ record }) => record);
    const background = holders.find((holder) => (flagsOf(holder) & BACKGROUND) !== 0);
    const shapes = new SlideShapes(
      background ? (fillOf(propertiesOf(background), scheme) ?? scheme[0] ?? '') : (scheme[0] ?? ''),
    );
    const placed = holders
      .filter((holder) => holder !== background)
      .map((holder) => ({ holder, shape: shapeOf(holder, shapes, scheme, size) }));
    for (const { holder, shape } of placed) this.judge(holder, shape, shapes, scheme);
  }

  /** Chinese label of what hides characters [from, from + length) of the text record at `offset`; empty when they are seen. */
  hides(offset: number, from: number, length: number): string {
    return this.reasons.get(offset)?.(from, length) ?? '';
  }

  private judge(holder: PptRecord, shape: SlideShape, shapes: SlideShapes, scheme: readonly string[]): void {
    const whole = shapes.hides(shape);
    const ground = shapes.groundOf(shape);
    let last: PptRecord | undefined;
    for (const { record } of descendants(holder)) {
      if (record.type === TYPES.textChars || record.type === TYPES.textBytes) {
        last = record;
        this.reasons.set(record.offset, () => whole);
      } else if (record.type === STYLE && last && whole === '') {
        const length = last.type === TYPES.textChars ? last.data.length >> 1 : last.data.length;
        const runs = letterRuns(record.data, length);
        this.reasons.set(last.offset, (from, count) => reasonOf(runs, from, count, ground, shapes, scheme));
      }
    }
  }
}

/** The reason that holds for all runs of a stretch; empty when one of them is seen. */
function reasonOf(
  runs: ReturnType<typeof letterRuns>,
  from: number,
  count: number,
  ground: string,
  shapes: SlideShapes,
  scheme: readonly string[],
): string {
  let at = 0;
  let why: string | undefined;
  for (const { length, color, size } of runs) {
    const touches = at < from + count && at + length > from;
    at += length;
    if (!touches) continue;
    const known = typeof color === 'number' ? scheme[color] : color;
    const own = shapes.hidesRun(
      { text: '', color: known, size: size === undefined ? undefined : size * 100, clear: false },
      ground,
    );
    if (own === '') return '';
    why ??= own;
  }
  return why ?? '';
}

function shapeOf(
  holder: PptRecord,
  shapes: SlideShapes,
  scheme: readonly string[],
  size: ReturnType<typeof slideSize>,
): SlideShape {
  const properties = propertiesOf(holder);
  const kind = [...recordsOf(holder.data)].find(({ type }) => type === FLAGS)?.instance ?? 0;
  const switches = properties.get(SHAPE_SWITCHES) ?? 0;
  const hidden = (switches & 0x20002) === 0x20002 ? '隐藏的图形' : '';
  const box = boxOf(holder);
  const shape: SlideShape = {
    order: shapes.all.length,
    title: false,
    placeholder: false,
    hidden,
    box,
    fill: properties.has(PICTURE) ? '' : fillOf(properties, scheme),
    share: FULL.has(kind) ? 1 : 0.5,
  };
  if (size && box && (box[0] >= size.width || box[1] >= size.height || box[2] <= 0 || box[3] <= 0))
    shape.hidden ||= '在幻灯片之外';
  shapes.all.push(shape);
  return shape;
}

/** Colour of the fill: undefined for none or when the shape leaves it to others, empty when nobody can say. */
function fillOf(properties: ReadonlyMap<number, number>, scheme: readonly string[]): string | undefined {
  const switches = properties.get(FILL_SWITCHES) ?? 0;
  if ((switches & 0x100000) !== 0 && (switches & 0x10) === 0) return undefined;
  if ((properties.get(FILL_KIND) ?? 0) !== 0) return '';
  const color = properties.get(FILL_COLOR);
  if (color === undefined) return undefined;
  if (color >>> 24 === 8) return scheme[color & 7] ?? '';
  if (color >>> 24 !== 0) return '';
  return [color & 255, (color >> 8) & 255, (color >> 16) & 255]
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Left, top, right, bottom in master units; a shape inside a group is measured by the group and has none here. */
function boxOf(holder: PptRecord): SlideShape['box'] {
  const anchor = [...recordsOf(holder.data)].find(({ type }) => type === CLIENT_ANCHOR)?.data;
  if (!anchor) return undefined;
  const view = viewOf(anchor);
  if (anchor.length >= 16)
    return [view.getInt32(4, true), view.getInt32(0, true), view.getInt32(8, true), view.getInt32(12, true)];
  if (anchor.length < 8) return undefined;
  return [view.getInt16(2, true), view.getInt16(0, true), view.getInt16(4, true), view.getInt16(6, true)];
}

function flagsOf(holder: PptRecord): number {
  const flags = [...recordsOf(holder.data)].find(({ type }) => type === FLAGS)?.data;
  return flags && flags.length >= 8 ? viewOf(flags).getUint32(4, true) : 0;
}

function propertiesOf(holder: PptRecord): Map<number, number> {
  const found = new Map<number, number>();
  for (const { type, instance, data } of recordsOf(holder.data)) {
    if (type !== PROPERTIES) continue;
    for (let index = 0; index < instance && index * 6 + 6 <= data.length; index += 1) {
      found.set(viewOf(data).getUint16(index * 6, true) & 0x3fff, viewOf(data).getUint32(index * 6 + 2, true));
    }
  }
  return found;
}

/** The eight colours of a slide: ground, text, shadow, title, fill, accents (MS-PPT 2.4.17). */
function schemeOf(slide: PptRecord): string[] {
  for (const { type, instance, data } of recordsOf(slide.data)) {
    if (type !== SCHEME || instance !== 1 || data.length < 32) continue;
    return Array.from({ length: 8 }, (_, index) =>
      Buffer.from(data.subarray(index * 4, index * 4 + 3))
        .toString('hex')
        .toUpperCase(),
    );
  }
  return [];
}
