import { type Failure, ok, type Result } from '../../review/model/index.ts';
import { plainPage } from '../docx/lay-page.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { assemble } from './assemble.ts';
import { sweepPackage } from './sweep-package.ts';

/**
 * Reader of an Office package whose page is drawn from its pieces alone (workbooks, presentations). `mainRoot` is the local name of
 * the main part's root element; a package whose main part is broken or of another kind answers `broken`.
 */
export function packageReader(mainRoot: string, broken: Failure): Format['read'] {
  return async (bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> => {
    control.progress?.('正在解包');
    const { budget } = control;
    const progress = (ratio: number) => control.progress?.('正在读取文字', ratio);
    const swept = await sweepPackage(bytes, { budget, readMember: control.readMember, signal: control.signal, progress });
    if (!swept.ok) return swept;
    const { mainOutcome, parts, findings } = swept.data;
    if (swept.data.mainRoot !== mainRoot || mainOutcome !== 'whole') return { ok: false, error: broken };
    const paragraphs = assemble(parts, builder);
    for (const { code, message } of findings.warnings) builder.warn(code, message);
    for (const { code, part, message } of findings.unread) builder.leaveUnread(code, part, message);
    control.progress?.('正在排版');
    return ok({ page: plainPage(paragraphs, builder.pieces) });
  };
}
