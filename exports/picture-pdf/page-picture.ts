import { zlibSync } from 'fflate';
import { jpeg } from './jpeg.ts';
import type { Raster } from './raster.ts';

/** A page as it stands in the file. */
export interface PagePicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** grey: 4 bits a pixel; palette: 8 bits, an index; the others are JPEG files. Rows of the first two are packed as in a PNG. */
  readonly kind: 'grey' | 'palette' | 'jpeg-grey' | 'jpeg-color';
  /** Colours of a palette, three bytes each; empty otherwise. */
  readonly palette: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Channels that differ by so much at most are grey: programs make black of three colours and miss by a little. */
const GREY = 8;
/** Text, lines and shading are a few tones and the edges between them; in a photo no tones stand out. */
const TONES = 8;
const TONES_SHARE = 0.85;

/** The form in which a page keeps its looks at the least size: text as few plain colours, photos as JPEG. */
export function pagePicture(raster: Raster): PagePicture {
  const { width, height, data } = raster;
  const grey = isGrey(data);
  const rows = isPlain(data) ? (grey ? greyRows(raster) : paletteRows(raster)) : undefined;
  if (rows) return { ...rows, width, height, bytes: zlibSync(rows.bytes, { level: 6 }) };
  return { width, height, kind: grey ? 'jpeg-grey' : 'jpeg-color', palette: new Uint8Array(), bytes: jpeg(raster, grey) };
}

function isPlain(data: Uint8Array): boolean {
  const counts = new Uint32Array(1 << 15);
  for (let at = 0; at < data.length; at += 3) {
    const tone = (((data[at] ?? 0) >> 3) << 10) | (((data[at + 1] ?? 0) >> 3) << 5) | ((data[at + 2] ?? 0) >> 3);
    counts[tone] = (counts[tone] ?? 0) + 1;
  }
  const most = counts
    .toSorted()
    .slice(-TONES)
    .reduce((sum, count) => sum + count, 0);
  return most * 3 >= data.length * TONES_SHARE;
}

function isGrey(data: Uint8Array): boolean {
  for (let at = 0; at < data.length; at += 3) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    if (Math.abs(red - green) > GREY || Math.abs(green - blue) > GREY || Math.abs(red - blue) > GREY) return false;
  }
  return true;
}

type Rows = Pick<PagePicture, 'kind' | 'palette' | 'bytes'>;

/** Sixteen steps of grey, two pixels a byte, each row behind its filter (none). */
function greyRows({ width, height, data }: Raster): Rows {
  const stride = 1 + Math.ceil(width / 2);
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const step = Math.round((data[(y * width + x) * 3 + 1] ?? 0) / 17);
      const at = y * stride + 1 + (x >> 1);
      bytes[at] = (bytes[at] ?? 0) | (x % 2 === 0 ? step << 4 : step);
    }
  return { kind: 'grey', palette: new Uint8Array(), bytes };
}

/** At most 256 colours of sixteen steps a channel; undefined when the page has more. */
function paletteRows({ width, height, data }: Raster): Rows | undefined {
  const places = new Map<number, number>();
  const bytes = new Uint8Array((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const step = (channel: number): number => Math.round((data[pixel * 3 + channel] ?? 0) / 17);
    const color = (step(0) << 8) | (step(1) << 4) | step(2);
    let place = places.get(color);
    if (place === undefined) {
      place = places.size;
      if (place === 256) return undefined;
      places.set(color, place);
    }
    bytes[Math.floor(pixel / width) + 1 + pixel] = place;
  }
  const palette = Uint8Array.from(
    [...places.keys()].flatMap((color) => [(color >> 8) * 17, ((color >> 4) & 15) * 17, (color & 15) * 17]),
  );
  return { kind: 'palette', palette, bytes };
}
