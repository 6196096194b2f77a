/**
 * Table three of the annual report (国办公开办函〔2021〕30号): applications received and what became of them, by kind of applicant.
 * Pure counts; the report asks for them by year.
 */
import { APPLICANTS, type Applicant, REQUEST_RESULTS, RESULT_GROUPS, type RequestResult } from '../model/index.ts';

/** What the table needs of an application. */
export interface RequestRecord {
  readonly applicant: Applicant;
  /** Civil dates. */
  readonly receivedOn: string;
  readonly closed?: { readonly on: string; readonly result: RequestResult };
}

export interface RequestTableRow {
  /** received, carried, a result, a total of 大项 `total`, `left`. */
  readonly key: 'received' | 'carried' | RequestResult | 'total' | 'left';
  /** Words of the national table. */
  readonly label: string;
  /** 大项 that the row belongs to; absent for the rows outside （三）. */
  readonly group?: string;
  /** By applicant, in the order of APPLICANTS. */
  readonly cells: readonly number[];
  readonly total: number;
}

export interface RequestTable {
  readonly year: number;
  readonly columns: readonly string[];
  readonly rows: readonly RequestTableRow[];
  /** 勾稽: 新收 + 结转 = 办理结果总计 + 结转下年度, in every column. */
  readonly balanced: boolean;
}

const COLUMNS = Object.keys(APPLICANTS) as Applicant[];

/** The table of one year. What was received later does not exist yet; what was closed later is still open. */
export function requestTable(records: readonly RequestRecord[], year: number): RequestTable {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const known = records.filter(({ receivedOn }) => receivedOn <= last);
  const row = (
    key: RequestTableRow['key'],
    label: string,
    test: (record: RequestRecord) => boolean,
    group?: string,
  ): RequestTableRow => {
    const cells = COLUMNS.map((applicant) => known.filter((record) => record.applicant === applicant && test(record)).length);
    return { key, label, ...(group === undefined ? {} : { group }), cells, total: cells.reduce((sum, count) => sum + count, 0) };
  };
  const closedIn = ({ closed }: RequestRecord): boolean => closed !== undefined && closed.on >= first && closed.on <= last;
  const received = row('received', '一、本年新收政府信息公开申请数量', ({ receivedOn }) => receivedOn >= first);
  const carried = row(
    'carried',
    '二、上年结转政府信息公开申请数量',
    ({ receivedOn, closed }) => receivedOn < first && !(closed && closed.on < first),
  );
  const results = (Object.keys(REQUEST_RESULTS) as RequestResult[]).map((result) =>
    row(result, REQUEST_RESULTS[result], (record) => closedIn(record) && record.closed?.result === result, groupName(result)),
  );
  const total = row('total', '总计', closedIn, '三、本年度办理结果');
  const left = row('left', '四、结转下年度继续办理', ({ closed }) => !(closed && closed.on <= last));
  const balanced = COLUMNS.every(
    (_, at) => (received.cells[at] ?? 0) + (carried.cells[at] ?? 0) === (total.cells[at] ?? 0) + (left.cells[at] ?? 0),
  );
  return { year, columns: COLUMNS.map((key) => APPLICANTS[key]), rows: [received, carried, ...results, total, left], balanced };
}

const groupName = (result: RequestResult): string => RESULT_GROUPS[result.split('-')[0] as keyof typeof RESULT_GROUPS];
