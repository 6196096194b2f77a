import { ok } from '../../model/index.ts';
import { within } from '../../workflow/period.ts';
import { type AssessmentRow, assess } from '../figures/assess.ts';
import { caseRecords } from '../figures/case-record.ts';
import { draftingDepartments } from '../figures/departments.ts';
import type { Exporting } from './exporting.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** 考核表: one line a 处室, and the matters behind late, returned and taken-down figures by number alone. */
export interface AssessmentModel extends SheetHead {
  readonly period: string;
  readonly rows: readonly AssessmentRow[];
  readonly total: AssessmentRow;
  readonly matters: readonly {
    readonly number: string;
    readonly department: string;
    readonly drafter: string;
    readonly dueOn: string;
    /** Published, or as a reply given to the applicant; '' before. */
    readonly doneOn: string;
    readonly overdue: boolean;
    readonly returns: number;
    readonly takenDown: boolean;
  }[];
}

export const assessment: Exporting<AssessmentModel> = {
  name: '处室考核表',
  needs: 'period',
  may: ['head', 'reviewer', 'leader', 'auditor'],
  model(parts, { period }) {
    const records = caseRecords(parts);
    const matters = records
      .filter(({ registeredOn }) => within(period, registeredOn))
      .filter(({ overdue, returnedOn, takenDown }) => overdue || returnedOn.length > 0 || takenDown)
      .map(({ number, department, drafter, dueOn, publishedOn, answeredOn, overdue, returnedOn, takenDown }) => ({
        number,
        department,
        drafter,
        dueOn,
        doneOn: publishedOn || answeredOn,
        overdue,
        returns: returnedOn.length,
        takenDown,
      }));
    return ok({
      ...sheetHead(parts),
      period: period.name,
      ...assess(records, draftingDepartments(parts, records), period),
      matters,
    });
  },
};
