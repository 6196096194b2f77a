/** A data descriptor behind an entry takes up to 24 bytes; smaller gaps are structure, not content. */
const DESCRIPTOR = 24;

/**
 * The stretches of `bytes` that none of `ranges` ([start, end)) covers: data before, between or after the records of an archive
 * is seen by no office program and travels with the file all the same.
 */
export function strayBytes(bytes: Uint8Array, ranges: readonly (readonly [number, number])[]): Uint8Array[] {
  const stray: Uint8Array[] = [];
  let end = 0;
  for (const [start, stop] of [...ranges].sort((left, right) => left[0] - right[0])) {
    if (start - end > DESCRIPTOR) stray.push(bytes.subarray(end, start));
    end = Math.max(end, stop);
  }
  if (bytes.length - end > DESCRIPTOR) stray.push(bytes.subarray(end));
  return stray;
}
