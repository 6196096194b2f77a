/** A clean copy of a PDF as pictures of its pages: planned in a parser process, drawn by a browser engine, painted over and written here. */
import { setImmediate as pause } from 'node:timers/promises';
import { pagePicture } from '../exports/picture-pdf/page-picture.ts';
import { type Painting, paintPage } from '../exports/picture-pdf/paint-page.ts';
import { type PdfPicturePage, picturePdf } from '../exports/picture-pdf/picture-pdf.ts';
import type { PixelBox, Raster } from '../exports/picture-pdf/raster.ts';
import type { PictureMark, PicturePage, PicturePlan } from '../ingest/index.ts';
import { type Draft, fail, ok, type PieceKind, type Result } from '../review/model/index.ts';
import type { CopyWish, JobControl } from '../review/ports.ts';
import type { DrawnPage, DrawnSize, DrawPages } from './page-drawing.ts';
import { NOT_DRAWN } from './page-drawing.ts';
import type { ForkParser } from './parser-protocol.ts';
import { FAILURES, PARSER_LIMITS, runParser } from './parser-run.ts';
import { planAnswer } from './picture-shape.ts';
import { unpackedPixels } from './unpacked-pixels.ts';

export interface PictureParts {
  readonly drawPages: DrawPages;
  readonly forkParser: ForkParser;
}
interface Place {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
}

/** Pixels to an inch: small print stays legible, an A4 page has four million of them. */
const RESOLUTION = 200;
/** Posters are drawn smaller. */
const MOST_PIXELS = 25_000_000;
const MOST_PAGES = 400;

/** What stands in the draft and is not drawn: it goes with the file, so no place of it has to be found. */
const GOES: readonly PieceKind[] = ['annotation', 'file-name'];

const WORDS_IN_PICTURES = fail(
  'clean-copy-picture-words',
  '脱敏稿没有生成：要去掉的文字在图片里，程序不知道它在图片的什么位置。可以选“图片整块涂黑”再生成；图片要保留的，请用修图软件处理原图后重新导入。',
);
const OTHER_PLACES = fail('picture-plan', '画出的页面与读出的文字对不上');

/**
 * The picture PDF of a draft. Codes: those of the parser and of drawing, picture-plan (a clause, why pages and text do not belong
 * together), clean-copy-picture-words when a decided text stands in a picture, picture-pages when there are too many pages.
 */
export async function pictureCopy(
  parts: PictureParts,
  draft: Draft,
  bytes: Uint8Array,
  edits: readonly Place[],
  wish: CopyWish,
): Promise<Result<Uint8Array>> {
  const black = wish.blackPictures === true;
  const places = edits.filter(({ piece }) => draft.pieces[piece]?.visible && !GOES.includes(draft.pieces[piece].kind));
  if (!black && places.some(({ piece }) => draft.pieces[piece]?.kind === 'ocr')) return WORDS_IN_PICTURES;
  const marks = places
    .filter(({ piece }) => draft.pieces[piece]?.kind !== 'ocr')
    .map(({ piece, start, end }) => ({ piece, start, end, text: draft.pieces[piece]?.text ?? '' }));
  const plan = await planOf(parts, draft.source.name, bytes, marks, wish.job);
  if (!plan.ok) return plan;
  const { pages, unplaced } = plan.data;
  if (!black && isInScan(draft, edits, pages)) return WORDS_IN_PICTURES;
  if (unplaced.length > 0) return fail('picture-plan', `有 ${unplaced.length} 处文字找不到在页面上的位置`);
  if (pages.length > MOST_PAGES) return fail('picture-pages', `超过 ${MOST_PAGES} 页`);
  const sizes = pages.map(sizeOf);
  const canvas = new Pages(pages, sizes, black, wish.job);
  const drawn = await parts.drawPages({ bytes, sizes }, (page) => canvas.add(page), wish.job.signal);
  const finished = await canvas.finished();
  if (wish.job.signal.aborted) return FAILURES.cancelled;
  if (!drawn.ok) return drawn;
  return finished.ok ? ok(picturePdf(finished.data)) : finished;
}

/** A scan may carry its recognised text unseen; what must go from that text stands in the picture, too. */
function isInScan({ pieces }: Draft, edits: readonly Place[], pages: readonly PicturePage[]): boolean {
  const hidden = edits.filter(({ piece }) => pieces[piece]?.kind === 'hidden-text');
  return hidden.some(({ piece, start, end }) => {
    const said = pieces[piece]?.text.slice(start, end).replaceAll(/\s/g, '') ?? '';
    return said !== '' && pages.some(({ scanned }) => scanned.includes(said));
  });
}

async function planOf(
  { forkParser }: PictureParts,
  name: string,
  bytes: Uint8Array,
  marks: readonly PictureMark[],
  job: JobControl,
): Promise<Result<PicturePlan>> {
  job.progress('正在核对位置');
  return runParser<Result<PicturePlan>>(
    await forkParser(),
    { name, bytes, marks },
    {
      job,
      limits: PARSER_LIMITS,
      failed: (failure) => failure,
      take: (message) => {
        const answer = planAnswer(message);
        if (answer?.type !== 'progress') return answer ? answer.result : FAILURES.crashed;
        job.progress('正在核对位置', answer.ratio);
        return undefined;
      },
    },
  );
}

function sizeOf({ width, height, veils }: PicturePage): DrawnSize {
  const scale = Math.min(RESOLUTION / 72, Math.sqrt(MOST_PIXELS / (width * height)));
  const pixels = (points: number): number => Math.max(1, Math.round(points * scale));
  return { width: pixels(width), height: pixels(height), scale, bare: veils.some(({ how }) => how === 'cover') };
}

/** Takes drawn pages as they come and turns them, one after the other, into pages of the new file. */
class Pages {
  private readonly plan: readonly PicturePage[];
  private readonly sizes: readonly DrawnSize[];
  private readonly black: boolean;
  private readonly job: JobControl;
  private readonly made: PdfPicturePage[] = [];
  private bare: Raster | undefined;
  private work: Promise<Result<null>> = Promise.resolve(ok(null));

  constructor(plan: readonly PicturePage[], sizes: readonly DrawnSize[], black: boolean, job: JobControl) {
    this.plan = plan;
    this.sizes = sizes;
    this.black = black;
    this.job = job;
  }

  add(page: DrawnPage): void {
    this.work = this.work.then(async (so) => {
      // Other calls of the window get their turn between two pages.
      await pause();
      return so.ok && !this.job.signal.aborted ? this.take(page) : so;
    });
  }

  async finished(): Promise<Result<readonly PdfPicturePage[]>> {
    const done = await this.work;
    if (!done.ok) return done;
    return this.made.length === this.plan.length ? ok(this.made) : NOT_DRAWN;
  }

  private take({ page, bare, packed }: DrawnPage): Result<null> {
    const [plan, size] = [this.plan[page - 1], this.sizes[page - 1]];
    const raster = size && unpackedPixels(size, packed);
    if (!plan || !size || !raster) return NOT_DRAWN;
    if (bare) {
      this.bare = raster;
      return ok(null);
    }
    this.job.progress('正在画成图片', page / this.plan.length);
    if (!paintPage(raster, this.bare, paintingOf(plan, size.scale, this.black))) return OTHER_PLACES;
    this.bare = undefined;
    this.made.push({ width: plan.width, height: plan.height, picture: pagePicture(raster) });
    return ok(null);
  }
}

function paintingOf({ bars, veils, pictures }: PicturePage, scale: number, black: boolean): Painting {
  const scaled = ([left, top, right, bottom]: PixelBox): PixelBox => [left * scale, top * scale, right * scale, bottom * scale];
  return {
    bars: bars.map(({ mark, box, size }) => ({ mark, box: scaled(box), size: size * scale })),
    veils: veils.map((veil) => ({ ...veil, box: scaled(veil.box) })),
    pictures: black ? pictures.map(scaled) : [],
  };
}
