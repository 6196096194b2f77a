import type { PieceKind } from '../../review/model/index.ts';

export type RtfState = 'visible' | 'hidden' | 'deleted';

/** Where the text of a group goes: the body, a header, a note, a property … */
export interface RtfPlace {
  readonly kind: PieceKind;
  readonly visible: boolean;
  /** Chinese name; empty for the body, whose paragraphs are numbered. */
  readonly label: string;
}

const place = (kind: PieceKind, visible: boolean, label: string): RtfPlace => ({ kind, visible, label });
const property = (label: string): RtfPlace => place('metadata', false, `文档属性·${label}`);

/** Destinations by control word. */
export const PLACES: ReadonlyMap<string, RtfPlace> = new Map([
  ...['header', 'headerl', 'headerr', 'headerf'].map((word) => [word, place('header', true, '页眉')] as const),
  ...['footer', 'footerl', 'footerr', 'footerf'].map((word) => [word, place('footer', true, '页脚')] as const),
  ['footnote', place('footnote', true, '脚注')],
  ['ftnalt', place('endnote', true, '尾注')],
  ['annotation', place('comment', false, '批注')],
  ['atnauthor', property('批注作者')],
  ['atnid', property('批注作者')],
  ['revtbl', property('修订者')],
  ['author', property('作者')],
  ['operator', property('最后修改者')],
  ['title', property('标题')],
  ['subject', property('主题')],
  ['keywords', property('关键词')],
  ['doccomm', property('备注')],
  ['comment', property('备注')],
  ['company', property('单位')],
  ['manager', property('主管')],
  ['category', property('类别')],
  ['hlinkbase', property('超链接基础')],
  ['template', property('模板路径')],
  ['propname', property('自定义属性名')],
  ['staticval', property('自定义属性')],
  ['docvar', property('文档变量')],
  ['fldinst', place('field-code', false, '域代码')],
  ['xe', place('field-code', false, '索引项')],
  ['tc', place('field-code', false, '目录项')],
  ['tcn', place('field-code', false, '目录项')],
  ['ffname', place('custom-data', false, '表单域名')],
  ['ffdeftext', place('custom-data', false, '表单域默认值')],
  ['ffformat', place('custom-data', false, '表单域格式')],
  ['ffhelptext', place('custom-data', false, '表单域帮助')],
  ['ffstattext', place('custom-data', false, '表单域状态栏文字')],
  ['ffl', place('custom-data', false, '表单域选项')],
  ['file', place('link-target', false, '引用的文件')],
  ['listname', place('metadata', false, '列表名')],
  ['generator', property('制作软件')],
  ['shptxt', place('text-box', true, '文本框')],
  ['dptxbxtext', place('text-box', true, '文本框')],
]);

/** Groups of numbers, names and data whose text is no text of the document. */
export const MACHINERY: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl themedata colorschememapping latentstyles datastore pict objdata filetbl xmlnstbl mmathPr pgptbl blipuid wgrffmtfilter bkmkstart bkmkend listtext pntext falt panose fontemb datafield objclass mailmerge sn sv'.split(
    ' ',
  ),
);

/** Starred groups that only wrap others: their words stand in groups of their own. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  'shpinst',
  'sp',
  'ud',
  'formfield',
  'shpgrp',
  'shppict',
  'nesttableprops',
  'do',
]);
/** Shape properties that hold words for people. */
export const SHAPE_WORDS: ReadonlyMap<string, RtfPlace> = new Map([
  ['wzDescription', place('alt-text', false, '图片替代文字')],
  ['wzTooltip', place('alt-text', false, '链接提示')],
  ['gtextUNICODE', place('text-box', true, '艺术字（水印）')],
  ['pihlShape', place('link-target', false, '超链接目标')],
]);

/** What the words in groups of data are, where they are more than left-overs: kind and label. */
export const DATA_WORDS: ReadonlyMap<string, readonly [PieceKind, string]> = new Map([
  ['fonttbl', ['metadata', '字体名称']],
  ['stylesheet', ['metadata', '样式名称']],
  ['latentstyles', ['metadata', '样式名称']],
  ['datastore', ['custom-data', '自定义 XML']],
  ['listtext', ['custom-data', '编号文字']],
  ['pntext', ['custom-data', '编号文字']],
]);

/** The paragraph being read at one place. */
export class RtfTarget {
  readonly place: RtfPlace;
  /** Characters that were inserted with tracking on. */
  inserted = 0;
  segments: { text: string; readonly state: RtfState; readonly why: string }[] = [];

  constructor(where: RtfPlace) {
    this.place = where;
  }

  append(text: string, state: RtfState, why: string): void {
    const last = this.segments.at(-1);
    if (last && last.state === state && last.why === why) last.text += text;
    else this.segments.push({ text, state, why });
  }
}
