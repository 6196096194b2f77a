import type { Glyph, PaintedPage } from './glyph.ts';
import { judgeGlyphs } from './judge-glyphs.ts';
import type { Box } from './matrix.ts';
import { type FlowBlock, pageFlow } from './page-flow.ts';
import { ruledFlow } from './ruled-flow.ts';
import { textLines } from './text-lines.ts';

/** Text of one painted page by what a reader sees of it. */
export interface PageTexts {
  readonly flow: readonly FlowBlock[];
  /** Unseen text by the Chinese label of what hides it. */
  readonly hidden: ReadonlyMap<string, readonly string[]>;
  /** Text that annotations paint, by the id of the annotation. */
  readonly annotations: ReadonlyMap<string, string>;
  /** Boxes of pictures large enough to hold legible words. */
  readonly pictures: readonly Box[];
  readonly painted: boolean;
  /** True when so many characters could not be told that a person must look. */
  readonly unreadable: boolean;
  /** False when the page was too crowded to compare all text with all areas. */
  readonly compared: boolean;
  /** Every character that was painted; empty unless places were asked for, for they take much room. */
  readonly glyphs: readonly Glyph[];
}

/** Bullets of symbol fonts are a few characters of private use on an honest page. */
const DOUBTFUL = 0.05;
/** Smaller pictures (points) hold no legible words. */
const SMALLEST = 10;

/**
 * Judges what is seen of a painted page (`view` is its box as programs show it) and puts the text in order; with `places` the
 * blocks say which characters they are made of.
 */
export function pageTexts(page: PaintedPage, view: Box, places = false): PageTexts {
  const compared = judgeGlyphs(page, view);
  const { glyphs, painted } = page;
  const pictures = page.pictures.filter(([left, bottom, right, top]) => right - left >= SMALLEST && top - bottom >= SMALLEST);
  const texts = sorted(glyphs, page.rules);
  const flow = places ? texts.flow : texts.flow.map((block) => ({ ...block, glyphs: [] }));
  const kept = places ? glyphs : [];
  return { ...texts, flow, glyphs: kept, pictures, painted, unreadable: page.unreadable > glyphs.length * DOUBTFUL, compared };
}

function sorted(glyphs: readonly Glyph[], rules: readonly Box[]): Pick<PageTexts, 'flow' | 'hidden' | 'annotations'> {
  const seen = glyphs.filter((glyph) => glyph.hidden === '' && glyph.annotation === '');
  const unseen = glyphs.filter((glyph) => glyph.hidden !== '' && glyph.annotation === '');
  const hidden = new Map(
    [...Map.groupBy(unseen, (glyph) => glyph.hidden)].map(([why, group]) => [why, plainLines(group)] as const),
  );
  const painted = glyphs.filter((glyph) => glyph.annotation !== '');
  const annotations = new Map(
    [...Map.groupBy(painted, (glyph) => glyph.annotation)].map(([id, group]) => [id, plainLines(group).join('')] as const),
  );
  return { flow: ruledFlow(seen, rules), hidden, annotations };
}

/** Paragraphs and rows as plain text, without the page's shape. */
export function plainLines(glyphs: readonly Glyph[]): string[] {
  return pageFlow(textLines(glyphs))
    .flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.rows.map((row) => row.join('\t'))))
    .filter((text) => text.trim() !== '');
}
