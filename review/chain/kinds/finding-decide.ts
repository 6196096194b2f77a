import { z } from 'zod';
import { DECISIONS } from '../../model/index.ts';
import { DOCUMENT, HASH, keysOf, RANGES, VERSION } from '../fields.ts';
import { kind } from './kind.ts';

/** One decision on one or more findings of the named version. */
export const findingDecide = kind({
  type: 'finding.decide',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({
    document: DOCUMENT.optional(),
    version: VERSION,
    findings: RANGES.min(1),
    decision: keysOf(DECISIONS),
    reason: HASH.optional(),
    replacement: HASH.optional(),
  }),
});
