import type { XmlOutcome } from './walk-xml.ts';

/** Why a part of a package was not read to its end, for sentences that name the part. */
export const OUTCOME_WORDS: Readonly<Record<XmlOutcome, string>> = {
  whole: '',
  doctype: '含有文档类型声明（可能是“实体炸弹”）',
  'too-deep': '元素嵌套过深',
  broken: '结构有错',
};
