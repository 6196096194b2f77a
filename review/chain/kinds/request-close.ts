import { z } from 'zod';
import { REQUEST_RESULTS } from '../../model/index.ts';
import { CIVIL_DATE, HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** 答复: result by the national table, grounds, day handed to the post or signed for (国办公开办函〔2016〕235号). */
export const requestClose = kind({
  type: 'request.close',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ result: keysOf(REQUEST_RESULTS), grounds: HASH, on: CIVIL_DATE }),
});
