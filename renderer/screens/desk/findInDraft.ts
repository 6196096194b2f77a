import type { Draft, Span } from '../../../review/model/index.ts';

/** More hits than these tell nobody anything; the count then says so by standing still. */
export const MOST_HITS = 5_000;

/** A text as it is searched, and where each of its letters stands in the text as it is. */
interface Folded {
  readonly text: string;
  /** Start of each letter in the original, and its length at the end; absent when every letter stands where it stood. */
  readonly starts?: Uint32Array;
}

const letters = new Map<string, string>();

/**
 * Compatibility characters as the ones they look like (NFKC: the text layers of PDFs are full of ⽤ U+2F64 for 用), small letters for
 * capitals, letter by letter.
 */
function foldLetter(letter: string): string {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const folded = letter.normalize('NFKC').toLowerCase();
  letters.set(letter, folded);
  return folded;
}

function fold(original: string): Folded {
  const parts = Array.from(original, foldLetter);
  const text = parts.join('');
  const letter = original[Symbol.iterator]();
  const starts = new Uint32Array(text.length + 1);
  let from = 0;
  let to = 0;
  let shifted = false;
  for (const part of parts) {
    const { length } = String(letter.next().value ?? '');
    starts.fill(from, to, to + part.length);
    shifted ||= part.length !== length;
    // The second half of a pair stands one further on, as in the original.
    if (part.length === length) for (let half = 1; half < length; half += 1) starts[to + half] = from + half;
    from += length;
    to += part.length;
  }
  starts[to] = from;
  return shifted ? { text, starts } : { text };
}

const folded = new WeakMap<Draft, readonly Folded[]>();

/** All pieces of a draft, folded once. */
function foldedPieces(draft: Draft): readonly Folded[] {
  const before = folded.get(draft);
  if (before) return before;
  const made = draft.pieces.map(({ text }) => fold(text));
  folded.set(draft, made);
  return made;
}

/**
 * Places of a text in all pieces of a draft, hidden ones too, in reading order; capitals and small letters are alike, and so are a
 * character and its compatibility forms. Offsets are those of the pieces as they are.
 */
export function findInDraft(draft: Draft, wanted: string): readonly Span[] {
  const query = fold(wanted).text;
  const hits: Span[] = [];
  if (query === '') return hits;
  const texts = foldedPieces(draft);
  for (const [place, { index, text: original }] of draft.pieces.entries()) {
    const { text, starts } = texts[place] ?? { text: '' };
    for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
      const start = starts?.[at] ?? at;
      const end = endOf(starts, at + query.length);
      hits.push({ piece: index, start, end, text: original.slice(start, end) });
      if (hits.length >= MOST_HITS) return hits;
    }
  }
  return hits;
}

/** Where the hit ends in the original: after the whole letter, also when only its beginning was asked for (ﬁ for f). */
function endOf(starts: Uint32Array | undefined, at: number): number {
  if (!starts) return at;
  const last = starts[at - 1] ?? 0;
  for (let next = at; next < starts.length; next += 1) {
    const start = starts[next] ?? 0;
    if (start > last) return start;
  }
  return last;
}
