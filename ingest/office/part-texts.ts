import type { Cell, PieceKind } from '../../review/model/index.ts';
import { stretchesOf } from '../text/lines.ts';
import { Account } from './account.ts';
import type { DrawnParagraph, PartText, Section } from './part-text.ts';

/** Everything found in one part, with the account that proves that nothing heard was lost. */
export class PartTexts {
  readonly part: string;
  readonly found: PartText[] = [];
  readonly drawn: DrawnParagraph[] = [];
  readonly account = new Account();

  constructor(part: string) {
    this.part = part;
  }

  /** Adds text of text nodes: not blank, cut to the size of pieces, paid into the account. Returns the positions taken. */
  add(
    section: Section,
    kind: PieceKind,
    visible: boolean,
    text: string,
    label: string,
    place: { readonly paragraph?: number; readonly cell?: Cell } = {},
  ): number[] {
    if (text.trim() === '') return [];
    this.account.pay(text);
    return this.addAside(section, kind, visible, text, label, place);
  }

  /** Adds text that was no text node (attributes, decoded values), so that it pays for nothing. */
  addAside(
    section: Section,
    kind: PieceKind,
    visible: boolean,
    text: string,
    label: string,
    place: { readonly paragraph?: number; readonly cell?: Cell } = {},
  ): number[] {
    if (text.trim() === '') return [];
    return [...stretchesOf(text)].map((stretch) => {
      this.found.push({ section, kind, visible, text: stretch.text, label, ...place });
      return this.found.length - 1;
    });
  }
}
