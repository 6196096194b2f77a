import type { FindingView } from '../../../review/contract.ts';

/** A finding as a case shows it, with what a test cares about; the rest is plain. */
export const finding = (part: Partial<FindingView> & { readonly id: string }): FindingView => ({
  rule: 'mobile',
  title: '手机号码',
  category: 'personal-contact',
  level: 'block',
  piece: 0,
  start: 0,
  end: 11,
  text: '13800138000',
  reason: '可能涉及个人联系方式，请核对。',
  evidence: [],
  basis: [],
  advice: '',
  suggestion: '138****8000',
  confidence: 1,
  categoryName: '个人联系方式',
  levelName: '必须处理',
  basisNames: [],
  preview: '',
  ...part,
});

export const decided = (id: string): Pick<FindingView, 'decision'> => ({
  decision: { finding: id, kind: 'mask', reason: '', by: '林知远', at: '2026-11-21T09:00:00+08:00', carried: false },
});
