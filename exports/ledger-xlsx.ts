import type { LedgerModel, LedgerRow } from '../review/artefacts.ts';
import type { ExportedFile } from '../review/contract.ts';
import { ATTRIBUTES, type Result, STATES } from '../review/model/index.ts';
import { daySerial } from './civil-date.ts';
import { type TableColumn, tableSheet, workbook } from './table-xlsx.ts';

interface Column extends TableColumn<LedgerRow> {
  /** Left empty in the masked form: the ledger itself may reveal what the review prevented (workflow.md §3). */
  readonly revealing?: boolean;
}

/** 条例 26: twenty working days from the day the information was made. */
const LIMIT = 20;

const COLUMNS: readonly Column[] = [
  { header: '序号', width: 6, value: (_row, index) => index + 1 },
  { header: '审查编号', width: 13, value: (row) => row.row.number },
  { header: '信息名称', width: 32, value: (row) => row.row.title, revealing: true },
  { header: '文号', width: 20, value: (row) => row.documentNumber, revealing: true },
  { header: '处室', width: 14, value: (row) => row.row.department },
  { header: '承办人', width: 10, value: (row) => row.row.drafter },
  { header: '附件', width: 6, value: (row) => row.row.attachments ?? 0 },
  { header: '公开属性', width: 12, value: (row) => ATTRIBUTES[row.row.attribute] },
  { header: '生成日期', width: 12, value: (row) => daySerial(row.createdOn), date: true },
  { header: '送审日期', width: 12, value: (row) => daySerial(row.submittedOn), date: true },
  { header: '状态', width: 12, value: (row) => STATES[row.row.state] },
  { header: '审查结论', width: 12, value: (row) => row.conclusion },
  { header: '依据', width: 20, value: (row) => row.basis },
  { header: '机检命中', width: 9, value: (row) => row.row.counts.total },
  { header: '已处置', width: 8, value: (row) => row.row.counts.decided },
  { header: '处室负责人', width: 11, value: (row) => row.head },
  { header: '保密审查人', width: 11, value: (row) => row.reviewer },
  { header: '签批人', width: 10, value: (row) => row.leader },
  { header: '批准日期', width: 12, value: (row) => daySerial(row.approvedOn), date: true },
  { header: '发布渠道', width: 12, value: (row) => row.channel },
  { header: '发布日期', width: 12, value: (row) => daySerial(row.publishedOn), date: true },
  { header: '发布人', width: 10, value: (row) => row.publisher },
  {
    header: '用时（工作日）',
    width: 12,
    value: (row) => row.workingDays ?? null,
    alarming: (row) => (row.workingDays ?? 0) > LIMIT,
  },
  { header: '链上编码', width: 22, value: (row) => row.chainCode },
  { header: '备注', width: 14, value: () => '' },
];

const masked = (column: Column): Column => (column.revealing ? { ...column, value: () => '(略)' } : column);

/** 审查登记台账 as a real workbook; narrowed to a filter it says to which. */
export function ledgerXlsx(model: LedgerModel): Promise<Result<ExportedFile>> {
  const form = model.masked ? '脱敏' : '全量';
  const sheet = tableSheet({
    name: '审查登记台账',
    title: `${model.office} 政府信息公开保密审查登记台账（${form}）  ${model.madeOn}`,
    columns: model.masked ? COLUMNS.map(masked) : COLUMNS,
    rows: model.rows,
    frozen: 2,
    pagesWide: 2,
    ...(model.narrowed ? { notes: [`筛选：${model.narrowed}（共 ${model.rows.length} 件）`] } : {}),
    ...(model.mark ? { mark: model.mark } : {}),
  });
  return workbook(`审查登记台账-${model.madeOn}${model.masked ? '-脱敏' : ''}.xlsx`, '审查登记台账', [sheet]);
}
