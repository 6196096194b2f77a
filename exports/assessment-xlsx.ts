import type { ExportedFile } from '../review/contract.ts';
import type { Result } from '../review/model/index.ts';
import type { AssessmentModel } from '../review/usecases/exports/assessment.ts';
import type { AssessmentRow } from '../review/usecases/figures/assess.ts';
import { daySerial } from './civil-date.ts';
import { type TableColumn, tableSheet, workbook } from './table-xlsx.ts';

/** Share as a number from 0 to 1; an empty cell where there is nothing to divide by. */
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** One line a 处室, of the assessment and of the statistics. */
export const DEPARTMENT_COLUMNS: readonly TableColumn<AssessmentRow>[] = [
  { header: '处室', width: 18, value: (row) => row.department },
  { header: '送审件数', width: 10, value: (row) => row.registered },
  { header: '已公开', width: 9, value: (row) => row.published },
  { header: '按期办理', width: 10, value: (row) => row.onTime },
  { header: '按期率', width: 9, value: (row) => share(row.onTime, row.onTime + row.overdue), format: '0.0%' },
  { header: '超期', width: 8, value: (row) => row.overdue, alarming: (row) => row.overdue > 0 },
  { header: '不予公开', width: 10, value: (row) => row.refused },
  { header: '作废', width: 8, value: (row) => row.withdrawn },
  { header: '被退回件数', width: 11, value: (row) => row.returnedCases },
  { header: '退回次数', width: 10, value: (row) => row.returns },
  { header: '退回率', width: 9, value: (row) => share(row.returnedCases, row.registered), format: '0.0%' },
  { header: '平均审查天数（工作日）', width: 13, value: (row) => share(row.reviewDays, row.reviewed), format: '0.0' },
  { header: '处置疑点', width: 10, value: (row) => row.decided },
  { header: '其中误报', width: 10, value: (row) => row.falseAlarms },
  { header: '发布后撤下', width: 11, value: (row) => row.takenDown, alarming: (row) => row.takenDown > 0 },
];

type Matter = AssessmentModel['matters'][number];
const MATTERS: readonly TableColumn<Matter>[] = [
  { header: '审查编号', width: 18, value: (row) => row.number },
  { header: '处室', width: 18, value: (row) => row.department },
  { header: '承办人', width: 12, value: (row) => row.drafter },
  { header: '公开（答复）期限', width: 13, value: (row) => daySerial(row.dueOn), date: true },
  { header: '公开（答复）日期', width: 13, value: (row) => daySerial(row.doneOn), date: true },
  { header: '超期', width: 8, value: (row) => (row.overdue ? '是' : ''), alarming: (row) => row.overdue },
  { header: '退回次数', width: 10, value: (row) => row.returns },
  { header: '撤下', width: 8, value: (row) => (row.takenDown ? '是' : ''), alarming: (row) => row.takenDown },
];

const NOTES = [
  '口径：按登记日期统计期内送审的事项。按期：主动公开的自信息生成之日起20个工作日内公开；依申请公开的答复件在所关联申请的答复期限内答复（延长、征求意见扣除的时间照算）。按期率＝按期办理÷（按期办理＋超期）。',
  '平均审查天数：自登记至审查完成，按工作日计，只计已办结的事项。误报是规则的问题，不计入处室的过失。',
];

/** 考核表 per 处室 with a total line, and on a second sheet the matters behind the late and returned ones, by number alone. */
export function assessmentXlsx(model: AssessmentModel): Promise<Result<ExportedFile>> {
  const mark = model.mark ? { mark: model.mark } : {};
  const sheets = [
    tableSheet({
      name: '考核表',
      title: `${model.office} ${model.period}信息公开保密审查考核表`,
      columns: DEPARTMENT_COLUMNS,
      rows: [...model.rows, model.total],
      notes: NOTES,
      frozen: 1,
      filter: false,
      ...mark,
    }),
    tableSheet({
      name: '超期退回明细',
      title: `${model.period}超期、退回、撤下事项明细`,
      columns: MATTERS,
      rows: model.matters,
      ...mark,
    }),
  ];
  return workbook(`处室考核表-${model.period}.xlsx`, '处室考核表', sheets);
}
