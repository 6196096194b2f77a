import { fail, ok, type Result } from '../../review/model/index.ts';
import { DraftBuilder } from '../draft-builder.ts';
import type { ReadControl } from '../format.ts';
import type { Glyph } from '../page/glyph.ts';
import { apply, type Box, boxAfter, intersection, type Matrix, matrixOf } from '../page/matrix.ts';
import { plainLines } from '../page/page-texts.ts';
import { PieceTrace } from '../page/piece-trace.ts';
import type { PageReading } from './page-reading.ts';
import { open, readPages } from './pdf-format.ts';
import { readObjects } from './pdf-objects.ts';
import { PdfReport } from './pdf-report.ts';
import type { PdfDocument } from './pdfjs.ts';

/** A stretch of a piece (UTF-16 offsets) that must not be seen in the picture of its page. */
export interface PictureMark {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  /** The whole text of the piece, so that another reading than the one decided on is noticed. */
  readonly text: string;
}

/** Left, top, right, bottom in points of the page as it is shown, origin at its upper left corner. */
export type ShownBox = readonly [number, number, number, number];

/** Something hidden that a picture might still show. */
export interface Veil {
  readonly box: ShownBox;
  /** level: hardly differs from its ground, and is made the same; cover: hidden under an area, if that hides it; paint: in any case. */
  readonly how: 'level' | 'cover' | 'paint';
  /** Of the ground or the area, 0xRRGGBB. */
  readonly color: number;
}

/** What is to be done to the picture of one page. */
export interface PicturePage {
  /** Of the page as it is shown, points. */
  readonly width: number;
  readonly height: number;
  /** Characters that must go, each with the height of its font: painting goes as far as their ink does. */
  readonly bars: readonly { readonly mark: number; readonly box: ShownBox; readonly size: number }[];
  readonly veils: readonly Veil[];
  readonly pictures: readonly ShownBox[];
  /** Hidden text that lies on pictures, without blanks: of a scan it says what the picture shows. */
  readonly scanned: string;
}
export interface PicturePlan {
  readonly pages: readonly PicturePage[];
  /** Places (index) of marks that are not painted text, or whose characters have no known place. */
  readonly unplaced: readonly number[];
}

/**
 * Where the characters of the marked stretches stand on the pages of a PDF, and what hidden text a picture of them could betray.
 * Codes: those of opening a PDF, cancelled, picture-plan when a page cannot be read or the reading is another one.
 */
export async function picturePlan(
  bytes: Uint8Array,
  marks: readonly PictureMark[],
  control: ReadControl = {},
): Promise<Result<PicturePlan>> {
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  try {
    return await planned(opened.data, bytes, marks, control);
  } finally {
    await opened.data.loadingTask.destroy();
  }
}

async function planned(
  document: PdfDocument,
  bytes: Uint8Array,
  marks: readonly PictureMark[],
  control: ReadControl,
): Promise<Result<PicturePlan>> {
  const builder = new DraftBuilder();
  const report = new PdfReport(builder);
  const trace = new PieceTrace();
  const objects = await readObjects(bytes, report);
  const read = await readPages(document, objects, { builder, report, trace }, control);
  await objects?.copy?.loadingTask.destroy();
  if (!read.ok) return read;
  const pages: Page[] = [];
  for (const [index, reading] of read.data.pages.entries()) {
    if (!reading) return fail('picture-plan', `第${index + 1}页读不出来`);
    pages.push(await pageOf(document, index + 1, reading));
  }
  const unplaced: number[] = [];
  for (const [mark, { piece, start, end, text }] of marks.entries()) {
    if (builder.pieces[piece]?.text !== text) return fail('picture-plan', '重新读取的文字与检查时的不一致');
    const found = trace.glyphsOf(piece, start, end, text);
    if (!found) unplaced.push(mark);
    for (const { page, glyph } of found ?? []) pages[page - 1]?.bar(mark, glyph);
  }
  return ok({ pages: pages.map((page) => page.plan()), unplaced });
}

async function pageOf(document: PdfDocument, number: number, reading: PageReading): Promise<Page> {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  return new Page(width, height, matrixOf(transform), reading);
}

const BLACK = 0;
/** How programs that recognise scans lay their text: without paint over the picture, or under it. */
const SCANNED: readonly string[] = ['不着色的文字', '透明字', '被图形或图片遮住'];
/** A second painting of the same character a hair apart (bold) covers at least so much of the first one's box. */
const AGAIN = 0.4;
/** Painted characters that are compared with each marked one for that; more are of no office. */
const MOST_COMPARED = 100_000;

class Page {
  private readonly bars: PicturePage['bars'][number][] = [];
  private readonly width: number;
  private readonly height: number;
  private readonly shown: Matrix;
  private readonly reading: PageReading;

  constructor(width: number, height: number, shown: Matrix, reading: PageReading) {
    this.width = width;
    this.height = height;
    this.shown = shown;
    this.reading = reading;
  }

  bar(mark: number, glyph: Glyph): void {
    const again = this.reading.glyphs
      .slice(0, MOST_COMPARED)
      .filter((other) => other !== glyph && other.text === glyph.text && share(other.box, glyph.box) > AGAIN);
    for (const each of [glyph, ...again]) this.bars.push({ mark, box: this.place(each.box), size: this.sizeOf(each) });
  }

  plan(): PicturePage {
    const { width, height, bars } = this;
    const veils = this.reading.glyphs.flatMap((glyph) => {
      const veil = veilOf(glyph) ?? this.edgeVeil(glyph);
      return veil ? [{ ...veil, box: this.place(glyph.box) }] : [];
    });
    return { width, height, bars, veils, pictures: this.reading.pictures.map((box) => this.place(box)), scanned: this.scanned() };
  }

  private scanned(): string {
    const { glyphs, pictures } = this.reading;
    const onPictures = glyphs.filter(
      ({ hidden, box }) => SCANNED.includes(hidden) && pictures.some((picture) => share(box, picture) > 0.5),
    );
    return plainLines(onPictures).join('').replaceAll(/\s/g, '');
  }

  /** Of a letter that is cut off by more than half the rest may show, unless other letters stand there, which may be read. */
  private edgeVeil({ hidden, box, beneath, annotation, text }: Glyph): Omit<Veil, 'box'> | undefined {
    if ((hidden !== '被裁剪掉' && hidden !== '在页面之外') || annotation !== '' || text.trim() === '') return undefined;
    const isBlocked = this.reading.glyphs
      .slice(0, MOST_COMPARED)
      .some((other) => other.hidden === '' && other.annotation === '' && share(other.box, box) > 0);
    const [left, top, right, bottom] = this.place(box);
    const isOnPage = right > 0 && bottom > 0 && left < this.width && top < this.height;
    return isOnPage && !isBlocked ? { how: 'cover', color: beneath < 0 ? BLACK : beneath } : undefined;
  }

  private place(box: Box): ShownBox {
    return boxAfter(this.shown, box);
  }

  /** Points of the shown page, which need not be those of the file. */
  private sizeOf({ size }: Glyph): number {
    const [x, y] = apply(this.shown, 0, 0);
    const [acrossX, acrossY] = apply(this.shown, 1, 0);
    return size * Math.hypot(acrossX - x, acrossY - y);
  }
}

/** What of the first box the second one covers, 0..1. */
function share(first: Box, second: Box): number {
  const [left, bottom, right, top] = intersection(first, second);
  const area = (first[2] - first[0]) * (first[3] - first[1]);
  return left >= right || bottom >= top || area <= 0 ? 0 : ((right - left) * (top - bottom)) / area;
}

/** Hidden text of a kind that leaves traces in a picture; layers that are off and characters without paint leave none. */
function veilOf({ hidden, text, cover, color, beneath, annotation }: Glyph): Omit<Veil, 'box'> | undefined {
  if (annotation !== '' || text.trim() === '') return undefined;
  const ground = beneath < 0 ? BLACK : beneath;
  if (hidden === '被图形或图片遮住') return { how: 'cover', color: cover && cover.color >= 0 ? cover.color : BLACK };
  if (hidden === '极小字') return { how: 'paint', color: ground };
  if (hidden === '透明字') return beneath < 0 ? { how: 'paint', color: BLACK } : { how: 'level', color: ground };
  return hidden === '与底色同色' && color !== beneath ? { how: 'level', color: ground } : undefined;
}
