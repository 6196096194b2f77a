import { z } from 'zod';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** Takes back an own decision that nobody has signed over yet; the decision stays in the log. */
export const findingUndo = kind({
  type: 'finding.undo',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ of: HASH }),
});
