import type { ListKind } from '../../../review/model/index.ts';

/** The lists a text of a draft may go into; works are kept as a whole by the office that has the register. */
export const RECORDED = { contacts: '公开联系方式', negative: '负面清单' } as const satisfies Partial<Record<ListKind, string>>;
export type RecordedKind = keyof typeof RECORDED;

export const RECORD_TEXTS = {
  name: '记入清单',
  title: '记入本单位清单',
  about: '清单换一版，用于以后的检查；在办事项须用新版重新检查和签名。下一步先预览差异，输入本人口令后才起用。',
  which: '记入哪一份清单',
  explained: {
    contacts: '对外公布的办公电话、邮箱：以后不再作为个人联系方式列出。',
    negative: '本单位定下不公开的事项：以后文稿中出现这些关键词即列出。',
  } satisfies Record<RecordedKind, string>,
  next: '下一步：预览',
  working: '正在准备……',
  cancel: '取消',
  missing: (column: string) => `请填写：${column}`,
  ask: (text: string) => `清单由保密审查员或安全保密管理员维护。要把“${text}”记入清单，请告诉他们。`,
  nothing: '先选一处疑点，或在原文中选字。',
  known: (count: number) => `清单已有 ${count} 处`,
} as const;
