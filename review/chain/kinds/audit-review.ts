import { z } from 'zod';
import { COUNT, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 审计复核: an auditor has looked through the log up to a checkpoint (Annex 11: the trail is reviewed regularly). */
export const auditReview = kind({
  type: 'audit.review',
  place: 'workstation',
  roles: ['auditor'],
  data: z.strictObject({ size: COUNT.min(1), note: HASH, valid: z.boolean(), problems: COUNT, remark: HASH }),
});
