import type { ExportedFile } from '../review/contract.ts';
import {
  ACTIVE_TABLES,
  ANNUAL_PARTS,
  type AnnualCells,
  columnName,
  DISPUTES,
  OUTCOMES,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  type Result,
} from '../review/model/index.ts';
import type { AnnualReportModel } from '../review/usecases/exports/annual-report.ts';
import { type Block, type GridCell, grid, pageDocx, partTitle, textLine } from './page-docx.ts';

const head = (text: string, span: Pick<GridCell, 'columns' | 'rows'> = {}): GridCell => ({ text, head: true, ...span });
/** An empty cell stays empty: zero is an answer, nothing is not. */
const number = (cells: AnnualCells, cell: string): GridCell => ({ text: String(cells[cell] ?? ''), right: true });

function activeTables(cells: AnnualCells): Block[] {
  return ACTIVE_TABLES.flatMap(({ title, columns, rows }) => {
    const names = Object.entries(columns);
    const lines = Object.entries(rows).map(([row, name]) => [
      { text: name },
      ...names.map(([column]) => number(cells, `active.${row}.${column}`)),
    ]);
    const top = [head(title, { columns: names.length + 1 })];
    const heads = [head('信息内容'), ...names.map(([, name]) => head(name))];
    return [grid([40, ...names.map(() => 120 / names.length)], [top, heads, ...lines], 2), textLine('', 12)];
  });
}

/** Rows of table three beside 三、本年度办理结果. */
const OUTSIDE: readonly string[] = ['received', 'carried', 'left'];

/** Table three: applicants across (法人或其他组织 in one head), results down. */
function requestTable(cells: AnnualCells): Block {
  const legal = REQUEST_COLUMNS.filter((column) => column !== 'natural' && column !== 'sum');
  const heads: GridCell[][] = [
    [
      head('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', { columns: 3, rows: 3 }),
      head('申请人情况', { columns: REQUEST_COLUMNS.length }),
    ],
    [
      head(columnName('natural'), { rows: 2 }),
      head('法人或其他组织', { columns: legal.length }),
      head(columnName('sum'), { rows: 2 }),
    ],
    legal.map((column) => head(columnName(column))),
  ];
  const results = REQUEST_ROWS.filter(({ key }) => !OUTSIDE.includes(key));
  let group: string | undefined;
  const lines = REQUEST_ROWS.map(({ key, name, group: of }): GridCell[] => {
    const values = REQUEST_COLUMNS.map((column) => number(cells, `request.${key}.${column}`));
    if (OUTSIDE.includes(key)) return [{ text: name, columns: 3 }, ...values];
    const side = key === results[0]?.key ? [{ text: '三、本年度办理结果', rows: results.length }] : [];
    if (of === undefined) return [...side, { text: name, columns: 2 }, ...values];
    const first = of !== group;
    group = of;
    const size = REQUEST_ROWS.filter((row) => row.group === of).length;
    return [...side, ...(first ? [{ text: of, rows: size }] : []), { text: name }, ...values];
  });
  return grid([12, 18, 44, 12, 13, 13, 14, 14, 12, 12], [...heads, ...lines], 3);
}

function disputeTable(cells: AnnualCells): Block {
  const outcomes = Object.entries(OUTCOMES);
  const rows = Object.entries(DISPUTES).map(([kind, name]) => [
    { text: name },
    ...outcomes.map(([outcome]) => number(cells, `dispute.${kind}.${outcome}`)),
  ]);
  return grid([40, 24, 24, 24, 24, 24], [[head('类别'), ...outcomes.map(([, name]) => head(name))], ...rows]);
}

const prose = (text: string): Block[] => (text === '' ? [textLine('无。')] : text.split('\n').map((line) => textLine(line)));

/**
 * 政府信息公开工作年度报告 in the national format of 2021, six parts. While the arithmetic does not hold it is called 草稿, with the
 * faults at the end, so that it cannot be taken for the finished one.
 */
export function annualReportDocx({ view, office, ...sheet }: AnnualReportModel): Promise<Result<ExportedFile>> {
  const { year, cells, parts, faults } = view;
  const draft = faults.length > 0;
  const blocks: Block[] = [
    textLine(`${office}    ${year}年`),
    partTitle(ANNUAL_PARTS.overview),
    ...prose(parts.overview),
    partTitle('二、主动公开政府信息情况'),
    ...activeTables(cells),
    partTitle('三、收到和处理政府信息公开申请情况'),
    requestTable(cells),
    partTitle('四、政府信息公开行政复议、行政诉讼情况'),
    disputeTable(cells),
    partTitle(ANNUAL_PARTS.problems),
    ...prose(parts.problems),
    partTitle(ANNUAL_PARTS.others),
    ...prose(parts.others),
    ...(draft
      ? [partTitle('【草稿】以下各处未填或勾稽不符，改好后重新导出'), ...faults.map(({ message }) => textLine(message, 21))]
      : []),
  ];
  const title = `${year}年政府信息公开工作年度报告${draft ? '（草稿）' : ''}`;
  return pageDocx(`${year}年度报告${draft ? '-草稿' : ''}.docx`, title, blocks, sheet);
}
