import type { ExportedFile } from '../review/contract.ts';
import { CHANNELS, type Result } from '../review/model/index.ts';
import type { MonthSummaryModel } from '../review/usecases/exports/month-summary.ts';
import { daySerial } from './civil-date.ts';
import { type TableColumn, tableSheet, workbook } from './table-xlsx.ts';

type Row = MonthSummaryModel['rows'][number] | { readonly silent: string };
const entry =
  <T>(take: (row: MonthSummaryModel['rows'][number]) => T, silent: (department: string) => T | null) =>
  (row: Row) =>
    'silent' in row ? silent(row.silent) : take(row);
const blank = () => null;

const remarkOf = ({ attachments, takenDown }: MonthSummaryModel['rows'][number]): string =>
  [attachments > 0 ? `附件${attachments}个` : '', takenDown ? '发布后已撤下' : ''].filter((part) => part !== '').join('，');

/** A 处室 without entries has its own line: 无公开内容请告知 (workflow.md §3). */
const COLUMNS: readonly TableColumn<Row>[] = [
  { header: '序号', width: 6, value: (_row, index) => index + 1 },
  {
    header: '信息名称',
    width: 44,
    value: entry(
      ({ title }) => title,
      () => '本月无公开内容',
    ),
  },
  {
    header: '处室',
    width: 16,
    value: entry(
      ({ department }) => department,
      (department) => department,
    ),
  },
  {
    header: '公开方式',
    width: 18,
    value: entry(({ channels }) => channels.map((channel) => CHANNELS[channel]).join('、'), blank),
  },
  { header: '公开时间', width: 12, value: entry(({ publishedOn }) => daySerial(publishedOn), blank), date: true },
  { header: '承办人', width: 10, value: entry(({ drafter }) => drafter, blank) },
  { header: '审查人', width: 14, value: entry(({ reviewer }) => reviewer, blank) },
  { header: '批准人', width: 14, value: entry(({ leader }) => leader, blank) },
  { header: '备注', width: 16, value: entry(remarkOf, blank) },
];

/** 月度汇总表; a month without any publication is a 零报告, which is handed in all the same. */
export function monthSummaryXlsx(model: MonthSummaryModel): Promise<Result<ExportedFile>> {
  const nil = model.rows.length === 0;
  const settled = Object.entries(model.settled).map(([conclusion, count]) => `${conclusion} ${count} 件`);
  const notes = [
    nil
      ? `零报告：${model.month}本单位各处室均无公开内容。`
      : `${model.month}共公开 ${model.rows.length} 件，无公开内容的处室 ${model.silent.length} 个。`,
    `本月办结的审查：${settled.join('，') || '0 件'}。`,
    `填报单位：${model.office}    填表人：            审核人：            填报日期：${model.madeOn}`,
  ];
  const sheet = tableSheet<Row>({
    name: '月度汇总表',
    title: `${model.office} ${model.month}信息公开保密审查汇总表${nil ? '（零报告）' : ''}`,
    columns: COLUMNS,
    rows: [...model.rows, ...model.silent.map((silent) => ({ silent }))],
    notes,
    ...(model.mark ? { mark: model.mark } : {}),
  });
  return workbook(`月度汇总表-${model.month}${nil ? '-零报告' : ''}.xlsx`, '月度汇总表', [sheet]);
}
