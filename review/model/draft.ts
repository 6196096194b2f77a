/**
 * A draft as the ingest room hands it over: every piece of text of the file, visible or hidden, in reading order.
 * Offsets everywhere are UTF-16 code units, end exclusive.
 */
export const PIECE_KINDS = {
  body: '正文',
  heading: '标题',
  'table-cell': '表格',
  header: '页眉',
  footer: '页脚',
  footnote: '脚注',
  endnote: '尾注',
  comment: '批注',
  'tracked-insertion': '修订-插入',
  'tracked-deletion': '修订-删除',
  'hidden-text': '隐藏文字',
  'text-box': '文本框',
  'alt-text': '替代文字',
  'field-code': '域代码',
  'link-target': '链接目标',
  metadata: '文档属性',
  'speaker-notes': '备注',
  'hidden-sheet': '隐藏工作表',
  annotation: '注释',
  attachment: '附件',
  'custom-data': '自定义数据',
  'part-residue': '文件残留',
  'file-name': '文件名',
  ocr: '文字识别',
} as const;
export type PieceKind = keyof typeof PIECE_KINDS;

/** Encodings of plain text by their WHATWG label, and what a person who chooses one by hand reads. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（简体中文，含GBK、GB2312）',
  big5: 'Big5（繁体中文）',
  'utf-16le': 'UTF-16（低位在前）',
  'utf-16be': 'UTF-16（高位在前）',
} as const;
export type Encoding = keyof typeof ENCODINGS;

/** Where a piece stands. `label` is what a person reads (第3段, 表1 第2行第4列, 页眉); the rest serves jumping and rules. */
export interface Where {
  readonly label: string;
  /** Name of the part inside a package (word/header1.xml); empty for plain text. */
  readonly part: string;
  /** 1-based number of the paragraph inside its part. */
  readonly paragraph?: number;
  /** UTF-16 offset of the piece's first character in the decoded file; plain text formats only. */
  readonly offset?: number;
}

/** Position of a cell, so that a rule can read a number by its column. All 0-based; row 0 is the header row. */
export interface Cell {
  /** Number of the table inside the draft, in reading order. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** Text of the header cell above (row 0 of the same column); empty in the header row itself. */
  readonly header: string;
}

/** One paragraph, cell, note, property: the smallest unit a finding can point at. */
export interface Piece {
  /** Index in `Draft.pieces`; the identity of a piece inside one version of a draft. */
  readonly index: number;
  readonly kind: PieceKind;
  /** Whether a reader of the printed or displayed document sees it. */
  readonly visible: boolean;
  readonly text: string;
  readonly where: Where;
  readonly cell?: Cell;
}

/** A part nobody could read: shown to the reviewer as 须人工查看, never dropped in silence. */
export interface Unread {
  readonly code: string;
  /** Part name or page. */
  readonly part: string;
  /** Chinese sentence: what it is and what a person must do. */
  readonly message: string;
}

/** Something odd that was met while reading but did not stop it (name and content differ, bytes replaced ...). */
export interface DraftWarning {
  readonly code: string;
  readonly message: string;
}

/** One block of the page that is shown to a reader; drawn from mammoth's output for .docx, from the pieces otherwise. */
export type PageBlock =
  | { readonly type: 'heading'; readonly level: number; readonly piece: number; readonly list?: string }
  | { readonly type: 'paragraph'; readonly piece: number; readonly list?: string }
  | { readonly type: 'table'; readonly rows: readonly (readonly PageCell[])[] };
/** A table cell on the page; `pieces` are indexes of the paragraphs in it. */
export interface PageCell {
  readonly pieces: readonly number[];
  readonly colspan?: number;
  readonly rowspan?: number;
}

export interface Source {
  /** File name as given, without folders. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex SHA-256 of the file's bytes. */
  readonly sha256: string;
  /** Format by content: docx, txt … */
  readonly format: string;
  /** Label of the encoding (`ENCODINGS`) where the file itself does not name one: text, csv, html; absent otherwise. */
  readonly encoding?: string;
}

export interface Draft {
  readonly source: Source;
  readonly pieces: readonly Piece[];
  readonly page: readonly PageBlock[];
  readonly warnings: readonly DraftWarning[];
  readonly unread: readonly Unread[];
}
