import { z } from 'zod';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 复审 of something published, taken down or withheld (条例 18): earlier signatures, release and refusal no longer stand. */
export const reexamine = kind({
  type: 'reexamine',
  place: 'case',
  roles: ['head', 'reviewer', 'leader'],
  data: z.strictObject({ reason: HASH }),
});
