import type { DraftBuilder } from '../draft-builder.ts';
import { type DrawnParagraph, SECTIONS } from './part-text.ts';
import type { PartTexts } from './part-texts.ts';

/**
 * Puts the texts of all parts into reading order (body, headers, footers, notes, comments, boxes, the rest) and returns the
 * drawn paragraphs with their positions turned into piece indexes.
 */
export function assemble(parts: readonly PartTexts[], builder: DraftBuilder): DrawnParagraph[] {
  const indexes = parts.map((part) => new Array<number>(part.found.length));
  for (const section of SECTIONS) {
    parts.forEach((part, partNumber) => {
      part.found.forEach((text, position) => {
        if (text.section !== section) return;
        const { kind, visible, label, paragraph, cell } = text;
        const where = paragraph === undefined ? { label, part: part.part } : { label, part: part.part, paragraph };
        const piece = { kind, visible, text: text.text, where };
        const index = builder.add(cell ? { ...piece, cell } : piece);
        const own = indexes[partNumber];
        if (own) own[position] = index;
      });
    });
  }
  return parts.flatMap((part, partNumber) =>
    part.drawn.map((drawn) => ({ ...drawn, visible: drawn.visible.map((position) => indexes[partNumber]?.[position] ?? 0) })),
  );
}
