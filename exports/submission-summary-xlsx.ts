import type { ExportedFile } from '../review/contract.ts';
import type { Result } from '../review/model/index.ts';
import {
  SUBMISSION_RESULTS,
  type SubmissionRow,
  type SubmissionSummaryModel,
} from '../review/usecases/exports/submission-summary.ts';
import { type TableColumn, tableSheet, workbook } from './table-xlsx.ts';

const COLUMNS: readonly TableColumn<SubmissionRow>[] = [
  { header: '序号', width: 6, value: (_row, index) => index + 1 },
  { header: '文件', width: 42, value: (row) => row.name },
  { header: '结果', width: 10, value: (row) => row.result, alarming: (row) => row.result === SUBMISSION_RESULTS.marked },
  { header: '审查编号', width: 16, value: (row) => row.number },
  { header: '疑点', width: 8, value: (row) => row.findings },
  { header: '未能检查', width: 10, value: (row) => row.unread, alarming: (row) => row.unread > 0 },
  { header: '原因', width: 60, value: (row) => row.reason },
];

type Unread = SubmissionSummaryModel['unread'][number];
const UNREAD: readonly TableColumn<Unread>[] = [
  { header: '审查编号', width: 16, value: (row) => row.number },
  { header: '文件', width: 36, value: (row) => row.name },
  { header: '部分', width: 30, value: (row) => row.part },
  { header: '须做什么', width: 60, value: (row) => row.message },
];

/** 批量送审汇总表: one line a file, the sums in the notes; on a second sheet what a person must look at. */
export function submissionSummaryXlsx(model: SubmissionSummaryModel): Promise<Result<ExportedFile>> {
  const { rows, unread, office, madeOn } = model;
  const mark = model.mark ? { mark: model.mark } : {};
  const sums = Object.values(SUBMISSION_RESULTS).map((name) => `${name}${rows.filter(({ result }) => result === name).length}`);
  return workbook(`批量送审汇总表-${madeOn}.xlsx`, '批量送审汇总表', [
    tableSheet({
      name: '汇总',
      title: `${office} 批量送审汇总表  ${madeOn}`,
      columns: COLUMNS,
      rows,
      notes: [`共${rows.length}个文件：${sums.join('，')}。`, '未发现疑点的，仍须人工审查。'],
      frozen: 2,
      ...mark,
    }),
    tableSheet({ name: '未能检查', title: '机器未能检查、须人工查看的部分', columns: UNREAD, rows: unread, ...mark }),
  ]);
}
