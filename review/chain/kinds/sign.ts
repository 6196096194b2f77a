import { z } from 'zod';
import { STEPS } from '../../model/index.ts';
import { HASH, keysOf, VERSION } from '../fields.ts';
import { BUSINESS, kind } from './kind.ts';

/** What a signature of each step means; inside the signed bytes, so that nobody can later say it meant something else. */
export const SIGN_MEANINGS = { checked: '已逐处自查，提交审查', agree: '同意公开', partly: '同意部分公开' } as const;

/** 同意 of one step over one subject. */
export const sign = kind({
  type: 'sign',
  place: 'case',
  roles: BUSINESS,
  deputies: true,
  data: z
    .strictObject({
      step: keysOf(STEPS),
      subject: HASH,
      version: VERSION,
      opinion: HASH,
      meaning: keysOf(SIGN_MEANINGS),
      /** 部分公开: what stays unpublished, and on which ground (条例 37). */
      withheld: HASH.optional(),
    })
    .refine(({ meaning, withheld }) => (meaning === 'partly') === (withheld !== undefined)),
});
