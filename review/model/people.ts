/** The four steps of the sign-off chain, in their only legal order. */
export const STEPS = {
  draft: '拟稿人',
  head: '处室负责人',
  secrecy: '保密审查员',
  approve: '分管领导',
} as const;
export type Step = keyof typeof STEPS;
export const STEP_ORDER: readonly Step[] = ['draft', 'head', 'secrecy', 'approve'];

/** Roles. The three administrators (三员) never hold a business role, and the auditor neither of the other two. */
export const ROLES = {
  drafter: '拟稿人',
  head: '处室负责人',
  reviewer: '保密审查员',
  leader: '分管领导',
  sysadmin: '系统管理员',
  secadmin: '安全保密管理员',
  auditor: '安全审计员',
} as const;
export type Role = keyof typeof ROLES;

/** Which role signs which step. */
export const STEP_ROLE: Readonly<Record<Step, Role>> = {
  draft: 'drafter',
  head: 'head',
  secrecy: 'reviewer',
  approve: 'leader',
};

export interface Person {
  /** p-…; never reused. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** 处室. */
  readonly department: string;
  /** Id of the person's present key (lower-case hex SHA-256 of the public key, first 32 characters). */
  readonly key: string;
}

/** Steps that may be signed by a deputy; a draft is handed in by whoever drafts. */
export const DELEGABLE_STEPS = ['approve', 'head', 'secrecy'] as const satisfies readonly Step[];
export type DelegableStep = (typeof DELEGABLE_STEPS)[number];

/** Why somebody signs for another; a list instead of free text, because the roster can never be cleared. */
export const DELEGATION_REASONS = {
  trip: '出差',
  leave: '休假',
  sick: '病假',
  study: '学习培训',
  vacant: '职位空缺',
  other: '其他',
} as const;
export type DelegationReason = keyof typeof DELEGATION_REASONS;

/** Why a key is taken out of use. */
export const REVOKE_REASONS = {
  left: '离任',
  lost: '口令遗忘或密钥丢失',
  locked: '口令锁定',
  replaced: '更换密钥',
} as const;
export type RevokeReason = keyof typeof REVOKE_REASONS;

/** What everybody accepts by typing their own PIN at enrolment (Part 11, 11.10 j). Versions are only added, never changed. */
export const STATEMENTS = {
  1: '用我的口令签的名，就是我本人的签名，我对所签的内容负责；口令只由我自己掌握和输入，不外借、不代输；发现有人冒用，我立即报告保密办。',
} as const;
/** Version that is shown and recorded now. */
export const STATEMENT = 1;

/**
 * Calls that somebody may also make in the role they deputise for today, and which the window says so of; in everything else a
 * deputy stays who they are.
 */
export const DEPUTY_CALLS = [
  'chain.sign',
  'chain.return',
  'chain.refuse',
  'chain.hold',
  'chain.resume',
  'chain.refer',
  'chain.answer',
] as const;
