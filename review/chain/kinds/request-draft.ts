import { z } from 'zod';
import { MADE_ID } from '../fields.ts';
import { kind } from './kind.ts';

/** The review case in which the reply is checked and signed. */
export const requestDraft = kind({
  type: 'request.draft',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ reply: MADE_ID }),
});
