import { ok } from '../../model/index.ts';
import { type Period, within } from '../../workflow/period.ts';
import type { DeskParts } from '../desk-parts.ts';
import { type CaseRecord, caseRecords } from '../figures/case-record.ts';
import { BUSINESS, type Exporting } from './exporting.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** One published piece of information; nothing in it that is not public already. */
export interface CatalogueRow {
  readonly number: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly department: string;
  readonly createdOn: string;
  readonly publishedOn: string;
  readonly publications: CaseRecord['publications'];
}
/** 主动公开目录 (条例 12) of a period. */
export interface CatalogueModel extends SheetHead {
  readonly period: string;
  readonly rows: readonly CatalogueRow[];
}

/** What was actively published in the period and still is. */
export const publishedIn = (parts: DeskParts, period: Period): readonly CatalogueRow[] =>
  caseRecords(parts)
    .filter(({ attribute, state, publishedOn }) => attribute === 'active' && state === 'published' && within(period, publishedOn))
    .map(({ number, title, documentNumber, department, createdOn, publishedOn, publications }) => ({
      number,
      title,
      documentNumber,
      department,
      createdOn,
      publishedOn,
      publications,
    }));

export const catalogue: Exporting<CatalogueModel> = {
  name: '主动公开目录',
  needs: 'period',
  may: BUSINESS,
  model: (parts, { period }) => ok({ ...sheetHead(parts), period: period.name, rows: publishedIn(parts, period) }),
};
