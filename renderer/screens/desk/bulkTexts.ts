import { DECISIONS, type DecisionKind } from '../../../review/model/index.ts';

/** Decisions that can be taken on many places at once; a rewrite has words of its own for each. */
export const BULK_KINDS = ['mask', 'delete', 'keep', 'false-alarm', 'escalate'] as const satisfies readonly DecisionKind[];
export type BulkKind = (typeof BULK_KINDS)[number];
export const BULK_DECISIONS = Object.fromEntries(BULK_KINDS.map((kind) => [kind, DECISIONS[kind]])) as Record<BulkKind, string>;

export const BULK_TEXTS = {
  name: '一并处理',
  title: '一并处理未处理的疑点',
  scope: '处理哪些',
  rule: (title: string, count: number) => `同一规则“${title}” ${count} 处`,
  category: (name: string, count: number) => `同一类别“${name}” ${count} 处`,
  decision: '怎么处理',
  reason: '理由',
  reasonHint: '一条理由写在每一处上，处室负责人会看到。',
  places: (count: number) => `将处理这 ${count} 处`,
  grave: (count: number) => `其中 ${count} 处是“必须处理”，这样处理后文字仍会公开。`,
  seen: (count: number) => `这 ${count} 处我都看过`,
  confirm: (count: number) => `处理 ${count} 处`,
  missingReason: '请填写理由',
  missingSeen: '请逐处看过后勾选',
  cancel: '取消',
  nothing: '没有未处理的疑点。',
} as const;
