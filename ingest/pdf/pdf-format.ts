import { fail, ok, type Result } from '../../review/model/index.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { PagePieces } from '../page/page-pieces.ts';
import type { PieceTrace } from '../page/piece-trace.ts';
import { streamsAreBounded } from './guard-streams.ts';
import { type PageReading, readPage } from './page-reading.ts';
import { type PdfObjects, readObjects } from './pdf-objects.ts';
import { PdfReport } from './pdf-report.ts';
import { openPdf, type PdfDocument } from './pdfjs.ts';

const CANCELLED = fail('cancelled', '已取消导入，没有保存任何内容。需要时可以重新导入。');

/** Portable documents: what the pages show, what they hide and how, and everything else the file carries. */
export const pdfFormat: Format = {
  id: 'pdf',
  title: 'PDF 文件（pdf）',
  extensions: ['pdf'],
  // The mark need not stand at the very start (ISO 32000-1, annex H, 3.4.1).
  probe: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-'),
  read: readPdf,
};

async function readPdf(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在查看文件结构');
  if (!streamsAreBounded(bytes)) {
    return fail(
      'pdf-bomb',
      '这份 PDF 里的数据展开后大得不正常（可能是“压缩炸弹”），已停止读取，没有保存任何内容。请向来源方重新索取，或打印成新的 PDF 后再导入。',
    );
  }
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  try {
    return await readDocument(opened.data, bytes, builder, control);
  } finally {
    await opened.data.loadingTask.destroy();
  }
}

/** Pictures are left out here: what stands where is read from a copy without their pixels. */
export async function open(bytes: Uint8Array): Promise<Result<PdfDocument>> {
  try {
    return ok(await openPdf(bytes, 1));
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      return fail(
        'file-encrypted',
        '这份 PDF 设有打开密码，不能检查，没有读取也没有保存。请在原来的软件里取消密码，另存后再导入。',
      );
    }
    return fail(
      'pdf-broken',
      '这份 PDF 不完整或已损坏，读不下去，没有保存任何内容。请用原来的软件打开，另存为新的 PDF 或 docx 后再导入；打不开时请向来源方重新索取。',
    );
  }
}

async function readDocument(
  document: PdfDocument,
  bytes: Uint8Array,
  builder: DraftBuilder,
  control: ReadingControl,
): Promise<Result<Reading>> {
  const report = new PdfReport(builder);
  const objects = await readObjects(bytes, report);
  const read = await readPages(document, objects, { builder, report }, control);
  if (!read.ok) return read;
  control.progress?.('正在查看隐藏内容');
  await report.addObjects(objects, bytes, control);
  return ok({ page: read.data.blocks });
}

interface Told {
  readonly builder: DraftBuilder;
  readonly report: PdfReport;
  /** Asks for the places of all characters. */
  readonly trace?: PieceTrace;
}

/** The pages alone: the same pieces with the same numbers whether or not they are traced. */
export async function readPages(
  document: PdfDocument,
  objects: PdfObjects | undefined,
  { builder, report, trace }: Told,
  control: Pick<ReadingControl, 'progress' | 'signal'>,
): Promise<Result<{ readonly blocks: PagePieces['blocks']; readonly pages: readonly (PageReading | undefined)[] }>> {
  const pages: (PageReading | undefined)[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    if (control.signal?.aborted) return CANCELLED;
    control.progress?.('正在读取文字', number / document.numPages);
    pages.push(await pageOf(document, objects, number, trace !== undefined));
  }
  const read = pages.filter((page) => page !== undefined);
  const pieces = new PagePieces(builder, read, trace);
  pages.forEach((page, index) => {
    if (page) pieces.addPage(index + 1, page);
    report.page(index + 1, page, objects);
  });
  pieces.end();
  report.endPages();
  return ok({ blocks: pieces.blocks, pages });
}

/**
 * A page as the file has it; from the copy with the places of pictures when that says the same. Undefined when neither can be read.
 */
async function pageOf(
  document: PdfDocument,
  objects: PdfObjects | undefined,
  number: number,
  places: boolean,
): Promise<PageReading | undefined> {
  const original = await attempt(document, number, places);
  if (!objects?.copy || objects.copyPages < number) return original;
  const copy = await attempt(objects.copy, number, places);
  return copy && (!original || copy.characters === original.characters) ? copy : original;
}

async function attempt(document: PdfDocument, number: number, places: boolean): Promise<PageReading | undefined> {
  try {
    const page = await document.getPage(number);
    const reading = await readPage(document, page, places);
    page.cleanup();
    return reading;
  } catch (error) {
    // A page that trips pdfjs is reported as unread; the others are read.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
