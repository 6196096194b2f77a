import { z } from 'zod';
import { STEPS } from '../../model/index.ts';
import { HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** 退回: all signatures before it are void, the drafter begins again. The reason is obligatory. */
export const returned = kind({
  type: 'return',
  place: 'case',
  roles: ['head', 'reviewer', 'leader'],
  deputies: true,
  data: z.strictObject({ step: keysOf(STEPS), reason: HASH }),
});
