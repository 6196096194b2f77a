/**
 * The page that draws a PDF, in a sandbox without network, preload or any other way out than its own addresses (host/page-drawing.ts).
 * Threat: the file is hostile, so whatever this page hands in is only ever taken for pixels.
 */
// The worker's module puts itself where pdfjs looks first; a worker of its own would need a hole in the content security policy.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { AnnotationMode, getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawingTask, DrawnSize } from '../../host/page-drawing.ts';
import { drawnWords } from './draw-words.ts';
import { pixelsOf } from './pixels-of.ts';

/** Pictures in the file of more pixels are left out: three times A3 at 400 dpi. */
const MOST_PIXELS = 100_000_000;
const TEXT: readonly number[] = [OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText];

const beside = (folder: string): string => new URL(folder, location.href).href;

async function openFile(): Promise<PDFDocumentProxy> {
  const response = await fetch('/file');
  return getDocument({
    data: new Uint8Array(await response.arrayBuffer()),
    cMapUrl: beside('pdf/cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: beside('pdf/standard_fonts/'),
    wasmUrl: beside('pdf/wasm/'),
    useWasm: false,
    maxImageSize: MOST_PIXELS,
    enableXfa: false,
    // Glyphs are drawn as outlines: no font of the file reaches the system's font code.
    disableFontFace: true,
    verbosity: 0,
  }).promise;
}

/** pdfjs wants the layers of the same intent; they are set to what the other one says. */
async function layersAsShown(file: PDFDocumentProxy): ReturnType<PDFDocumentProxy['getOptionalContentConfig']> {
  const shown = await file.getOptionalContentConfig({ intent: 'display' });
  const layers = await file.getOptionalContentConfig({ intent: 'print' });
  for (const [id, group] of shown) layers.setVisibility(id, group.visible, false);
  return layers;
}

async function drawn(
  file: PDFDocumentProxy,
  number: number,
  { width, height, scale }: DrawnSize,
  bare: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const page = await file.getPage(number);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const options = {
    canvas,
    viewport: page.getViewport({ scale }),
    // A hidden window gets no animation frames, which the intent to display waits for.
    intent: 'print',
    // What annotations show is no part of the page and goes with them.
    annotationMode: AnnotationMode.DISABLE,
    background: '#ffffff',
    // Layers as the screen shows them, which is what was reviewed.
    optionalContentConfigPromise: layersAsShown(file),
  };
  const withoutText = (index: number, list: { readonly fnArray: readonly number[] }): boolean =>
    !TEXT.includes(list.fnArray[index] ?? -1);
  await page.render(bare ? { ...options, operationsFilter: withoutText as (index: number) => boolean } : options).promise;
  const pixels = pixelsOf(canvas);
  page.cleanup();
  return pixels;
}

async function handIn(path: string, pixels?: Uint8Array<ArrayBuffer>): Promise<void> {
  const packed = pixels && new Blob([pixels]).stream().pipeThrough(new CompressionStream('deflate'));
  const body = packed ? await new Response(packed).arrayBuffer() : null;
  const response = await fetch(path, { method: 'POST', body });
  if (!response.ok) throw new Error('stopped');
}

async function drawAll(): Promise<void> {
  const { sizes, writings } = (await (await fetch('/task')).json()) as Omit<DrawingTask, 'bytes'>;
  // Before anything of the file is here: nothing of it can come into the words.
  for (const writing of writings) await handIn('/words', drawnWords(writing));
  const file = await openFile();
  if (file.numPages !== sizes.length) throw new Error('pages');
  for (const [index, size] of sizes.entries()) {
    if (size.bare) await handIn('/page', await drawn(file, index + 1, size, true));
    await handIn('/page', await drawn(file, index + 1, size, false));
  }
  await handIn('/done');
}

// Whatever goes wrong, the host hears that there is no picture, and no more than that.
drawAll().catch(() => fetch('/failed', { method: 'POST' }));
