import { type Draft, fail, ok, type Result } from '../review/model/index.ts';
import { DraftBuilder, TextLimitReached } from './draft-builder.ts';
import { foreignFormat } from './foreign-format.ts';
import type { Format, ReadControl, ReadingControl } from './format.ts';
import { FORMATS, readableFormats } from './formats.ts';
import { LIMITS } from './limits.ts';
import type { Budget } from './package/budget.ts';
import { sha256Hex } from './sha256-hex.ts';

/**
 * Reads one draft file. `name` is the file name as given (folders are cut off), `bytes` the whole file. The format is decided by
 * content, never by name; a name that says otherwise is a warning. Nothing is written anywhere. Codes of failures: file-empty,
 * file-too-large, file-encrypted, format-* (known but not readable), not-text, zip-*, xml-*, text-too-long,
 * reader-failed, cancelled.
 */
export function readDraft(name: string, bytes: Uint8Array, control: ReadControl = {}): Promise<Result<Draft>> {
  const budget = { unpacked: LIMITS.unpacked, entries: LIMITS.entries, nesting: LIMITS.nesting };
  return readFile(name, bytes, control, budget);
}

async function readFile(name: string, bytes: Uint8Array, control: ReadControl, budget: Budget): Promise<Result<Draft>> {
  if (bytes.length === 0) {
    return fail('file-empty', '这个文件是空的（0 字节），没有内容可以检查。请确认文件已经保存完整，再重新导入。');
  }
  if (bytes.length > LIMITS.file) {
    return fail('file-too-large', '文件超过 200 MB，没有读取。请拆成几个文件，或去掉大图片后另存，再重新导入。');
  }
  const format = FORMATS.find((candidate) => candidate.id !== 'txt' && candidate.probe(bytes)) ?? textUnlessForeign(bytes);
  if (!('read' in format)) return format;
  try {
    return await readAs(format, name, bytes, withMembers(control, budget));
  } catch (error) {
    if (error instanceof TextLimitReached) {
      return fail('text-too-long', '文件里的文字超过五千万字，或段落、单元格超过一百万个，没有读取。请拆成几个文件后再导入。');
    }
    // A file that trips a reader is the file's doing or our mistake; either way the person gets an answer and the program goes on.
    return fail(
      'reader-failed',
      '这个文件读到一半出错，没有保存任何内容。请用原来的软件打开，另存为新的 docx 或 txt 后再导入；仍然不行时，请人工审查这份文件。',
    );
  }
}

/** A member is read in silence, one level deeper. */
function withMembers(control: ReadControl, budget: Budget): ReadingControl {
  return {
    ...control,
    budget,
    readMember: async (name, bytes) => {
      if (budget.nesting < 1) return fail('nesting', `文件套文件超过 ${LIMITS.nesting} 层，里面的没有读取。`);
      budget.nesting -= 1;
      const result = await readFile(name, bytes, control.signal ? { signal: control.signal } : {}, budget);
      budget.nesting += 1;
      return result;
    },
  };
}

function textUnlessForeign(bytes: Uint8Array): Format | ReturnType<typeof fail> {
  const foreign = foreignFormat(bytes);
  const text = FORMATS.find((candidate) => candidate.id === 'txt');
  if (!foreign && text) return text;
  const { code, title, advice } = foreign ?? { code: 'format-unknown', title: '不认识的格式', advice: '' };
  return fail(
    code,
    `这个文件的内容是${title}，目前还不能检查，没有读取也没有保存。${advice}目前可以检查的格式：${readableFormats()}。`,
  );
}

async function readAs(format: Format, name: string, bytes: Uint8Array, control: ReadingControl): Promise<Result<Draft>> {
  const builder = new DraftBuilder();
  const shortName = name.split(/[\\/]/).at(-1) ?? name;
  warnOfName(format, shortName, builder);
  const reading = await format.read(bytes, builder, control);
  if (control.signal?.aborted) return fail('cancelled', '已取消导入，没有保存任何内容。需要时可以重新导入。');
  if (!reading.ok) return reading;
  // Whatever the reason, silence must not pass for an answer.
  if (builder.pieces.length === 0 && builder.unread.length === 0) {
    builder.leaveUnread(
      'nothing-read',
      shortName,
      '这个文件里没有读出任何文字：可能是空白文件，也可能是文字没有读出来，须人工查看。',
    );
  }
  nameTheFile(shortName, builder);
  const { page, encoding } = reading.data;
  const source = { name: shortName, size: bytes.length, sha256: await sha256Hex(bytes), format: format.id };
  return ok({
    source: encoding === undefined ? source : { ...source, encoding },
    pieces: builder.pieces,
    page,
    warnings: builder.warnings,
    unread: builder.unread,
  });
}

function warnOfName(format: Format, name: string, builder: DraftBuilder): void {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (format.extensions.includes(extension)) return;
  const said = extension === '' ? '没有扩展名' : `扩展名是 .${extension}`;
  builder.warn('name-and-content-differ', `文件名${said}，内容却是${format.title}。已按内容读取，请核对文件来源。`);
}

/** The file name is published with the file and may itself say too much. */
function nameTheFile(name: string, builder: DraftBuilder): void {
  const text = name.replace(/\.[^.]+$/, '');
  if (text !== '') builder.add({ kind: 'file-name', visible: true, text, where: { label: '文件名', part: '' } });
}
