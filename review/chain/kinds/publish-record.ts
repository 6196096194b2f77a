import { z } from 'zod';
import { CHANNELS } from '../../model/index.ts';
import { CIVIL_DATE, HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** 发布登记: where and when the released version came out (one event a channel). */
export const publishRecord = kind({
  type: 'publish.record',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ channel: keysOf(CHANNELS), address: HASH, on: CIVIL_DATE }),
});
