import { z } from 'zod';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** Of versions that do not know of each other the one named by its `doc.add` stands; the others and what was done on them do not. */
export const conflictResolve = kind({
  type: 'conflict.resolve',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ keep: HASH }),
});
