/** Positions in two sequences that hold the same. */
export type Match = readonly [number, number];

/** Up to so many cells the longest common part is computed exactly; beyond it, places that occur once in both split the work. */
const MOST_CELLS = 1_000_000;

/** Matching positions, ascending in both sequences. Time and memory stay bounded: what is too large and has no anchor is left unmatched. */
export function matches(a: readonly string[], b: readonly string[]): readonly Match[] {
  const found: Match[] = [];
  const walk = (fromA: number, toA: number, fromB: number, toB: number): void => {
    let [startA, endA, startB, endB] = [fromA, toA, fromB, toB];
    while (startA < endA && startB < endB && a[startA] === b[startB]) found.push([startA++, startB++]);
    const tail: Match[] = [];
    while (startA < endA && startB < endB && a[endA - 1] === b[endB - 1]) tail.push([--endA, --endB]);
    const cells = (endA - startA) * (endB - startB);
    if (cells > MOST_CELLS) {
      let place: Match = [startA, startB];
      const anchors = anchorsOf(a, b, [startA, endA], [startB, endB]);
      for (const [i, j] of anchors) {
        walk(place[0], i, place[1], j);
        found.push([i, j]);
        place = [i + 1, j + 1];
      }
      if (anchors.length > 0) walk(place[0], endA, place[1], endB);
    } else if (cells > 0) {
      for (const [i, j] of longestCommon(a.slice(startA, endA), b.slice(startB, endB))) found.push([startA + i, startB + j]);
    }
    found.push(...tail.reverse());
  };
  walk(0, a.length, 0, b.length);
  return found;
}

function longestCommon(a: readonly string[], b: readonly string[]): readonly Match[] {
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => length[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Match[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}

/** Places that occur exactly once in both ranges, the longest row of them that ascends in both. */
function anchorsOf(a: readonly string[], b: readonly string[], [fromA, toA]: Match, [fromB, toB]: Match): readonly Match[] {
  const once = (sequence: readonly string[], from: number, to: number): Map<string, number> => {
    const places = new Map<string, number>();
    for (let at = from; at < to; at += 1) places.set(sequence[at] ?? '', places.has(sequence[at] ?? '') ? -1 : at);
    return places;
  };
  const inB = once(b, fromB, toB);
  const both = [...once(a, fromA, toA)]
    .map(([value, i]): Match => [i, inB.get(value) ?? -1])
    .filter(([i, j]) => i >= 0 && j >= 0);
  return longestAscending(both);
}

/** Longest ascending row of second numbers (patience sorting). */
function longestAscending(pairs: readonly Match[]): readonly Match[] {
  const piles: number[] = [];
  const before = new Map<number, number>();
  for (const [index, [, value]] of pairs.entries()) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    const previous = piles[low - 1];
    if (previous !== undefined) before.set(index, previous);
    piles[low] = index;
  }
  const row: Match[] = [];
  for (let at = piles.at(-1); at !== undefined; at = before.get(at)) {
    const pair = pairs[at];
    if (pair) row.push(pair);
  }
  return row.reverse();
}
