import { z } from 'zod';
import { CIVIL_DATE, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 收到补正: the clock of the answer begins again (条例 30). */
export const requestAmend = kind({
  type: 'request.amend',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ content: HASH, on: CIVIL_DATE }),
});
