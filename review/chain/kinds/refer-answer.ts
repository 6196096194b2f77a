import { z } from 'zod';
import { REFER_OUTCOMES } from '../../model/index.ts';
import { CIVIL_DATE, HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** The answer to a referral, with number and date of the letter. Not recorded by those who drafted the matter. */
export const referAnswer = kind({
  type: 'refer.answer',
  place: 'case',
  roles: ['head', 'reviewer', 'leader'],
  deputies: true,
  data: z.strictObject({ of: HASH, number: HASH, on: CIVIL_DATE, outcome: keysOf(REFER_OUTCOMES), answer: HASH }),
});
