import type { Draft } from '../../../review/model/index.ts';
import { TEXTS } from './texts.ts';

/** Highest number that stands in a place label after `第`. */
const highest = (draft: Draft, pattern: RegExp): number =>
  draft.pieces.reduce((most, { where }) => Math.max(most, Number(pattern.exec(where.label)?.[1] ?? 0)), 0);

/** Pages, sheets or slides where the places name them, else paragraphs and tables: how much there is to read. */
export function extentOf(draft: Draft): string {
  const { file } = TEXTS;
  const pages = highest(draft, /^第(\d+)页/);
  if (pages > 0) return file.pages(pages);
  const sheets = new Set(draft.pieces.flatMap(({ where }) => /^工作表“([^”]*)”/.exec(where.label)?.[1] ?? []));
  if (sheets.size > 0) return file.sheets(sheets.size);
  const slides = highest(draft, /^第(\d+)张/);
  if (slides > 0) return file.slides(slides);
  const tables = draft.page.filter(({ type }) => type === 'table').length;
  const paragraphs = file.paragraphs(draft.page.length - tables);
  return tables > 0 ? `${paragraphs}，${file.tables(tables)}` : paragraphs;
}
