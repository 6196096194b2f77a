import { z } from 'zod';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 撤回: the drafter takes a submitted matter back before the next step has signed. */
export const submissionRecall = kind({
  type: 'submission.recall',
  place: 'case',
  roles: ['drafter'],
  data: z.strictObject({ reason: HASH }),
});
