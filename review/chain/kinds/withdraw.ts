import { z } from 'zod';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 撤回 before release: the opinions stay, the number is not used again. */
export const withdraw = kind({
  type: 'withdraw',
  place: 'case',
  roles: ['drafter'],
  data: z.strictObject({ reason: HASH }),
});
