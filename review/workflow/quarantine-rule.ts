import type { ReleaseRule } from './gate-rules.ts';

/** What came under a revoked key says nothing; but nobody may release past it before two people have settled it (signoff-design 2.7). */
export const QUARANTINE_RULE: ReleaseRule = {
  name: 'quarantine',
  about: 'content',
  why: ({ graph }) => {
    const open = graph.ordered.filter(({ quarantine }) => quarantine === 'open').length;
    return open > 0 ? `有${open}条记录由被撤销的密钥签署，待处理：请由两人在“审计”中确认有效或作废` : undefined;
  },
};
