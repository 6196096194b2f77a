import { attachDraft } from '../attach-draft.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { MemberControl } from '../format.ts';
import { percentDecoded } from '../package/percent-decoded.ts';

/** A file that stands in the page itself, behind the word data: (RFC 2397). */
export interface InlineFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The file of a data address; undefined for any other address. */
export function inlineFile(address: string): InlineFile | undefined {
  const match = /^data:([^,;]{0,100})((?:;[^,;]{1,100})*),/i.exec(address);
  if (!match) return undefined;
  const rest = address.slice(match[0].length);
  const packed = /;base64$/i.test(match[2] ?? '');
  const bytes = packed ? Buffer.from(percentDecoded(rest), 'base64') : Buffer.from(percentDecoded(rest), 'utf8');
  return { type: match[1] || 'text/plain', bytes: Uint8Array.from(bytes) };
}

/** Reads the files of a page by their own formats; they hang on the page as attachments. */
export async function attachInlineFiles(
  files: readonly InlineFile[],
  builder: DraftBuilder,
  control: MemberControl,
): Promise<void> {
  for (const [index, { type, bytes }] of files.entries()) {
    const name = `内嵌文件${index + 1}（${type}）`;
    if (bytes.length > 0) attachDraft(builder, name, await control.readMember(name, bytes));
  }
}
