import { z } from 'zod';
import { CONSULT_OUTCOMES } from '../../model/index.ts';
import { CIVIL_DATE, HASH, keysOf } from '../fields.ts';
import { BUSINESS, kind } from './kind.ts';

/** What was answered to a consultation; `silent` records that nothing came, and is nobody's consent by itself. */
export const consultClose = kind({
  type: 'consult.close',
  place: 'case',
  roles: BUSINESS,
  data: z.strictObject({ of: HASH, outcome: keysOf(CONSULT_OUTCOMES), reply: HASH, on: CIVIL_DATE }),
});
