import { z } from 'zod';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/**
 * 保密办 confirms that a deputy's signature was made within the days of the delegation, although the clock was flagged then
 * (signoff-design 7): days rest on a clock that could have been set.
 */
export const delegationConfirm = kind({
  type: 'delegation.confirm',
  place: 'case',
  roles: ['reviewer'],
  data: z.strictObject({ of: HASH }),
});
