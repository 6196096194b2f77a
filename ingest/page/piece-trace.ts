import type { Glyph } from './glyph.ts';

/** A painted character and the page (from 1) it stands on. */
export interface TracedGlyph {
  readonly page: number;
  readonly glyph: Glyph;
}

/** A stretch of a text that became a piece. */
interface Stretch {
  readonly piece: number;
  readonly start: number;
  readonly length: number;
}

/** The characters of one place of a piece, by the UTF-16 offset they stand at; undefined where nobody can say. */
type Occurrence = readonly (TracedGlyph | undefined)[] | undefined;

/** Remembers which painted characters make up which piece, so that a stretch of text can be painted over. */
export class PieceTrace {
  private readonly occurrences = new Map<number, Occurrence[]>();

  /** `glyphs` are the characters of `text` in order, blanks aside; `stretches` are its pieces. */
  note(text: string, glyphs: readonly TracedGlyph[], stretches: readonly Stretch[]): void {
    const laid = laidUnder(text, glyphs);
    for (const { piece, start, length } of stretches) {
      const known = this.occurrences.get(piece) ?? [];
      known.push(laid?.slice(start, start + length));
      this.occurrences.set(piece, known);
    }
  }

  /**
   * The characters of a stretch (UTF-16 offsets in the piece) in every place where the piece is painted. Undefined when the piece
   * is not painted text, or a character of it has no known place.
   */
  glyphsOf(piece: number, start: number, end: number, text: string): readonly TracedGlyph[] | undefined {
    const found: TracedGlyph[] = [];
    const known = this.occurrences.get(piece);
    if (!known) return undefined;
    for (const occurrence of known) {
      if (!occurrence) return undefined;
      for (let at = start; at < end; at += 1) {
        const traced = occurrence[at];
        if (traced) found.push(traced);
        else if (!isBlank(text.charAt(at))) return undefined;
      }
    }
    return found;
  }
}

const isBlank = (character: string): boolean => /\s/.test(character);

/** One character of the page for each unit of the text that is not blank; undefined when the two do not agree. */
function laidUnder(text: string, glyphs: readonly TracedGlyph[]): Occurrence {
  const laid: (TracedGlyph | undefined)[] = new Array(text.length);
  let at = 0;
  for (const traced of glyphs) {
    for (let unit = 0; unit < traced.glyph.text.length; unit += 1) {
      const wanted = traced.glyph.text.charAt(unit);
      if (isBlank(wanted)) continue;
      while (at < text.length && isBlank(text.charAt(at))) at += 1;
      if (text.charAt(at) !== wanted) return undefined;
      laid[at] = traced;
      at += 1;
    }
  }
  return text.slice(at).trim() === '' ? laid : undefined;
}
