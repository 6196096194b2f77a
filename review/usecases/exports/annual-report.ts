import type { AnnualView } from '../../contract.ts';
import { ok } from '../../model/index.ts';
import { annualView } from '../annual.ts';
import { BUSINESS, type Exporting } from './exporting.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** 年度报告; while cells are empty or sums unequal it is a 草稿 and says so. */
export interface AnnualReportModel extends SheetHead {
  readonly view: AnnualView;
}

export const annualReport: Exporting<AnnualReportModel> = {
  name: '年度报告',
  needs: 'year',
  may: BUSINESS,
  model: (parts, { period }) => ok({ ...sheetHead(parts), view: annualView(parts, Number(period.id)) }),
};
