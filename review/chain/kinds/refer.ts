import { z } from 'zod';
import { CIVIL_DATE, HASH } from '../fields.ts';
import { BUSINESS, kind } from './kind.ts';

/** 送上级确定: sent to the superior body or the 保密行政管理部门 (条例 17). The matter is locked until the answer is recorded. */
export const refer = kind({
  type: 'refer',
  place: 'case',
  roles: BUSINESS,
  deputies: true,
  data: z.strictObject({ whom: HASH, question: HASH, on: CIVIL_DATE }),
});
