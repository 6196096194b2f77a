/** What an auditor looks for; each group is a set of event kinds (usecases/audit-groups.ts). */
export const AUDIT_GROUPS = {
  all: '全部',
  attempts: '口令失败',
  exports: '导出',
  releases: '放行与发布',
  clock: '时钟异常',
  checkpoints: '检查点',
  grave: '清除与恢复',
  rules: '规则与清单',
  reviews: '审计复核',
} as const;
export type AuditGroup = keyof typeof AUDIT_GROUPS;
