import type { Relationship } from '../package/relationships.ts';
import type { PackageEntry } from '../package/unpack.ts';
import { attributeOf, walkXml } from '../package/walk-xml.ts';
import { cellAddress } from './cell-value.ts';

/** Ranges of tables by the lower-case name of their sheet's part: their style paints cells in a colour no cell format tells. */
export function tableRanges(entries: readonly PackageEntry[], relationships: readonly Relationship[]): Map<string, string[]> {
  const ranges = new Map<string, string[]>();
  for (const { source, type, target } of relationships) {
    const entry = type === 'table' ? entries.find(({ name }) => name.toLowerCase() === target.toLowerCase()) : undefined;
    if (!entry) continue;
    walkXml(entry.bytes, {
      open: (name, attributes) => {
        const range = name === 'table' ? attributeOf(attributes, 'ref') : undefined;
        if (range) ranges.set(source.toLowerCase(), [...(ranges.get(source.toLowerCase()) ?? []), range]);
      },
      close: () => undefined,
      text: () => undefined,
      aside: () => undefined,
    });
  }
  return ranges;
}

/** Ranges compared with cells; with more of them than any office paints, all cells count as painted. */
const MOST = 2000;

/** Says of cells whether one of the ranges (A1:C5, several with blanks between) holds them; rows and columns 0-based. */
export function inRanges(ranges: readonly string[]): (row: number, column: number) => boolean {
  const parts = ranges.flatMap((range) => range.split(' '));
  if (parts.length > MOST) return () => true;
  const boxes = parts.flatMap((range) => {
    const [from, to] = range.split(':').map((reference) => cellAddress(reference.replaceAll('$', '')));
    return from ? [{ from, to: to ?? from }] : [];
  });
  return (row, column) =>
    boxes.some(({ from, to }) => row >= from.row && row <= to.row && column >= from.column && column <= to.column);
}
