import type { ListKind } from './office-list.ts';

/** A column of a list as offices write it: the printed name first, then other headers that mean the same. */
export interface ListColumn {
  readonly key: string;
  readonly names: readonly [string, ...string[]];
  readonly required: boolean;
  /** Longest text of a cell, in characters. */
  readonly most: number;
  /** What to write into it, for the template. */
  readonly hint: string;
}

const column = (
  key: string,
  names: readonly [string, ...string[]],
  required: boolean,
  most: number,
  hint: string,
): ListColumn => ({
  key,
  names,
  required,
  most,
  hint,
});

/** Columns of each list, in the order of the template; workbooks may have them in any order and others beside them. */
export const LIST_COLUMNS: Readonly<Record<ListKind, readonly ListColumn[]>> = {
  works: [
    column('name', ['工程名称', '名称', '项目名称', '人防工程名称'], true, 100, '必填。文稿里会怎样称呼这个工程'),
    column('aliases', ['别名', '曾用名', '简称', '其他名称'], false, 500, '可填多个，用“；”隔开'),
    column('address', ['地址', '工程地址', '建设地点', '位置', '坐落'], false, 200, '写到门牌号；文稿中出现会列为工程位置'),
    column('note', ['备注', '说明'], false, 500, '不参与检查'),
  ],
  negative: [
    column('number', ['序号', '编号'], false, 20, '不参与检查'),
    column('category', ['信息事项类别', '事项类别', '类别'], true, 100, '必填'),
    column('content', ['信息事项内容', '事项内容', '内容'], true, 500, '必填。写具体，便于核对'),
    column('keywords', ['关键词', '关键字'], true, 1000, '必填。文稿中出现即列出；多个用“；”隔开，每个至少两个字'),
    column(
      'basis',
      ['不予公开的依据', '不予主动公开的法律政策依据', '不予公开依据', '依据'],
      true,
      200,
      '必填。法律政策名称和条款',
    ),
    column('reason', ['理由', '不予公开的理由', '说明'], false, 300, '显示给承办人看'),
    column('level', ['处理级别', '级别'], false, 10, '必须处理、需审查、提示之一；不填为需审查'),
    column('from', ['生效日期', '起用日期', '执行日期'], false, 20, '如 2026-09-01；不填为立即生效'),
  ],
  contacts: [
    column('unit', ['单位或窗口', '单位', '窗口', '名称', '处室'], true, 100, '必填'),
    column('contact', ['号码或邮箱', '号码', '电话', '联系电话', '联系方式', '邮箱'], true, 60, '必填。一行一个，带区号'),
    column('note', ['说明', '备注', '用途'], false, 200, '不参与检查'),
    column('until', ['有效期至', '截止日期', '有效期'], false, 20, '如 2027-06-30；不填为长期'),
  ],
};

/** Most rows of a list, and most rows above the header. */
export const MOST_ROWS = 20_000;
export const MOST_LEAD_ROWS = 20;

/** A row of a list as texts in the order of LIST_COLUMNS; `row` is its number in the workbook, from 1. */
export interface ListSheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}
/** Number of the first row under title, hints and header of the template. */
export const FIRST_LIST_ROW = 4;
