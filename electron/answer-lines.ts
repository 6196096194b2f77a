/** Items of one slice: read in well under a frame. */
const SLICE = 300;

/**
 * The text in which an answer crosses to the window: one line of JSON, in which every long list is empty, then lines
 * `{"path":[…],"items":[…]}` with the slices of these lists in order. Read at once, a draft of 300 pages would hold up the window for
 * longer than a frame; the window reads line by line (renderer/state/readAnswer.ts). Lists inside lists are not cut.
 */
export function answerLines(answer: unknown): string {
  const lines: string[] = [];
  const cut = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value)) {
      if (value.length <= SLICE) return value;
      for (let start = 0; start < value.length; start += SLICE)
        lines.push(JSON.stringify({ path, items: value.slice(start, start + SLICE) }));
      return [];
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, [...path, key])]));
  };
  const first = JSON.stringify(cut(answer, []));
  return [first, ...lines].join('\n');
}
