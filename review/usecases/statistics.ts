import { fail, ok } from '../model/index.ts';
import { periodOf } from '../workflow/period.ts';
import { officeCases } from './figures/case-record.ts';
import { categoriesOf, countedCases } from './figures/counted-cases.ts';
import { draftingDepartments } from './figures/departments.ts';
import { casesBehind, statistics as statisticsOf } from './figures/tallies.ts';
import type { Feature } from './handler.ts';

const NO_PERIOD = fail('bad-input', '期间不对。月份写作2026-09，季度写作2026-Q3，年度写作2026。');

export const statistics: Feature<'statistics.view' | 'statistics.categories' | 'statistics.cases'> = {
  'statistics.categories': (parts) =>
    ok(
      Object.fromEntries(
        officeCases(parts)
          .map(({ caseId, result }) => [caseId, categoriesOf(parts, caseId, result)] as const)
          .filter(([, categories]) => categories.length > 0),
      ),
    ),
  'statistics.cases': (parts, { period: id, of }) => {
    const period = periodOf(id);
    return period ? ok(casesBehind(countedCases(parts), period, of)) : NO_PERIOD;
  },
  'statistics.view': (parts, { period: id }) => {
    const period = periodOf(id);
    if (!period) return NO_PERIOD;
    const cases = countedCases(parts);
    const departments = draftingDepartments(
      parts,
      cases.map(({ record }) => record),
    );
    return ok(statisticsOf(cases, departments, period));
  },
};
