import type { ExportedFile } from '../review/contract.ts';
import { CHANNELS, type Result } from '../review/model/index.ts';
import type { CatalogueModel, CatalogueRow } from '../review/usecases/exports/catalogue.ts';
import { daySerial } from './civil-date.ts';
import { type TableColumn, tableSheet, workbook } from './table-xlsx.ts';

const channelsOf = ({ publications }: CatalogueRow): string =>
  [...new Set(publications.map(({ channel }) => CHANNELS[channel]))].join('、');
const addressesOf = ({ publications }: CatalogueRow): string =>
  [...new Set(publications.map(({ address }) => address))].join('\n');

const COLUMNS: readonly TableColumn<CatalogueRow>[] = [
  { header: '序号', width: 6, value: (_row, index) => index + 1 },
  { header: '索引号', width: 16, value: (row) => row.number },
  { header: '信息名称', width: 46, value: (row) => row.title },
  { header: '文号', width: 22, value: (row) => row.documentNumber },
  { header: '责任处室', width: 16, value: (row) => row.department },
  { header: '生成日期', width: 12, value: (row) => daySerial(row.createdOn), date: true },
  { header: '公开日期', width: 12, value: (row) => daySerial(row.publishedOn), date: true },
  { header: '公开方式', width: 18, value: channelsOf },
  { header: '网址或位置', width: 40, value: addressesOf },
];

/** 主动公开目录: what is public and where it stands. */
export function catalogueXlsx(model: CatalogueModel): Promise<Result<ExportedFile>> {
  const sheet = tableSheet({
    name: '主动公开目录',
    title: `${model.office} ${model.period}主动公开信息目录`,
    columns: COLUMNS,
    rows: model.rows,
    frozen: 3,
    notes: [model.rows.length === 0 ? '本期没有主动公开的信息。' : `共 ${model.rows.length} 条，编制日期 ${model.madeOn}。`],
    ...(model.mark ? { mark: model.mark } : {}),
  });
  return workbook(`主动公开目录-${model.period}.xlsx`, '主动公开目录', [sheet]);
}
