/** States of a case; names as on the screens and forms. Computed from signed events only, never read from a column. */
export const STATES = {
  drafting: '起草',
  scanned: '已扫描',
  deciding: '处置中',
  conflict: '冲突',
  'awaiting-head': '待处室负责人',
  'awaiting-secrecy': '待保密审查员',
  'awaiting-approve': '待分管领导',
  releasable: '可放行',
  released: '已放行',
  published: '已公开',
  returned: '已退回',
  recalled: '已撤回',
  held: '暂缓公开',
  referred: '待确定',
  consulting: '征求意见中',
  'taken-down': '已撤下',
  reexamining: '复审中',
  refused: '不予公开',
  withdrawn: '已作废',
  stale: '失效待复核',
} as const;
export type State = keyof typeof STATES;

/** 公开属性. */
export const ATTRIBUTES = { active: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' } as const;
export type Attribute = keyof typeof ATTRIBUTES;

/** 公开渠道. */
export const CHANNELS = {
  website: '政府网站',
  'new-media': '政务新媒体',
  press: '报刊',
  broadcast: '广播电视',
  board: '公开栏',
  other: '其他',
} as const;
export type Channel = keyof typeof CHANNELS;

/** Most attachments of a case. Beyond this a matter is a collection, not a notice: somebody reads each of them. */
export const MOST_ATTACHMENTS = 50;
