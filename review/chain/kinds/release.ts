import { z } from 'zod';
import { ascending, HASH, VERSION } from '../fields.ts';
import { kind } from './kind.ts';

/** 放行 of exactly these bytes on the strength of exactly these four signatures. */
export const release = kind({
  type: 'release',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({
    subject: HASH,
    version: VERSION,
    sha256: HASH,
    signs: z.array(HASH).min(1).max(16).refine(ascending),
  }),
});
