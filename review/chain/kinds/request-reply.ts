import { z } from 'zod';
import { CONSULT_OUTCOMES } from '../../model/index.ts';
import { CIVIL_DATE, HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** What was answered to a letter, or that nothing came. */
export const requestReply = kind({
  type: 'request.reply',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ of: HASH, outcome: keysOf(CONSULT_OUTCOMES), reply: HASH, on: CIVIL_DATE }),
});
