import type { RequestRegisterModel } from '../review/artefacts.ts';
import type { ExportedFile } from '../review/contract.ts';
import type { Result } from '../review/model/index.ts';
import type { RequestTableRow } from '../review/workflow/request-table.ts';
import { type TableColumn, tableSheet, workbook } from './table-xlsx.ts';

type Row = RequestRegisterModel['rows'][number];
const COLUMNS: readonly TableColumn<Row>[] = [
  { header: '序号', width: 6, value: (_row, index) => index + 1 },
  { header: '登记编号', width: 14, value: (row) => row.number },
  { header: '申请人类别', width: 12, value: (row) => row.applicant },
  { header: '申请人', width: 14, value: (row) => row.name },
  { header: '联系方式', width: 22, value: (row) => row.contact },
  { header: '申请内容', width: 36, value: (row) => row.content },
  { header: '收到日期', width: 12, value: (row) => row.receivedOn },
  { header: '获取方式', width: 12, value: (row) => row.reply },
  { header: '答复期限', width: 12, value: (row) => row.dueOn },
  { header: '延期', width: 6, value: (row) => (row.extended ? '是' : '') },
  { header: '不计算的工作日', width: 10, value: (row) => row.paused },
  { header: '状态', width: 12, value: (row) => row.state },
  { header: '办理结果', width: 28, value: (row) => row.result },
  { header: '答复日期', width: 12, value: (row) => row.closedOn },
];

/** The register of a year, and table three of the annual report with its arithmetic checked. */
export function requestRegisterXlsx(model: RequestRegisterModel): Promise<Result<ExportedFile>> {
  const kind = model.masked ? '脱敏' : '全量';
  const title = `${model.office} ${model.year}年政府信息公开申请登记簿（${kind}）  ${model.madeOn}`;
  const mark = model.mark ? { mark: model.mark } : {};
  const counts: readonly TableColumn<RequestTableRow>[] = [
    { header: '类', width: 34, value: (row) => row.group ?? '' },
    { header: '项', width: 44, value: (row) => row.label },
    ...model.table.columns.map(
      (header, at): TableColumn<RequestTableRow> => ({ header, width: 12, value: (row) => row.cells[at] ?? 0 }),
    ),
    { header: '总计', width: 10, value: (row) => row.total },
  ];
  const balance = model.table.balanced ? '勾稽：新收＋结转＝办理结果总计＋结转下年度，各列相等。' : '勾稽不等，请核对登记日期。';
  return workbook(`依申请公开登记簿-${model.year}-${kind}.xlsx`, '依申请公开登记簿', [
    tableSheet({ name: '登记簿', title, columns: COLUMNS, rows: model.rows, frozen: 4, ...mark }),
    tableSheet({
      name: '办理情况',
      title: `${model.year}年收到和处理政府信息公开申请情况`,
      columns: counts,
      rows: model.table.rows,
      notes: [balance],
      filter: false,
      ...mark,
    }),
  ]);
}
