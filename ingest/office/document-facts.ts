import type { Numbering } from '../docx/numbering.ts';
import type { StyleSheet } from '../docx/style-sheet.ts';
import type { Book } from '../sheet/book.ts';
import type { Deck } from '../slide/deck.ts';

/** What the parts of one document must know of each other. Filled by the main part, asked by the others. */
export interface DocumentFacts {
  /** Workbook behind the sheets; empty in other documents. */
  readonly book: Book;
  /** Slide order; empty in other documents. */
  readonly deck: Deck;
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  /** w:evenAndOddHeaders of the settings. */
  readonly evenPages: boolean;
  /** Fill of the page itself (RRGGBB). */
  background: string;
  /** Tables met so far, over all parts. */
  tables: number;
  /** Relationship ids of headers and footers that some page shows. */
  readonly shownHeaders: Set<string>;
  /** Ids of the notes that the text refers to, as footnote:3 or endnote:2. */
  readonly referredNotes: Set<string>;
  /** Names of those who changed or commented. */
  readonly authors: Set<string>;
  /** Counts of tracked changes and moves. */
  insertions: number;
  deletions: number;
}
