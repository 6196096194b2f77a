import { readXlsx } from 'hucre/xlsx';
import { fail, MOST_ROWS, ok, type Result } from '../review/model/index.ts';
import type { JobControl, Reader } from '../review/ports.ts';
import type { Grid, GridCell } from '../rules/index.ts';

/** A list of twenty thousand rows has 2 MB; far larger files are something else. */
const LARGEST = 16 * 1024 * 1024;
/** Columns beyond are nobody's list. */
const MOST_COLUMNS = 40;

const NOT_READ = fail(
  'list-unreadable',
  '这个文件不是可以读取的 Excel 工作簿（.xlsx），没有导入。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试；也可以下载模板填写。',
);

type SheetCell = string | number | boolean | Date | null | undefined;

function cellText(value: SheetCell): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

/**
 * Bytes of a workbook → texts of its first visible sheet, row by row from row 1. Dates become civil dates; formulas are told apart and
 * never computed. Before the workbook library sees the bytes, the guarded reader must get through them in its own process, so that a
 * file that unpacks without end dies there and not here. Codes: list-unreadable, list-too-large, and those of the reader.
 */
export async function readListWorkbook(reader: Reader, name: string, bytes: Uint8Array, job: JobControl): Promise<Result<Grid>> {
  if (bytes.length > LARGEST) return fail('list-too-large', '文件超过 16 MB，不像是清单，没有导入。请核对是否选错了文件。');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || !/\.xlsx$/i.test(name)) return NOT_READ;
  const guarded = await reader.read(name, bytes, job);
  if (!guarded.ok) return guarded.error.code.startsWith('reader-') || guarded.error.code === 'cancelled' ? guarded : NOT_READ;
  try {
    const book = await readXlsx(bytes, { sheets: (info) => !info.hidden && !info.veryHidden });
    const sheet = book.sheets[0];
    if (!sheet) return NOT_READ;
    const formulas = new Set([...(sheet.cells ?? [])].filter(([, cell]) => cell.formula !== undefined).map(([place]) => place));
    // Wrong rows are told by number, so a few more than may be taken are read.
    const rows = sheet.rows.slice(0, 2 * MOST_ROWS);
    return ok(
      rows.map((cells, row) =>
        cells
          .slice(0, MOST_COLUMNS)
          .map((value, column): GridCell => (formulas.has(`${row},${column}`) ? { formula: true } : cellText(value))),
      ),
    );
  } catch {
    // The library's messages are English and may quote the file.
    return NOT_READ;
  }
}
