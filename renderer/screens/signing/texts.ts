import type { CaseRow } from '../../../review/contract.ts';
import type { Step } from '../../../review/model/index.ts';

export const TEXTS = {
  person: '签名人',
  step: '环节',
  matter: '信息名称',
  file: '文件',
  code: '校验码',
  counts: '疑点',
  since: '变化',
  firstTime: '第一次签名',
  noChange: '与上次签名相比没有新的变化记录',
  staleSince: (why: string) => `原签名已失效：${why}`,
  version: (version: number, name: string) => `第${version}稿 ${name}`,
  pinHint: '每次签名都要输入。签名后内容、处置或规则有任何改动，本签名即失效。',
  cancel: '取消',
  working: '正在签名……',
  opinion: '意见',
  reason: '理由',
  submitTitle: '签名提交处室',
  submit: '签名提交',
  readThrough: '我已通读正文和隐藏内容',
  readThroughAll: '我已通读正文、各附件和隐藏内容',
  loadingDocuments: '正在打开各附件……',
  hiddenUnseen: (documents: string) => `${documents}“隐藏内容”还没有看过，看过才能提交。`,
  lookAtHidden: '去看隐藏内容',
  signTitle: (step: string) => `签名同意（${step}）`,
  sign: '签名同意',
  signAgainTitle: (step: string) => `重新签署（${step}）`,
  signAgain: '重新签署',
  returnTitle: '退回拟稿人',
  return: '签名退回',
  returnHint: '写清要改哪里、怎么改；退回后由拟稿人修改，再走各环节。',
  refuseTitle: '不予公开',
  refuse: '签名确定不予公开',
  refuseBasis: '依据',
  refuseHint: '写明不予公开的理由和条款；本件到此办结，留档备查。',
  bases: ['《政府信息公开条例》第十四条', '《政府信息公开条例》第十五条', '《政府信息公开条例》第十六条'],
  releaseTitle: '放行',
  release: '签名放行',
  releaseCheck: '放行前核验日志',
  releaseHint: '放行的正是上列校验码的文件。放行后才能导出发布稿、登记发布。',
  confirmDeputy: {
    title: '确认代签有效',
    confirm: '签名确认',
    hint: '代签时本机时钟有异常。请核对代签人确在授权的起止日期内签名，再确认。',
    done: '已确认代签有效。',
    whyNot: '由保密审查员确认',
  },
  withdrawTitle: '作废',
  withdraw: '签名作废',
  withdrawHint: '作废后不再办理，已有记录仍然保留。',
  publishTitle: '发布登记',
  publish: '登记发布',
  channel: '发布渠道',
  address: '网址或位置',
  addressHint: '如：单位网站“公告公示”栏目的网址，或公开栏所在位置',
  publishedOn: '发布日期',
  done: {
    submitted: (next: string) => (next ? `已签名提交。下一步：${next}。` : '已签名提交。'),
    signed: (next: string) => (next ? `已签名。下一步：${next}。` : '已签名。'),
    returned: '已退回，理由已记录。',
    refused: '已确定不予公开，理由和依据已记录。',
    released: '已放行，可以导出发布稿。',
    withdrawn: '已作废。',
    published: '已登记发布。',
  },
} as const;

/** The opinion that stands in the field at first: what was changed on the way goes out 处理后, in the chain as in the ledger. */
export function usualOpinion(step: Step, { version, counts }: Pick<CaseRow, 'version' | 'counts'>): string {
  const changed = version > 1;
  if (step === 'draft') return OPINIONS.draft[!changed && counts.total === 0 ? 1 : 0] ?? '';
  return OPINIONS[step][step !== 'head' && changed ? 1 : 0] ?? '';
}

/** Opinions offered first; the person may change every word. */
export const OPINIONS: Readonly<Record<Step, readonly string[]>> = {
  draft: ['疑点已逐处处置，送审。', '未发现疑点，已通读全文，送审。'],
  head: ['同意公开。', '已核对保留和误报的理由，同意公开。'],
  secrecy: ['经保密审查，同意公开。', '经保密审查，同意处理后公开。'],
  approve: ['同意公开。', '同意处理后公开。'],
};
