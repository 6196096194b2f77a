import { z } from 'zod';
import { APPLICANTS, RECEIVED_BY, REPLY_WAYS } from '../../model/index.ts';
import { CIVIL_DATE, HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** 收到申请: opens a register entry of its own. Who applied and for what are commitments: personal data stay outside the log. */
export const requestReceive = kind({
  type: 'request.receive',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({
    number: z.string().regex(/^SQ-\d{4}-[A-Z]{0,2}\d{3,6}$/),
    applicant: keysOf(APPLICANTS),
    /** Name and how to reach them. */
    person: HASH,
    content: HASH,
    by: keysOf(RECEIVED_BY),
    reply: keysOf(REPLY_WAYS),
    /** 收到之日 (条例 31): day 0 of the 20 working days. */
    on: CIVIL_DATE,
  }),
});
