/** Places a cursor may stand at in a text, in UTF-16 units: between characters as people see them, or between words. */
const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** The next place after `from` in the direction, within the text. */
export function nextStep(text: string, from: number, forward: boolean, byWord: boolean): number {
  const starts = [...(byWord ? WORDS : CHARACTERS).segment(text)].map(({ index }) => index);
  if (forward) return starts.find((start) => start > from) ?? text.length;
  return starts.findLast((start) => start < from) ?? 0;
}
