/** Index of the first of ascending offsets at or behind an offset; their number when there is none. */
export function firstFrom(offsets: Int32Array, from: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
