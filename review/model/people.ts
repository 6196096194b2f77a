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
