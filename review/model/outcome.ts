/** Words of what may happen to a matter beside 同意, 退回 and 不予公开 (workflow.md §4.1-4.3). */

/** 征求意见: whom the office asks, and what silence means (条例 11, 32, 34). */
export const CONSULTATIONS = {
  'co-producer': '共同制作的机关',
  body: '其他机关',
  department: '其他处室',
  'third-party': '第三方',
  legal: '合法性审查',
  competition: '公平竞争审查',
} as const;
export type Consultation = keyof typeof CONSULTATIONS;

/** Those with 15 working days by law; only a co-producing body's silence is consent (条例 34). */
export const STATUTORY_CONSULTATIONS: readonly Consultation[] = ['co-producer', 'third-party'];
/** Checks that a policy may demand before 签发. */
export const CHECKS: readonly Consultation[] = ['legal', 'competition'];

export const CONSULT_OUTCOMES = {
  agree: '同意公开',
  changes: '修改后同意',
  object: '不同意公开',
  silent: '逾期未答复',
} as const;
export type ConsultOutcome = keyof typeof CONSULT_OUTCOMES;

/** What the superior body or the 保密行政管理部门 answered (条例 17). */
export const REFER_OUTCOMES = {
  may: '可以公开',
  partly: '区分处理后公开',
  not: '不予公开',
} as const;
export type ReferOutcome = keyof typeof REFER_OUTCOMES;
