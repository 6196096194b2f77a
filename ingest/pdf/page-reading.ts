import type { Glyph } from './glyph.ts';
import { judgeGlyphs } from './judge-glyphs.ts';
import { type Box, boxOf, IDENTITY, matrixOf } from './matrix.ts';
import { type FlowBlock, pageFlow } from './page-flow.ts';
import { type FontFacts, PageInterpreter } from './page-interpreter.ts';
import { loadPdfjs, type PdfDocument, type PdfPage } from './pdfjs.ts';
import { textLines } from './text-lines.ts';

/** Text of one page by what a reader sees of it. */
export interface PageReading {
  readonly flow: readonly FlowBlock[];
  /** Unseen text by the Chinese label of what hides it. */
  readonly hidden: ReadonlyMap<string, readonly string[]>;
  /** Text that annotations paint, by the id of the annotation. */
  readonly annotations: ReadonlyMap<string, string>;
  readonly pictures: readonly Box[];
  /** Width and height of the page as shown, points. */
  readonly view: Box;
  readonly painted: boolean;
  /** All characters in order of painting, for comparing two readings. */
  readonly characters: string;
  /** True when so many characters could not be told that a person must look. */
  readonly unreadable: boolean;
  /** False when the page was too crowded to compare all text with all areas. */
  readonly compared: boolean;
}

/** Bullets of symbol fonts are a few characters of private use on an honest page. */
const DOUBTFUL = 0.05;

/** Reads the text of a page with its place, paint and what lies over it. */
export async function readPage(document: PdfDocument, page: PdfPage): Promise<PageReading> {
  const { OPS } = await loadPdfjs();
  const layers = await document.getOptionalContentConfig({ intent: 'display' });
  const operators = await page.getOperatorList({ intent: 'any' });
  const interpreter = new PageInterpreter({
    codes: OPS,
    font: (name) => fontFacts(page, name),
    isLayerOn: (group) => layers.isVisible(group as Parameters<typeof layers.isVisible>[0]),
  });
  const painted = interpreter.run(operators);
  const view = boxOf(page.view) ?? [0, 0, 0, 0];
  const compared = judgeGlyphs(painted, view);
  const { unreadable, glyphs } = painted;
  const characters = painted.glyphs.map((glyph) => glyph.text).join('');
  return {
    ...sorted(painted.glyphs),
    characters,
    pictures: painted.pictures,
    view,
    painted: painted.painted,
    unreadable: unreadable > glyphs.length * DOUBTFUL,
    compared,
  };
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

function sorted(glyphs: readonly Glyph[]): Pick<PageReading, 'flow' | 'hidden' | 'annotations'> {
  const seen = glyphs.filter((glyph) => glyph.hidden === '' && glyph.annotation === '');
  const unseen = glyphs.filter((glyph) => glyph.hidden !== '' && glyph.annotation === '');
  const hidden = new Map(
    [...Map.groupBy(unseen, (glyph) => glyph.hidden)].map(([why, group]) => [why, plainLines(group)] as const),
  );
  const painted = glyphs.filter((glyph) => glyph.annotation !== '');
  const annotations = new Map(
    [...Map.groupBy(painted, (glyph) => glyph.annotation)].map(([id, group]) => [id, plainLines(group).join('')] as const),
  );
  return { flow: pageFlow(textLines(seen)), hidden, annotations };
}

/** Paragraphs and rows as plain text, without the page's shape. */
export function plainLines(glyphs: readonly Glyph[]): string[] {
  return pageFlow(textLines(glyphs))
    .flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.rows.map((row) => row.join('\t'))))
    .filter((text) => text.trim() !== '');
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
