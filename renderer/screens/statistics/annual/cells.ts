import type { AnnualCells } from '../../../../review/model/index.ts';

/** What the fields hold; '' is not filled in. */
export type CellTexts = Readonly<Record<string, string>>;

export const textsOf = (cells: AnnualCells): CellTexts =>
  Object.fromEntries(Object.entries(cells).map(([cell, value]) => [cell, String(value)]));

/** Numbers of the fields; undefined when one holds anything else. */
export function cellsOf(texts: CellTexts): AnnualCells | undefined {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  if (filled.some(([, text]) => !/^\d{1,9}(?:\.\d{1,6})?$/.test(text.trim()))) return undefined;
  return Object.fromEntries(filled.map(([cell, text]) => [cell, Number(text)]));
}
