import { fail, ok, type Result } from '../../review/model/index.ts';
import { plainPage } from '../docx/lay-page.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { assemble } from '../office/assemble.ts';
import { sweepPackage } from '../office/sweep-package.ts';
import { hasEntry } from '../package/entry-names.ts';

/** Workbooks in Office Open XML: every cell of every sheet, hidden ones too, with its address and header. */
export const xlsxFormat: Format = {
  id: 'xlsx',
  title: 'Excel/WPS 表格（xlsx）',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  probe: (bytes) => hasEntry(bytes, 'xl/workbook.xml') && !hasEntry(bytes, 'word/document.xml'),
  read: readXlsx,
};

async function readXlsx(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在解包');
  const { budget } = control;
  const progress = (ratio: number) => control.progress?.('正在读取文字', ratio);
  const swept = await sweepPackage(bytes, { budget, readMember: control.readMember, signal: control.signal, progress });
  if (!swept.ok) return swept;
  const { mainRoot, mainOutcome, parts, findings } = swept.data;
  if (mainRoot !== 'workbook' || mainOutcome !== 'whole') {
    return fail('xlsx-broken', '工作簿的目录已损坏或不像正常文件，没有读取。请用原来的软件打开，另存为新的 xlsx 后再导入。');
  }
  const paragraphs = assemble(parts, builder);
  for (const { code, message } of findings.warnings) builder.warn(code, message);
  for (const { code, part, message } of findings.unread) builder.leaveUnread(code, part, message);
  control.progress?.('正在排版');
  return ok({ page: plainPage(paragraphs, builder.pieces) });
}
