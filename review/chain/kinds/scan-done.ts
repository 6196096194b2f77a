import { z } from 'zod';
import { ENCODINGS } from '../../model/index.ts';
import { COUNT, DOCUMENT, HASH, keysOf, RANGES, VERSION } from '../fields.ts';
import { kind } from './kind.ts';

/**
 * A scan of one version. `numbers` are the findings of this scan; a finding keeps its number in the whole case (same
 * fingerprint, same number), so that decisions carry over to later versions without naming fingerprints here.
 */
export const scanDone = kind({
  type: 'scan.done',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({
    document: DOCUMENT.optional(),
    version: VERSION,
    /** Commitments to the Draft and to the findings, as JSON. */
    draft: HASH,
    findings: HASH,
    numbers: RANGES,
    counts: z.strictObject({ block: COUNT, review: COUNT, notice: COUNT }),
    /** How many parts nobody could read; each must be confirmed by a person. */
    unread: COUNT,
    /** Digest of rules and engine. */
    ruleSet: HASH,
    /** Set when a person had the same bytes read anew in an encoding chosen by hand. */
    encoding: keysOf(ENCODINGS).optional(),
  }),
});
