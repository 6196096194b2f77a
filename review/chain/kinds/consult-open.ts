import { z } from 'zod';
import { CONSULTATIONS } from '../../model/index.ts';
import { CIVIL_DATE, HASH, keysOf } from '../fields.ts';
import { BUSINESS, kind } from './kind.ts';

/** 征求意见 of another body, department, third party, or the legal unit. Open until an answer or the silence is recorded. */
export const consultOpen = kind({
  type: 'consult.open',
  place: 'case',
  roles: BUSINESS,
  data: z.strictObject({ about: keysOf(CONSULTATIONS), whom: HASH, question: HASH, on: CIVIL_DATE, due: CIVIL_DATE }),
});
