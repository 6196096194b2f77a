import type { Cell, PieceKind } from '../../review/model/index.ts';

/** Sections of a draft in reading order; pieces keep the order of their finding inside each. */
export const SECTIONS = ['body', 'headers', 'footers', 'notes', 'comments', 'boxes', 'rest'] as const;
export type Section = (typeof SECTIONS)[number];

/** A piece as a part reader finds it, before sections are put in order. */
export interface PartText {
  readonly section: Section;
  readonly kind: PieceKind;
  readonly visible: boolean;
  readonly text: string;
  readonly label: string;
  readonly paragraph?: number;
  readonly cell?: Cell;
}

/** A paragraph as mammoth would draw it, for laying the page over the pieces. */
export interface DrawnParagraph {
  /** All text that is not deleted, hidden runs included: mammoth does not know them. */
  readonly drawn: string;
  /** Positions in `PartTexts.found` of the visible pieces. */
  readonly visible: readonly number[];
  readonly headingLevel?: number;
  /** Automatic number (一、, （一）, 1.). */
  readonly list?: string;
}
