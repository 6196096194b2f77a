import { z } from 'zod';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 年度报告 as it was filled in; the newest of a year counts, and next year's carry-over is checked against it. */
export const annualSave = kind({
  type: 'annual.save',
  place: 'workstation',
  roles: ['reviewer', 'leader'],
  data: z.strictObject({ year: z.int().min(2000).max(2999), content: HASH }),
});
