import type { Draft, Span } from '../../../review/model/index.ts';

/** More hits than these tell nobody anything; the count then says so by standing still. */
export const MOST_HITS = 5_000;

/** Places of a text in all pieces of a draft, hidden ones too, in reading order; capitals and small letters are alike. */
export function findInDraft(draft: Draft, wanted: string): readonly Span[] {
  const query = wanted.toLowerCase();
  const hits: Span[] = [];
  if (query === '') return hits;
  for (const { index, text } of draft.pieces) {
    const lower = text.toLowerCase();
    // A few letters change their length in lower case; then only the exact spelling is found.
    const searched = lower.length === text.length ? lower : text;
    for (let start = searched.indexOf(query); start >= 0; start = searched.indexOf(query, start + query.length)) {
      const end = start + query.length;
      hits.push({ piece: index, start, end, text: text.slice(start, end) });
      if (hits.length >= MOST_HITS) return hits;
    }
  }
  return hits;
}
