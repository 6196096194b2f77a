/**
 * Tables of the annual report in the national format of 2021 (国办公开办函〔2021〕30号): cells by name, and the arithmetic that must
 * hold between them. A cell nobody has filled in is absent; zero is an answer.
 */
import { APPLICANTS, type Applicant, groupOf, REQUEST_RESULTS, RESULT_GROUPS, type RequestResult } from './request.ts';

/** Cell id → number. Ids: `active.<row>.<column>`, `request.<row>.<applicant|sum>`, `dispute.<kind>.<outcome|sum>`. */
export type AnnualCells = Readonly<Record<string, number>>;

/** 二 主动公开: 条例 20 (1) (5) (6) (8). */
export const ACTIVE_TABLES = [
  {
    title: '第二十条第（一）项',
    columns: { made: '本年制发件数', ended: '本年废止件数', valid: '现行有效件数' },
    rows: { regulation: '规章', normative: '行政规范性文件' },
  },
  { title: '第二十条第（五）项', columns: { decisions: '本年处理决定数量' }, rows: { licence: '行政许可' } },
  {
    title: '第二十条第（六）项',
    columns: { decisions: '本年处理决定数量' },
    rows: { penalty: '行政处罚', coercion: '行政强制' },
  },
  { title: '第二十条第（八）项', columns: { amount: '本年收费金额（单位：万元）' }, rows: { fee: '行政事业性收费' } },
] as const;

/** 三: columns; `sum` is 总计. */
export const REQUEST_COLUMNS = [...(Object.keys(APPLICANTS) as Applicant[]), 'sum'] as const;
export type RequestColumn = (typeof REQUEST_COLUMNS)[number];
export const columnName = (column: RequestColumn): string => (column === 'sum' ? '总计' : APPLICANTS[column]);

export interface RequestRowName {
  readonly key: 'received' | 'carried' | RequestResult | 'total' | 'left';
  readonly name: string;
  /** （一）予以公开 …: heading that the row stands under; absent outside 三、本年度办理结果. */
  readonly group?: string;
}
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七'];
const RESULTS = Object.keys(REQUEST_RESULTS) as RequestResult[];
const GROUPS = Object.keys(RESULT_GROUPS);

/** Rows of table three in their order, with the numbers of the format. */
export const REQUEST_ROWS: readonly RequestRowName[] = [
  { key: 'received', name: '一、本年新收政府信息公开申请数量' },
  { key: 'carried', name: '二、上年结转政府信息公开申请数量' },
  ...RESULTS.map((key): RequestRowName => {
    const group = groupOf(key);
    const siblings = RESULTS.filter((other) => groupOf(other) === group);
    const title = `（${NUMERALS[GROUPS.indexOf(group)]}）${RESULT_GROUPS[group]}`;
    return siblings.length === 1
      ? { key, name: title }
      : { key, name: `${siblings.indexOf(key) + 1}.${REQUEST_RESULTS[key]}`, group: title };
  }),
  { key: 'total', name: '（七）总计' },
  { key: 'left', name: '四、结转下年度继续办理' },
];

/** 四 行政复议、行政诉讼. */
export const DISPUTES = { review: '行政复议', direct: '未经复议直接起诉', after: '复议后起诉' } as const;
export const OUTCOMES = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', open: '尚未审结', sum: '总计' } as const;

/** Parts in prose. */
export const ANNUAL_PARTS = {
  overview: '一、总体情况',
  problems: '五、存在的主要问题及改进情况',
  others: '六、其他需要报告的事项',
} as const;
export type AnnualPart = keyof typeof ANNUAL_PARTS;

/** Every cell of the report with its name in words, in order. */
export const ANNUAL_CELLS: ReadonlyMap<string, string> = new Map([
  ...ACTIVE_TABLES.flatMap(({ columns, rows }) =>
    Object.entries(rows).flatMap(([row, rowName]) =>
      Object.entries(columns).map(([column, name]) => [`active.${row}.${column}`, `表二 ${rowName} ${name}`] as const),
    ),
  ),
  ...REQUEST_ROWS.flatMap(({ key, name }) =>
    REQUEST_COLUMNS.map((column) => [`request.${key}.${column}`, `表三 ${name} ${columnName(column)}`] as const),
  ),
  ...Object.entries(DISPUTES).flatMap(([kind, name]) =>
    Object.entries(OUTCOMES).map(([outcome, word]) => [`dispute.${kind}.${outcome}`, `表四 ${name} ${word}`] as const),
  ),
]);

export interface AnnualFault {
  /** The cell that is wrong or empty. */
  readonly cell: string;
  /** empty: nobody filled it in; wrong: the arithmetic does not hold. */
  readonly kind: 'empty' | 'wrong';
  /** Chinese sentence that names the cell. */
  readonly message: string;
}

const nameOf = (cell: string): string => ANNUAL_CELLS.get(cell) ?? cell;

/** One equation: the cell must be the sum of the others. Says nothing while any of them is empty. */
function sumFault(cells: AnnualCells, cell: string, parts: readonly string[], words: string): readonly AnnualFault[] {
  const values = parts.map((part) => cells[part]);
  const value = cells[cell];
  if (value === undefined || values.some((part) => part === undefined)) return [];
  const sum = values.reduce<number>((total, part) => total + (part ?? 0), 0);
  if (Math.abs(sum - value) < 1e-9) return [];
  return [{ cell, kind: 'wrong', message: `${nameOf(cell)}填的是${value}，${words}是${sum}，不相等。` }];
}

/** Faults of table three, by row and by column; `before` is last year's report, whose 结转 is this year's 上年结转. */
function requestFaults(cells: AnnualCells, before: AnnualCells | undefined): readonly AnnualFault[] {
  const applicants = REQUEST_COLUMNS.filter((column) => column !== 'sum');
  const rows = REQUEST_ROWS.flatMap(({ key }) =>
    sumFault(
      cells,
      `request.${key}.sum`,
      applicants.map((column) => `request.${key}.${column}`),
      '本行各列之和',
    ),
  );
  const columns = REQUEST_COLUMNS.flatMap((column) => [
    ...sumFault(
      cells,
      `request.total.${column}`,
      RESULTS.map((key) => `request.${key}.${column}`),
      '各项办理结果之和',
    ),
    ...balanceFault(cells, column),
    ...carriedFault(cells, column, before),
  ]);
  return [...rows, ...columns];
}

/** 勾稽关系: 本年新收 + 上年结转 = 办理结果总计 + 结转下年度. */
function balanceFault(cells: AnnualCells, column: RequestColumn): readonly AnnualFault[] {
  const [received, carried, total, left] = ['received', 'carried', 'total', 'left'].map(
    (key) => cells[`request.${key}.${column}`],
  );
  if (received === undefined || carried === undefined || total === undefined || left === undefined) return [];
  if (received + carried === total + left) return [];
  const message = `表三 ${columnName(column)}：新收${received}+上年结转${carried}=${received + carried}，办理总计${total}+结转下年${left}=${total + left}，不相等。`;
  return [{ cell: `request.left.${column}`, kind: 'wrong', message }];
}

function carriedFault(cells: AnnualCells, column: RequestColumn, before: AnnualCells | undefined): readonly AnnualFault[] {
  const now = cells[`request.carried.${column}`];
  const then = before?.[`request.left.${column}`];
  if (now === undefined || then === undefined || now === then) return [];
  const message = `${nameOf(`request.carried.${column}`)}填的是${now}，上年年报的“结转下年度继续办理”是${then}，不相等。`;
  return [{ cell: `request.carried.${column}`, kind: 'wrong', message }];
}

/** What is empty, not a count, or does not add up; in the order of the report. Empty when nothing is. */
export function annualFaults(cells: AnnualCells, before?: AnnualCells): readonly AnnualFault[] {
  const own: AnnualFault[] = [];
  for (const [cell, name] of ANNUAL_CELLS) {
    const value = cells[cell];
    if (value === undefined) own.push({ cell, kind: 'empty', message: `${name}没有填。没有的填0。` });
    else if (value < 0 || (!cell.endsWith('.amount') && !Number.isInteger(value)))
      own.push({ cell, kind: 'wrong', message: `${name}应是不小于0的整数。` });
  }
  const disputes = Object.keys(DISPUTES).flatMap((kind) => {
    const parts = Object.keys(OUTCOMES).filter((outcome) => outcome !== 'sum');
    return sumFault(
      cells,
      `dispute.${kind}.sum`,
      parts.map((outcome) => `dispute.${kind}.${outcome}`),
      '本行各列之和',
    );
  });
  const order = [...ANNUAL_CELLS.keys()];
  return [...own, ...requestFaults(cells, before), ...disputes].sort((a, b) => order.indexOf(a.cell) - order.indexOf(b.cell));
}
