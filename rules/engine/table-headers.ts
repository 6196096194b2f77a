/** Longest name of a column; what is longer is a value. */
const LONGEST = 12;

/** What names a column of a table with two header rows, as `ScenePiece` has it. */
export interface TableHeader {
  readonly header: string;
  readonly over?: string;
}

/**
 * Whether the second row of a table goes on with the header: it fills columns that the first one left empty under a wider cell, leaves
 * its first cell empty and holds nothing that reads like a value. Offices merge such cells; pasted as text the gaps stay.
 */
export function hasSecondHeaderRow(first: readonly string[], second: readonly string[]): boolean {
  if (first.length < 3 || second.length < 3 || (second[0] ?? '') !== '' || (first[0] ?? '') === '') return false;
  const filled = second.filter((text) => text !== '');
  if (filled.length < 2 || filled.some((text) => text.length > LONGEST || /[0-9]{2}|^[0-9.,]+$/.test(text))) return false;
  // Each gap of the first row that is filled has a wider cell to its left, whose own column is named again too.
  return second.some((text, column) => text !== '' && (first[column] ?? '') === '' && (second[column - 1] ?? '') !== '');
}

/** The header of each column by a first row and a second one that goes on with it. */
export function twoRowHeaders(first: readonly string[], second: readonly string[]): readonly TableHeader[] {
  let wide = '';
  return Array.from({ length: Math.max(first.length, second.length) }, (_, column) => {
    wide = (first[column] ?? '') === '' ? wide : (first[column] ?? '');
    const below = second[column] ?? '';
    return below === '' ? { header: first[column] ?? '' } : { header: below, over: wide };
  });
}
