import { z } from 'zod';
import { CIVIL_DATE, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 补正告知: once, within 7 working days of receipt (条例 30). `due`: by when the applicant is to answer. */
export const requestNotify = kind({
  type: 'request.notify',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ missing: HASH, on: CIVIL_DATE, due: CIVIL_DATE }),
});
