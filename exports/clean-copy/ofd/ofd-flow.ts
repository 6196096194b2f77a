import type { Piece } from '../../../review/model/index.ts';
import { CannotSplice } from '../cannot-splice.ts';
import type { DraftPieces } from '../draft-pieces.ts';
import type { OfdCharacter } from './ofd-codes.ts';

/** The characters of all pages as they are read: page by page, line by line, from left to right; blanks are left out. */
export class OfdFlow {
  private readonly characters: OfdCharacter[] = [];
  private text = '';
  private cursor = 0;

  addPage(characters: readonly OfdCharacter[]): void {
    const seen = characters.filter(({ text, becomes }) => text.trim() !== '' && becomes === undefined);
    for (const line of linesOf(seen)) {
      for (const character of line.sort((left, right) => left.x - right.x)) {
        for (const unit of character.text.split('')) {
          this.characters.push(character);
          this.text += unit;
        }
      }
    }
  }

  /**
   * Finds a visible text of the draft among the characters, claims them and carries out its edits. Headers and footers stand on
   * many pages and in the draft once, so all their places count. Throws CannotSplice when the text is nowhere.
   */
  place(piece: Piece, pieces: DraftPieces): void {
    const units = [...piece.text].length === piece.text.length ? [...piece.text] : piece.text.split('');
    const solid = units.flatMap((unit, index) => (unit.trim() === '' ? [] : [index]));
    const key = solid.map((index) => piece.text.charAt(index)).join('');
    if (key === '') return;
    const edits = pieces.take([piece]);
    const margin = piece.kind === 'header' || piece.kind === 'footer';
    let found = false;
    for (let at = this.find(key, margin ? 0 : this.cursor); at >= 0; at = margin ? this.find(key, at + key.length) : -1) {
      found = true;
      if (!margin) this.cursor = at + key.length;
      this.edit(at, solid, edits);
    }
    if (!found) throw new CannotSplice(`${piece.where.label}的文字在原文件里对不上`);
  }

  /** What no visible text of the draft holds is not seen: it goes. Returns how many characters that were. */
  dropRest(): number {
    const rest = this.characters.filter(({ claimed, becomes }) => !claimed && becomes === undefined);
    for (const character of rest) character.becomes = '';
    return rest.length;
  }

  private find(key: string, from: number): number {
    const free = (at: number) => this.characters.slice(at, at + key.length).every(({ claimed }) => !claimed);
    for (const start of from === 0 ? [0] : [from, 0]) {
      for (let at = this.text.indexOf(key, start); at >= 0; at = this.text.indexOf(key, at + 1)) if (free(at)) return at;
    }
    return -1;
  }

  private edit(at: number, solid: readonly number[], edits: ReturnType<DraftPieces['take']>): void {
    for (let index = 0; index < solid.length; index += 1) {
      const character = this.characters[at + index];
      if (character) character.claimed = true;
    }
    for (const { start, end, replacement } of edits) {
      const touched = solid.flatMap((place, index) => (place >= start && place < end ? [this.characters[at + index]] : []));
      touched.forEach((character, index) => {
        if (character) character.becomes = index === 0 ? replacement : '';
      });
    }
  }
}

/** Characters of one base line each; lines from the top of the page down. */
function linesOf(characters: readonly OfdCharacter[]): OfdCharacter[][] {
  const lines: OfdCharacter[][] = [];
  for (const character of [...characters].sort((left, right) => left.y - right.y)) {
    const line = lines.at(-1);
    const base = line?.[0];
    if (line && base && Math.abs(character.y - base.y) <= Math.max(base.size, character.size) * 0.4) line.push(character);
    else lines.push([character]);
  }
  return lines;
}
