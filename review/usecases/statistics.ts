import { fail, ok } from '../model/index.ts';
import { periodOf } from '../workflow/period.ts';
import { officeCases } from './figures/case-record.ts';
import { categoriesOf, countedCases } from './figures/counted-cases.ts';
import { draftingDepartments } from './figures/departments.ts';
import { statistics as statisticsOf } from './figures/tallies.ts';
import type { Feature } from './handler.ts';

export const statistics: Feature<'statistics.view' | 'statistics.categories'> = {
  'statistics.categories': (parts) =>
    ok(
      Object.fromEntries(
        officeCases(parts)
          .map(({ caseId, result }) => [caseId, categoriesOf(parts, caseId, result)] as const)
          .filter(([, categories]) => categories.length > 0),
      ),
    ),
  'statistics.view': (parts, { period: id }) => {
    const period = periodOf(id);
    if (!period) return fail('bad-input', '期间不对。月份写作2026-09，季度写作2026-Q3，年度写作2026。');
    const cases = countedCases(parts);
    const departments = draftingDepartments(
      parts,
      cases.map(({ record }) => record),
    );
    return ok(statisticsOf(cases, departments, period));
  },
};
