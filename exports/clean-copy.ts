import { type Draft, fail, ok, type Result } from '../review/model/index.ts';
import type { CleanCopier } from '../review/ports.ts';
import { cleanDocx } from './clean-copy-docx.ts';
import { type Edit, editedText } from './edited-text.ts';

/** Splices the replacements into the decoded file; everything else stays byte for byte what it was, as UTF-8. */
function cleanText(draft: Draft, bytes: Uint8Array, edits: readonly Edit[]): Result<Uint8Array> {
  const decoded = new TextDecoder(draft.source.encoding ?? 'utf-8').decode(bytes).replaceAll('\0', '');
  let text = '';
  let at = 0;
  for (const piece of draft.pieces) {
    const offset = piece.where.offset;
    if (offset === undefined || !edits.some((edit) => edit.piece === piece.index)) continue;
    if (decoded.slice(offset, offset + piece.text.length) !== piece.text)
      return fail(
        'clean-copy-misaligned',
        '脱敏稿没有生成：原文件与检查时的文字对不上。原稿和处置都在；请导出修改清单，在 WPS 里改好后导入新版本。',
      );
    text += decoded.slice(at, offset) + editedText(piece, edits);
    at = offset + piece.text.length;
  }
  return ok(new TextEncoder().encode(text + decoded.slice(at)));
}

/** `通报.docx` → `通报-脱敏稿.docx`. */
const cleanName = (name: string, extension: string): string => `${name.replace(/\.[^.]*$/, '')}-脱敏稿${extension}`;

/**
 * Makes the 脱敏稿 (domain/ingestion.md §4): plain text is spliced; a .docx is set anew from the visible text alone, so that no
 * comment, revision, hidden text, property or embedded part can come along. The caller reads and scans the result again.
 */
export const cleanCopier: CleanCopier = {
  async make(draft, bytes, edits) {
    if (draft.source.format === 'txt') {
      const text = cleanText(draft, bytes, edits);
      return text.ok ? ok({ name: cleanName(draft.source.name, '.txt'), bytes: text.data }) : text;
    }
    const made = await cleanDocx(draft, edits);
    return made.ok ? ok({ name: cleanName(draft.source.name, '.docx'), bytes: made.data }) : made;
  },
};
