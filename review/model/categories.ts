/**
 * The categories a finding can have. Ids are the ones of the labelled drafts (they appear in exports, SARIF and rule files),
 * names are what offices call them. A category says what a passage may touch, never that it is secret.
 */
export const CATEGORIES = {
  'project-location': '工程位置',
  'protection-level': '防护等级',
  'project-scale': '工程规模与战时用途',
  'command-comms': '指挥通信',
  'plan-target': '预案与目标',
  'classification-mark': '密级与内部标志',
  'personal-id': '身份证件号码',
  'personal-contact': '个人联系方式',
  'personal-finance': '金融账户',
  'personal-address': '家庭住址',
  'personal-name': '自然人姓名',
  'personal-other': '其他个人信息',
  'internal-work': '内部工作信息',
} as const;

export type Category = keyof typeof CATEGORIES;

/** What a person must do about a finding; a level never says what the law says. Order: weakest first. */
export const LEVELS = { notice: '提示', review: '需审查', block: '必须处理' } as const;
export type Level = keyof typeof LEVELS;
export const LEVEL_ORDER: readonly Level[] = ['notice', 'review', 'block'];
