import { boxOf, IDENTITY, matrixOf } from '../page/matrix.ts';
import { type PageTexts, pageTexts } from '../page/page-texts.ts';
import type { FontFacts } from './graphics-state.ts';
import { PageInterpreter } from './page-interpreter.ts';
import { loadPdfjs, type PdfDocument, type PdfPage } from './pdfjs.ts';

/** A page with all its characters in order of painting, for comparing two readings. */
export interface PageReading extends PageTexts {
  readonly characters: string;
}

/** Reads the text of a page with its place, paint and what lies over it; `places` as in `pageTexts`. */
export async function readPage(document: PdfDocument, page: PdfPage, places = false): Promise<PageReading> {
  const { OPS } = await loadPdfjs();
  const layers = await document.getOptionalContentConfig({ intent: 'display' });
  const operators = await page.getOperatorList({ intent: 'any' });
  const interpreter = new PageInterpreter({
    codes: OPS,
    font: (name) => fontFacts(page, name),
    isLayerOn: (group) => layers.isVisible(group as Parameters<typeof layers.isVisible>[0]),
  });
  const painted = interpreter.run(operators);
  const characters = painted.glyphs.map((glyph) => glyph.text).join('');
  return { ...pageTexts(painted, boxOf(page.view) ?? [0, 0, 0, 0], places), characters };
}

function fontFacts(page: PdfPage, name: string): FontFacts {
  const known: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
  const { fontMatrix, vertical } = (known ?? {}) as { fontMatrix?: unknown; vertical?: unknown };
  const matrix = matrixOf(fontMatrix);
  return {
    fontMatrix: matrix === IDENTITY ? [0.001, 0, 0, 0.001, 0, 0] : matrix,
    vertical: vertical === true,
    readable: typeof known === 'object',
  };
}

/** Every line of every page of a document from the given one on, seen or not. */
export async function plainTexts(document: PdfDocument, from = 1): Promise<string[]> {
  const texts: string[] = [];
  for (let number = from; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { flow, hidden, annotations } = await readPage(document, page);
    page.cleanup();
    for (const block of flow) texts.push(...(block.type === 'paragraph' ? [block.text] : block.rows.flat()));
    texts.push(...[...hidden.values()].flat(), ...annotations.values());
  }
  return texts;
}
