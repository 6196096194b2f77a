import { z } from 'zod';
import { STEPS } from '../../model/index.ts';
import { HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** 不予公开: a signed outcome with reason and legal basis (条例 14-16). */
export const refuse = kind({
  type: 'refuse',
  place: 'case',
  roles: ['head', 'reviewer', 'leader'],
  deputies: true,
  data: z.strictObject({ step: keysOf(STEPS), subject: HASH, reason: HASH, basis: HASH }),
});
