import type { Piece, PieceKind } from './draft.ts';

/** Forms of a clean copy that a person may choose for a PDF. */
export const COPY_FORMS = {
  picture: '图片 PDF',
  document: '新的 docx',
} as const;
export type CopyForm = keyof typeof COPY_FORMS;

/** What becomes of a text in the 脱敏稿 when nobody decides anything about it. */
export const COPY_FATES = {
  removed: '脱敏稿将自动去除',
  kept: '脱敏稿会保留',
  manual: '脱敏稿去不掉，需要人工',
} as const;
export type CopyFate = keyof typeof COPY_FATES;

/** What a reader of the page sees beside the body: content, redacted and not dropped. */
const STAYS: readonly PieceKind[] = [
  'body',
  'heading',
  'table-cell',
  'header',
  'footer',
  'footnote',
  'endnote',
  'text-box',
  'tracked-insertion',
  'file-name',
];
/** Names of styles and fonts: a program needs them to draw the page. */
const NAMES = '样式、字体与对象名称';
/** Plain text has nothing but its text; a picture or an archive cannot be made again from it. */
const NOT_REMADE: readonly string[] = ['txt', 'picture', 'zip'];

/** The allow-list of exports/clean-copy as one rule; `format` is that of the draft. Proved against real copies of planted files. */
export function copyFate(format: string, { kind, visible, where }: Pick<Piece, 'kind' | 'visible' | 'where'>): CopyFate {
  // Words in a picture: the copy keeps the picture or leaves it out, and cannot change it.
  if (kind === 'ocr') return 'manual';
  if (visible && STAYS.includes(kind)) return 'kept';
  if (NOT_REMADE.includes(format)) return 'manual';
  return kind === 'metadata' && where.label === NAMES ? 'kept' : 'removed';
}
