import { z } from 'zod';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 恢复办理 of the hold named. */
export const holdEnd = kind({
  type: 'hold.end',
  place: 'case',
  roles: ['head', 'reviewer', 'leader'],
  deputies: true,
  data: z.strictObject({ of: HASH, reason: HASH }),
});
