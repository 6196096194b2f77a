import { fileURLToPath } from 'node:url';

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type PdfDocument = Awaited<ReturnType<Library['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
export type PdfOperators = Awaited<ReturnType<PdfPage['getOperatorList']>>;
export type OperatorCodes = Library['OPS'];

/** CMaps and standard fonts: from the package in a checkout, from the folder that the build lays beside the bundle else. */
const ASSETS = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../node_modules/pdfjs-dist/' : './pdf/', import.meta.url),
);

let library: Promise<Library> | undefined;

/** pdfjs, loaded when the first PDF comes; its worker runs in this process, which exists for one file anyway. */
export function loadPdfjs(): Promise<Library> {
  library ??= import('pdfjs-dist/legacy/build/pdf.worker.mjs').then(() => import('pdfjs-dist/legacy/build/pdf.mjs'));
  return library;
}

/**
 * Opens a PDF without scripts, forms of XFA, system fonts and network. Pictures of more than `maxImagePixels` are left out before
 * they are decoded. pdfjs takes the bytes away from their owner, so it gets a copy. Rejects as pdfjs does (PasswordException …).
 */
export async function openPdf(bytes: Uint8Array, maxImagePixels: number): Promise<PdfDocument> {
  const { getDocument } = await loadPdfjs();
  return getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${ASSETS}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${ASSETS}standard_fonts/`,
    useWasm: false,
    maxImageSize: maxImagePixels,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  }).promise;
}
