/** A clean copy of a PDF as pictures of its pages: planned in a parser process, drawn by a browser engine, painted over and written here. */
import { setImmediate as pause } from 'node:timers/promises';
import { pagePicture } from '../exports/picture-pdf/page-picture.ts';
import { type Painting, paintPage } from '../exports/picture-pdf/paint-page.ts';
import { type PdfPicturePage, picturePdf } from '../exports/picture-pdf/picture-pdf.ts';
import type { Raster } from '../exports/picture-pdf/raster.ts';
import type { PictureMark, PicturePage, PicturePlan } from '../ingest/index.ts';
import { type Draft, fail, ok, type PieceKind, type Result } from '../review/model/index.ts';
import type { CleanRecord, CopyEdit, CopyWish, JobControl, UnwrittenWords } from '../review/ports.ts';
import type { DrawnPage, DrawnSize, DrawnWords, DrawPages } from './page-drawing.ts';
import { NOT_DRAWN } from './page-drawing.ts';
import type { ForkParser } from './parser-protocol.ts';
import { FAILURES, PARSER_LIMITS, runParser } from './parser-run.ts';
import { planAnswer } from './picture-shape.ts';
import { lineOf, type MarkWords, PictureWords } from './picture-words.ts';
import { scaledBars, scaledBox } from './scaled-boxes.ts';
import { unpackedPixels } from './unpacked-pixels.ts';

export interface PictureParts {
  readonly drawPages: DrawPages;
  readonly forkParser: ForkParser;
}
/** The file, and what became of the texts that were to be rewritten (absent when there were none). */
interface PictureCopy {
  readonly bytes: Uint8Array;
  readonly rewrites?: CleanRecord['rewrites'];
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
  edits: readonly CopyEdit[],
  wish: CopyWish,
): Promise<Result<PictureCopy>> {
  const black = wish.blackPictures === true;
  const places = edits.filter(({ piece }) => draft.pieces[piece]?.visible && !GOES.includes(draft.pieces[piece].kind));
  if (!black && places.some(({ piece }) => draft.pieces[piece]?.kind === 'ocr')) return WORDS_IN_PICTURES;
  const onPage = places.filter(({ piece }) => draft.pieces[piece]?.kind !== 'ocr');
  const marks = onPage.map(({ piece, start, end }) => ({ piece, start, end, text: draft.pieces[piece]?.text ?? '' }));
  const plan = await planOf(parts, draft.source.name, bytes, marks, wish.job);
  if (!plan.ok) return plan;
  const { pages, unplaced } = plan.data;
  if (!black && isInScan(draft, edits, pages)) return WORDS_IN_PICTURES;
  if (unplaced.length > 0) return fail('picture-plan', `有 ${unplaced.length} 处文字找不到在页面上的位置`);
  if (pages.length > MOST_PAGES) return fail('picture-pages', `超过 ${MOST_PAGES} 页`);
  const sizes = pages.map(sizeOf);
  const words = new PictureWords(pages, sizes, wordsOf(draft, onPage));
  const canvas = new Pages({ plan: pages, sizes, words, black }, wish.job);
  const { writings } = words;
  const drawn = await parts.drawPages({ bytes, sizes, writings }, (each) => canvas.add(each), wish.job.signal);
  const finished = await canvas.finished();
  if (wish.job.signal.aborted) return FAILURES.cancelled;
  if (!drawn.ok) return drawn;
  if (!finished.ok) return finished;
  const elsewhere = edits.filter((edit) => !onPage.includes(edit));
  return ok({ bytes: picturePdf(finished.data), ...rewritesOf(edits, [...words.unwritten(), ...unshown(draft, elsewhere)]) });
}

const wordsOf = ({ pieces }: Draft, edits: readonly CopyEdit[]): readonly MarkWords[] =>
  edits.flatMap((edit, mark) => {
    const text = pieces[edit.piece]?.text.slice(edit.start, edit.end) ?? '';
    return isRewrite(edit) ? [{ mark, words: lineOf(edit), characters: text.replaceAll(/\s/g, '').length }] : [];
  });
const isRewrite = (edit: CopyEdit): boolean => edit.rewrite === true && lineOf(edit) !== '';

/** Wording for texts that no page shows by itself; a file name takes its wording. */
const unshown = ({ pieces }: Draft, edits: readonly CopyEdit[]): readonly UnwrittenWords[] =>
  edits
    .filter((edit) => isRewrite(edit) && pieces[edit.piece]?.kind !== 'file-name')
    .map((edit) => ({ where: pieces[edit.piece]?.where.label ?? '', words: lineOf(edit) }));

function rewritesOf(edits: readonly CopyEdit[], unwritten: readonly UnwrittenWords[]): Pick<PictureCopy, 'rewrites'> {
  const wanted = edits.filter(isRewrite).length;
  return wanted === 0 ? {} : { rewrites: { written: wanted - unwritten.length, unwritten } };
}

/** A scan may carry its recognised text unseen; what must go from that text stands in the picture, too. */
function isInScan({ pieces }: Draft, edits: readonly CopyEdit[], pages: readonly PicturePage[]): boolean {
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

interface PagesTask {
  readonly plan: readonly PicturePage[];
  readonly sizes: readonly DrawnSize[];
  readonly words: PictureWords;
  /** Whether pictures are painted over whole. */
  readonly black: boolean;
}

/** Takes drawn words and pages as they come and turns the pages, one after the other, into pages of the new file. */
class Pages {
  private readonly task: PagesTask;
  private readonly job: JobControl;
  private readonly made: PdfPicturePage[] = [];
  private bare: Raster | undefined;
  private work: Promise<Result<null>> = Promise.resolve(ok(null));

  constructor(task: PagesTask, job: JobControl) {
    this.task = task;
    this.job = job;
  }

  add(drawn: DrawnPage | DrawnWords): void {
    this.work = this.work.then(async (so) => {
      // Other calls of the window get their turn between two pages.
      await pause();
      if (!so.ok || this.job.signal.aborted) return so;
      return 'writing' in drawn ? this.task.words.take(drawn) : this.take(drawn);
    });
  }

  async finished(): Promise<Result<readonly PdfPicturePage[]>> {
    const done = await this.work;
    if (!done.ok) return done;
    return this.made.length === this.task.plan.length ? ok(this.made) : NOT_DRAWN;
  }

  private take({ page, bare, packed }: DrawnPage): Result<null> {
    const { words, black } = this.task;
    const [plan, size] = [this.task.plan[page - 1], this.task.sizes[page - 1]];
    const raster = size && unpackedPixels(size, packed);
    if (!plan || !size || !raster) return NOT_DRAWN;
    if (bare) {
      this.bare = raster;
      return ok(null);
    }
    this.job.progress('正在画成图片', page / this.task.plan.length);
    if (!paintPage(raster, this.bare, { ...paintingOf(plan, size.scale, black), words: words.on(page) })) return OTHER_PLACES;
    this.bare = undefined;
    this.made.push({ width: plan.width, height: plan.height, picture: pagePicture(raster) });
    return ok(null);
  }
}

function paintingOf(page: PicturePage, scale: number, black: boolean): Omit<Painting, 'words'> {
  return {
    bars: scaledBars(page, scale),
    veils: page.veils.map((veil) => ({ ...veil, box: scaledBox(veil.box, scale) })),
    pictures: black ? page.pictures.map((box) => scaledBox(box, scale)) : [],
  };
}
