import { z } from 'zod';
import { REQUEST_ASKS } from '../../model/index.ts';
import { CIVIL_DATE, HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** 征求意见 on an application; `on` is the day the letter arrived there. Its time does not count (条例 33). */
export const requestAsk = kind({
  type: 'request.ask',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ about: keysOf(REQUEST_ASKS), whom: HASH, matter: HASH, on: CIVIL_DATE, due: CIVIL_DATE }),
});
