import type { Draft } from '../review/model/index.ts';
import { type Edit, editedText } from './edited-text.ts';

/** `通报.docx` → `通报-脱敏稿.docx`, with the edits of the name itself. */
export function cleanName(draft: Draft, edits: readonly Edit[], extension: string): string {
  const named = draft.pieces.find((piece) => piece.kind === 'file-name' && piece.where.label === '文件名');
  const name = named ? editedText(named, edits) : draft.source.name.replace(/\.[^.]*$/, '');
  return `${[name.replaceAll(/[\\/:*?"<>|]/g, ''), '脱敏稿'].filter((each) => each !== '').join('-')}${extension}`;
}
