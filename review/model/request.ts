/** 依申请公开: words of the register and of the national annual table (国办公开办函〔2021〕30号). */

/** 申请人: columns of the table. */
export const APPLICANTS = {
  natural: '自然人',
  business: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legal: '法律服务机构',
  other: '其他组织',
} as const;
export type Applicant = keyof typeof APPLICANTS;

/** How an application came in; it says which day counts as received (条例 31). */
export const RECEIVED_BY = {
  person: '当面提交',
  registered: '邮政挂号或签收邮件',
  plain: '平常信函',
  web: '互联网渠道',
  fax: '传真',
} as const;
export type ReceivedBy = keyof typeof RECEIVED_BY;
/** Day of receipt by way of receipt (条例 31). */
export const RECEIPT_DAYS: Readonly<Record<ReceivedBy, string>> = {
  person: '以提交之日为收到之日',
  registered: '以签收之日为收到之日',
  plain: '于收到当日与申请人确认，以确认之日为收到之日',
  web: '以双方确认之日为收到之日',
  fax: '以双方确认之日为收到之日',
};

/** 获取信息的方式. */
export const REPLY_WAYS = {
  mail: '邮寄',
  electronic: '电子邮件',
  fax: '传真',
  pickup: '自行领取',
  onsite: '当场查阅或抄录',
} as const;
export type ReplyWay = keyof typeof REPLY_WAYS;

/** 办理结果, in the order of the table. */
export const REQUEST_RESULTS = {
  granted: '予以公开',
  partly: '部分公开',
  'withheld-secret': '属于国家秘密',
  'withheld-law': '其他法律行政法规禁止公开',
  'withheld-stability': '危及“三安全一稳定”',
  'withheld-third': '保护第三方合法权益',
  'withheld-internal': '属于三类内部事务信息',
  'withheld-process': '属于四类过程性信息',
  'withheld-enforcement': '属于行政执法案卷',
  'withheld-inquiry': '属于行政查询事项',
  'absent-unknown': '本机关不掌握相关政府信息',
  'absent-making': '没有现成信息需要另行制作',
  'absent-unclear': '补正后申请内容仍不明确',
  'declined-petition': '信访举报投诉类申请',
  'declined-repeat': '重复申请',
  'declined-published': '要求提供公开出版物',
  'declined-mass': '无正当理由大量反复申请',
  'declined-confirm': '要求行政机关确认或重新出具已获取信息',
  'other-unamended': '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  'other-unpaid': '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  'other-else': '其他',
} as const;
export type RequestResult = keyof typeof REQUEST_RESULTS;

/** 大项 by the first part of the key. */
export const RESULT_GROUPS = {
  granted: '予以公开',
  partly: '部分公开（区分处理的，只计这一情形，不计其他情形）',
  withheld: '不予公开',
  absent: '无法提供',
  declined: '不予处理',
  other: '其他处理',
} as const;
export type ResultGroup = keyof typeof RESULT_GROUPS;
export const groupOf = (result: RequestResult): ResultGroup => result.split('-')[0] as ResultGroup;

/** Results that need no reply, because the applicant let the matter rest. */
export const WITHOUT_REPLY: readonly RequestResult[] = ['other-unamended', 'other-unpaid', 'other-else'];

/** 征求意见 that stop the clock (条例 32-34). */
export const REQUEST_ASKS = { 'third-party': '第三方', 'co-producer': '共同制作的机关' } as const;
export type RequestAsk = keyof typeof REQUEST_ASKS;

export const REQUEST_STATES = {
  open: '待答复',
  amending: '待申请人补正',
  asking: '征求意见中',
  closed: '已办结',
} as const;
export type RequestState = keyof typeof REQUEST_STATES;
