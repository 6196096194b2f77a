import { z } from 'zod';
import { BUSINESS, kind } from './kind.ts';

/**
 * A draft bearing a classification mark was turned away. The rule and nothing else: no name, no size, no digest, because on a
 * machine not set up for that level even those must not stay (保密法 31; signoff-design, promise 2).
 */
export const draftRefuse = kind({
  type: 'draft.refuse',
  place: 'workstation',
  roles: BUSINESS,
  data: z.strictObject({ rule: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/) }),
});
