import { fail, ok, type Result } from '../../review/model/index.ts';
import { plainPage } from '../docx/lay-page.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { assemble } from '../office/assemble.ts';
import { sweepPackage } from '../office/sweep-package.ts';
import { hasEntry } from '../package/entry-names.ts';

/** Presentations in Office Open XML: slides in order, notes, comments, hidden slides and shapes, masters. */
export const pptxFormat: Format = {
  id: 'pptx',
  title: 'PowerPoint/WPS 演示（pptx）',
  extensions: ['pptx', 'pptm', 'potx', 'ppsx'],
  probe: (bytes) => hasEntry(bytes, 'ppt/presentation.xml') && !hasEntry(bytes, 'word/document.xml'),
  read: readPptx,
};

async function readPptx(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在解包');
  const { budget } = control;
  const progress = (ratio: number) => control.progress?.('正在读取文字', ratio);
  const swept = await sweepPackage(bytes, { budget, readMember: control.readMember, signal: control.signal, progress });
  if (!swept.ok) return swept;
  const { mainRoot, mainOutcome, parts, findings } = swept.data;
  if (mainRoot !== 'presentation' || mainOutcome !== 'whole') {
    return fail('pptx-broken', '演示文稿的目录已损坏或不像正常文件，没有读取。请用原来的软件打开，另存为新的 pptx 后再导入。');
  }
  const paragraphs = assemble(parts, builder);
  for (const { code, message } of findings.warnings) builder.warn(code, message);
  for (const { code, part, message } of findings.unread) builder.leaveUnread(code, part, message);
  control.progress?.('正在排版');
  return ok({ page: plainPage(paragraphs, builder.pieces) });
}
