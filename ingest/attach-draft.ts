import type { Draft, Result } from '../review/model/index.ts';
import type { DraftBuilder } from './draft-builder.ts';
import type { MemberControl } from './format.ts';
import { chineseRuns } from './package/residue.ts';

/** Names inside files may be of any length; labels are read by people. */
const LONGEST_NAME = 255;

/**
 * Takes what a file inside this one says into the draft: its text as attachments, which nobody sees who opens the outer file, its
 * unread parts under its name. A member that could not be read is unread itself.
 */
export function attachDraft(builder: DraftBuilder, fileName: string, result: Result<Draft>): void {
  const name = fileName.slice(0, LONGEST_NAME);
  builder.add({ kind: 'attachment', visible: false, text: name, where: { label: '附件文件名', part: name } });
  if (!result.ok) {
    builder.leaveUnread(result.error.code, name, `附件 ${name} 未能检查，须人工查看。${result.error.message}`);
    return;
  }
  for (const { kind, text, where, cell } of result.data.pieces) {
    if (kind === 'file-name') continue;
    const piece = {
      kind: 'attachment' as const,
      visible: false,
      text,
      where: { label: `附件 ${name}·${where.label}`, part: partOf(name, where.part) },
    };
    builder.add(cell ? { ...piece, cell } : piece);
  }
  for (const { code, part, message } of result.data.unread)
    builder.leaveUnread(code, partOf(name, part), `附件 ${name}：${message}`);
  for (const { code, message } of result.data.warnings) builder.warn(code, `附件 ${name}：${message}`);
  builder.warn('embedded-file', `文件里带有附件 ${name}，公开后别人可以打开它。其中的文字已一并检查。`);
}

/** Reads a file inside this one and takes it in; what no reader understands is still searched for Chinese text. */
export async function attachMember(
  builder: DraftBuilder,
  name: string,
  bytes: Uint8Array,
  control: MemberControl,
): Promise<void> {
  const result = await control.readMember(name, bytes);
  attachDraft(builder, name, result);
  for (const run of result.ok ? [] : chineseRuns(bytes)) {
    const part = name.slice(0, LONGEST_NAME);
    builder.add({ kind: 'part-residue', visible: false, text: run, where: { label: `附件 ${part} 中能认出的文字`, part } });
  }
}

const partOf = (name: string, part: string): string => (part === '' ? name : `${name}!${part}`);
