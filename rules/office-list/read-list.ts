import {
  type ContactRow,
  LIST_COLUMNS,
  LIST_KINDS,
  type ListColumn,
  type ListError,
  type ListKind,
  type ListReading,
  MOST_LEAD_ROWS,
  MOST_ROWS,
  type NegativeRow,
  type OfficeList,
  type WorkRow,
} from '../../review/model/index.ts';
import { contactKey, type Read, readContact, readDate, readLevel, readWords } from './cells.ts';

/** The first sheet of a workbook as plain texts: row by row, cell by cell, as in the workbook; a formula is not its value. */
export type Grid = readonly (readonly GridCell[])[];
export type GridCell = string | { readonly formula: true };

const plain = (cell: GridCell | undefined): string => (typeof cell === 'string' ? cell.trim() : '');
/** 工程名称（必填）* → 工程名称 */
const headerText = (cell: GridCell | undefined): string =>
  plain(cell)
    .replace(/[\s*＊]/g, '')
    .replace(/[(（][^)）]*[)）]$/, '');

interface Header {
  /** 0-based row of the grid. */
  readonly row: number;
  /** Where each column stands, and its name as the person wrote it, so that they find it in their own workbook. */
  readonly places: readonly { readonly column: ListColumn; readonly at: number; readonly name: string }[];
}

/** The first row near the top in which every required column is named; else the row that names most. */
function findHeader(kind: ListKind, grid: Grid): Header | { readonly missing: readonly ListColumn[]; readonly row: number } {
  let best: { readonly missing: readonly ListColumn[]; readonly row: number; readonly named: number } | undefined;
  for (let row = 0; row < Math.min(grid.length, MOST_LEAD_ROWS); row++) {
    const texts = (grid[row] ?? []).map(headerText);
    const places = LIST_COLUMNS[kind].flatMap((column) => {
      const at = column.names.map((name) => texts.indexOf(name)).find((place) => place >= 0);
      return at === undefined ? [] : [{ column, at, name: texts[at] ?? column.names[0] }];
    });
    const missing = LIST_COLUMNS[kind].filter((column) => column.required && !places.some((place) => place.column === column));
    if (missing.length === 0) return { row, places };
    if (!best || places.length > best.named) best = { missing, row, named: places.length };
  }
  return best ?? { missing: LIST_COLUMNS[kind].filter((column) => column.required), row: 0 };
}

/** One row under the header: texts by column, and what is wrong with it. */
class RowReader {
  readonly errors: ListError[] = [];
  readonly #cells: readonly GridCell[];
  readonly #header: Header;
  readonly #row: number;

  constructor(cells: readonly GridCell[], header: Header, row: number) {
    this.#cells = cells;
    this.#header = header;
    this.#row = row;
  }

  wrong(key: string, what: string): void {
    const name = this.#header.places.find(({ column }) => column.key === key)?.name ?? key;
    this.errors.push({ row: this.#row, column: name, message: `第${this.#row}行“${name}”列：${what}` });
  }

  text(key: string): string {
    const place = this.#header.places.find(({ column }) => column.key === key);
    if (!place) return '';
    const cell = this.#cells[place.at];
    if (typeof cell === 'object') {
      this.wrong(key, '是公式，本程序不计算公式，请改为“粘贴为数值”');
      return '';
    }
    const text = plain(cell).toWellFormed();
    if (text === '' && place.column.required) this.wrong(key, '不能为空');
    if (text.length <= place.column.most) return text;
    this.wrong(key, `超过 ${place.column.most} 个字`);
    return '';
  }

  /** The value of a text; '' where the text itself was wrong or missing is not reported twice. */
  value<T>(key: string, read: (text: string) => Read<T>, otherwise: T): T {
    const before = this.errors.length;
    const text = this.text(key);
    if (this.errors.length > before) return otherwise;
    const result = read(text);
    if ('value' in result) return result.value;
    this.wrong(key, result.wrong);
    return otherwise;
  }
}

const MOST_ALIASES = 30;
const MOST_KEYWORDS = 60;

function workRow(reader: RowReader, row: number): WorkRow {
  const names = reader.value('name', (text) => readWords(text.replace(/[;；\n]/g, ' '), 1), []);
  const aliases = reader.value('aliases', (text) => readWords(text, MOST_ALIASES), []);
  const address = reader.value(
    'address',
    (text): Read<string> => (text.length === 1 ? { wrong: '至少要两个字' } : { value: text }),
    '',
  );
  return { row, name: names[0] ?? '', aliases, address, note: reader.text('note') };
}

function negativeRow(reader: RowReader, row: number): NegativeRow {
  return {
    row,
    category: reader.text('category'),
    content: reader.text('content'),
    keywords: reader.value('keywords', (text) => readWords(text, MOST_KEYWORDS), []),
    basis: reader.text('basis'),
    reason: reader.text('reason'),
    level: reader.value('level', readLevel, 'review'),
    from: reader.value('from', readDate, ''),
  };
}

function contactRow(reader: RowReader, row: number): ContactRow {
  return {
    row,
    unit: reader.text('unit'),
    contact: reader.value('contact', readContact, ''),
    note: reader.text('note'),
    until: reader.value('until', readDate, ''),
  };
}

/** What makes two rows of a list the same entry. */
export const identityOf = {
  works: (row: WorkRow): string => row.name,
  negative: (row: NegativeRow): string => `${row.category}\n${row.content}`,
  contacts: (row: ContactRow): string => contactKey(row.contact) ?? '',
} as const;
const IDENTITY_KEYS: Readonly<Record<ListKind, string>> = { works: 'name', negative: 'content', contacts: 'contact' };

const emptyList = (kind: ListKind): OfficeList => ({ kind, rows: [] });
const nothing = (kind: ListKind, errors: readonly ListError[]): ListReading => ({ list: emptyList(kind), errors, rows: 0 });

/**
 * Reads the rows under the header. Rows that are empty are passed over; a row with any error is not in the list; errors come in the
 * order of the workbook. A grid without a usable header gives no rows and says which columns are missing.
 */
export function readList(kind: ListKind, grid: Grid): ListReading {
  const header = findHeader(kind, grid);
  if ('missing' in header) {
    const names = header.missing.map((column) => `“${column.names[0]}”`).join('、');
    const message = `没有找到表头：前 ${MOST_LEAD_ROWS} 行里缺少${names}列。请下载模板，按模板填写`;
    return nothing(kind, [{ row: header.row + 1, column: header.missing[0]?.names[0] ?? '', message }]);
  }
  const filled = grid.slice(header.row + 1).flatMap((cells, index) => {
    const isEmpty = header.places.every(({ at }) => typeof cells[at] !== 'object' && plain(cells[at]) === '');
    return isEmpty ? [] : [{ cells, row: header.row + 2 + index }];
  });
  if (filled.length > MOST_ROWS)
    return nothing(kind, [
      {
        row: 0,
        column: '',
        message: `${LIST_KINDS[kind]}最多 ${MOST_ROWS} 行，这个文件有 ${filled.length} 行。请核对是否选错了文件`,
      },
    ]);
  if (filled.length === 0) return nothing(kind, [{ row: header.row + 1, column: '', message: '表头下面没有内容' }]);
  return takeRows(kind, header, filled);
}

function takeRows(
  kind: ListKind,
  header: Header,
  filled: readonly { readonly cells: readonly GridCell[]; readonly row: number }[],
): ListReading {
  const rows: (WorkRow | NegativeRow | ContactRow)[] = [];
  const errors: ListError[] = [];
  const seen = new Map<string, number>();
  for (const { cells, row } of filled) {
    const reader = new RowReader(cells, header, row);
    const read =
      kind === 'works' ? workRow(reader, row) : kind === 'negative' ? negativeRow(reader, row) : contactRow(reader, row);
    if (reader.errors.length === 0) {
      const identity = (identityOf[kind] as (row: WorkRow | NegativeRow | ContactRow) => string)(read);
      const first = seen.get(identity);
      if (first === undefined) seen.set(identity, row);
      else reader.wrong(IDENTITY_KEYS[kind], `与第${first}行重复`);
    }
    if (reader.errors.length === 0) rows.push(read);
    errors.push(...reader.errors);
  }
  return { list: { kind, rows } as OfficeList, errors, rows: filled.length };
}
