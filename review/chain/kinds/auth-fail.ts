import { z } from 'zod';
import { MADE_ID } from '../fields.ts';
import { kind } from './kind.ts';

/** A PIN was refused. Signed by the workstation, because nobody has proved to be anybody. */
export const authFail = kind({
  type: 'auth.fail',
  place: 'workstation',
  roles: ['workstation'],
  data: z.strictObject({ p: MADE_ID, purpose: z.enum(['session', 'act']), locked: z.boolean() }),
});
