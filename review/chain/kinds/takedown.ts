import { z } from 'zod';
import { CIVIL_DATE, HASH } from '../fields.ts';
import { BUSINESS, kind } from './kind.ts';

/** 撤下 of what was released or published. Nothing of it leaves again before 复审. */
export const takedown = kind({
  type: 'takedown',
  place: 'case',
  roles: BUSINESS,
  data: z.strictObject({ reason: HASH, on: CIVIL_DATE }),
});
