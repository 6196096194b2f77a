import { z } from 'zod';
import { CIVIL_DATE, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 暂缓: the matter rests. `until` is when it is looked at again; nothing resumes by itself on that day. */
export const hold = kind({
  type: 'hold',
  place: 'case',
  roles: ['head', 'reviewer', 'leader'],
  deputies: true,
  data: z.strictObject({ reason: HASH, until: CIVIL_DATE }),
});
