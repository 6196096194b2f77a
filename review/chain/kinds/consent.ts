import { z } from 'zod';
import { ROLES } from '../../model/index.ts';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** What needs two people (signoff-design 5.4, 8; records-and-threats 7, 26). */
export const TWO_PEOPLE = {
  export: '导出全量检查包',
  restore: '恢复账本',
  quarantine: '处理被撤销密钥签署的记录',
  shred: '清除内容',
} as const;

/**
 * The second of two people agrees, with their own PIN and key, to exactly the act that follows in the same transaction: `subject` is
 * the digest of its kind and data.
 */
export const consent = kind({
  type: 'consent',
  place: 'workstation',
  roles: Object.keys(ROLES) as (keyof typeof ROLES)[],
  data: z.strictObject({ what: z.enum(['export', 'restore', 'quarantine', 'shred']), subject: HASH }),
});
