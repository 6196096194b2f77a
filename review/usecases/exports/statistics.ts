import type { StatisticsView } from '../../contract.ts';
import { ok } from '../../model/index.ts';
import { countedCases } from '../figures/counted-cases.ts';
import { draftingDepartments } from '../figures/departments.ts';
import { statistics as statisticsOf } from '../figures/tallies.ts';
import { BUSINESS_AND_AUDITOR, type Exporting } from './exporting.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** 统计表: the figures of the statistics screen. */
export interface StatisticsModel extends SheetHead {
  readonly view: StatisticsView;
}

export const statistics: Exporting<StatisticsModel> = {
  name: '统计表',
  needs: 'period',
  may: BUSINESS_AND_AUDITOR,
  model(parts, { period }) {
    const cases = countedCases(parts);
    const departments = draftingDepartments(
      parts,
      cases.map(({ record }) => record),
    );
    return ok({ ...sheetHead(parts), view: statisticsOf(cases, departments, period) });
  },
};
