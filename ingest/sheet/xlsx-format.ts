import type { Format } from '../format.ts';
import { packageReader } from '../office/read-package.ts';
import { hasEntry } from '../package/entry-names.ts';

/** Workbooks in Office Open XML: every cell of every sheet, hidden ones too, with its address and header. */
export const xlsxFormat: Format = {
  id: 'xlsx',
  title: 'Excel/WPS 表格（xlsx）',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  probe: (bytes) => hasEntry(bytes, 'xl/workbook.xml') && !hasEntry(bytes, 'word/document.xml'),
  read: packageReader('workbook', {
    code: 'xlsx-broken',
    message: '工作簿的目录已损坏或不像正常文件，没有读取。请用原来的软件打开，另存为新的 xlsx 后再导入。',
  }),
};
