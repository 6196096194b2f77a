/** Decided wording on the pages of a picture copy: where it goes and how large, and which of it found no room. */
import { joined, roomiest } from '../exports/picture-pdf/bars.ts';
import { clipped, type Raster } from '../exports/picture-pdf/raster.ts';
import { hasInk } from '../exports/picture-pdf/write-words.ts';
import type { PicturePage } from '../ingest/index.ts';
import { ok, type Result } from '../review/model/index.ts';
import type { CopyEdit, UnwrittenWords } from '../review/ports.ts';
import { type DrawnSize, type DrawnWords, NOT_DRAWN, type Writing } from './page-drawing.ts';
import { scaledBars } from './scaled-boxes.ts';
import { unpackedPixels } from './unpacked-pixels.ts';

/** What is to stand in the place of a mark, and how many characters the mark has, blanks not counted. */
export interface MarkWords {
  readonly mark: number;
  readonly words: string;
  readonly characters: number;
}
interface Spot {
  /** From 1. */
  readonly page: number;
  readonly mark: number;
  readonly writing: Writing;
}

/** Of the replaced text's height the wording keeps so much at least, and never less than so many points. */
const LEAST_SHARE = 0.6;
const LEAST_POINTS = 7;

/** What a person wrote, as one line without characters that only steer. */
export const lineOf = ({ replacement }: CopyEdit): string =>
  replacement
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

/** The words of one picture copy: `writings` are asked of the engine, `take` gets its answers in any order. */
export class PictureWords {
  private readonly wanted: readonly MarkWords[];
  private readonly spots: readonly Spot[];
  private readonly pictures = new Map<number, Raster>();

  constructor(pages: readonly PicturePage[], sizes: readonly DrawnSize[], wanted: readonly MarkWords[]) {
    this.wanted = wanted;
    this.spots = wanted.flatMap((each) =>
      pagesFor(pages, each).flatMap((page) => {
        const [plan, size] = [pages[page - 1], sizes[page - 1]];
        const writing = plan && size && writingOn(plan, size, each);
        return writing ? [{ page, mark: each.mark, writing }] : [];
      }),
    );
  }

  get writings(): readonly Writing[] {
    return this.spots.map(({ writing }) => writing);
  }

  /** Code page-drawing when the picture is not of the size that was asked for; an empty one and one without ink are words that do not fit. */
  take({ writing, packed }: DrawnWords): Result<null> {
    const spot = this.spots[writing];
    if (!spot) return NOT_DRAWN;
    if (packed.length === 0) return ok(null);
    const picture = unpackedPixels(spot.writing, packed);
    if (!picture) return NOT_DRAWN;
    if (hasInk(picture)) this.pictures.set(writing, picture);
    return ok(null);
  }

  /** Pictures for a page from 1, by mark. */
  on(page: number): ReadonlyMap<number, Raster> {
    const found = new Map<number, Raster>();
    for (const [index, spot] of this.spots.entries()) {
      const picture = this.pictures.get(index);
      if (picture && spot.page === page) found.set(spot.mark, picture);
    }
    return found;
  }

  /** Wording that stands not everywhere where it should, with its pages. */
  unwritten(): readonly UnwrittenWords[] {
    return this.wanted.flatMap(({ mark, words }) => {
      const own = [...this.spots.entries()].filter(([, spot]) => spot.mark === mark);
      const missing = own.filter(([index]) => !this.pictures.has(index)).map(([, { page }]) => page);
      if (own.length === 0) return [{ where: '页面之外', words }];
      return missing.length === 0 ? [] : [{ where: `第${missing.join('、')}页`, words }];
    });
  }
}

/** Pages that show the whole mark (a header does so on each); of one that runs over pages the page with most of it. */
function pagesFor(pages: readonly PicturePage[], { mark, characters }: MarkWords): readonly number[] {
  const counts = pages
    .map(({ bars }, index) => ({ page: index + 1, count: bars.filter((bar) => bar.mark === mark).length }))
    .filter(({ count }) => count > 0);
  const whole = counts.filter(({ count }) => count >= characters);
  const most = counts.reduce<(typeof counts)[number] | undefined>(
    (best, each) => (best && best.count >= each.count ? best : each),
    undefined,
  );
  return (whole.length > 0 || !most ? whole : [most]).map(({ page }) => page);
}

function writingOn(plan: PicturePage, size: DrawnSize, { mark, words }: MarkWords): Writing | undefined {
  const bar = roomiest(joined(scaledBars(plan, size.scale)), mark);
  // The part on the page: what is painted over is never smaller.
  const box = bar && clipped({ ...size, data: new Uint8Array() }, bar.box);
  if (!bar || !box) return undefined;
  return {
    words,
    width: box[2] - box[0],
    height: box[3] - box[1],
    most: bar.size,
    least: Math.max(bar.size * LEAST_SHARE, LEAST_POINTS * size.scale),
  };
}
