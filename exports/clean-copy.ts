import { type Draft, fail, ok, type Result } from '../review/model/index.ts';
import type { CleanCopier, CleanRecord } from '../review/ports.ts';
import { type OfficeKind, PART_TYPES } from './clean-copy/part-types.ts';
import { spliceOfd } from './clean-copy/splice-ofd.ts';
import { spliceOffice } from './clean-copy/splice-office.ts';
import { cleanDocx } from './clean-copy-docx.ts';
import { cleanName } from './clean-name.ts';
import { type Edit, editedText } from './edited-text.ts';

/** Splices the replacements into the decoded file; everything else stays what it was, as UTF-8. */
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

/** Why a format is set anew, and how to come to a file of that format again. */
const WHY_ANEW: Readonly<Record<string, string>> = {
  pdf: 'PDF 里的文字不能可靠地替换；要发布 PDF 的，请核对这份 docx 的版式后另存为 PDF，或回到生成它的源文件修改',
  doc: '旧版二进制文件不能在原文件上替换；核对版式后可以另存为原来的格式',
  xls: '旧版二进制文件不能在原文件上替换；核对版式后可以另存为原来的格式',
  ppt: '旧版二进制文件不能在原文件上替换；核对版式后可以另存为原来的格式',
  picture: '图片里的文字不能由程序改，请用修图软件处理后重新导入',
  zip: '压缩包不能整体替换，请把里面的文件逐个导入、逐个出脱敏稿',
};

const isOffice = (format: string): format is OfficeKind => Object.hasOwn(PART_TYPES, format);

/**
 * Makes the 脱敏稿 (domain/ingestion.md §4): plain text, Office packages and OFD are spliced, so that everything but the replaced words
 * and what nobody sees stays as it was; whatever cannot be spliced safely is set anew as a .docx from the visible text alone, and
 * the record says why. The caller reads and scans the result again. Codes: clean-copy-misaligned, clean-copy-failed.
 */
export const cleanCopier: CleanCopier = {
  async make(draft, bytes, edits, anew) {
    const { format } = draft.source;
    const record = (way: CleanRecord['way'], dropped: CleanRecord['dropped'], why?: string): CleanRecord => ({
      way,
      ...(why === undefined ? {} : { why }),
      replaced: edits.length,
      dropped,
    });
    if (format === 'txt') {
      const text = cleanText(draft, bytes, edits);
      return text.ok ? ok({ name: cleanName(draft, edits, '.txt'), bytes: text.data, record: record('text', []) }) : text;
    }
    let why = anew ?? WHY_ANEW[format] ?? '这种格式不能在原文件上替换';
    if (anew === undefined && (isOffice(format) || format === 'ofd')) {
      const spliced = isOffice(format) ? await spliceOffice(format, draft, bytes, edits) : await spliceOfd(draft, bytes, edits);
      if (spliced.ok) {
        const { dropped } = spliced.data;
        return ok({ name: cleanName(draft, edits, `.${format}`), bytes: spliced.data.bytes, record: record('spliced', dropped) });
      }
      why = spliced.error.message;
    }
    const made = await cleanDocx(draft, edits);
    return made.ok ? ok({ name: cleanName(draft, edits, '.docx'), bytes: made.data, record: record('set-anew', [], why) }) : made;
  },
};
