import { z } from 'zod';
import { CATEGORIES, LEVELS } from '../../model/index.ts';
import { COUNT, DOCUMENT, HASH, keysOf, VERSION } from '../fields.ts';
import { kind } from './kind.ts';

/** Marks of people are numbered from here, scans below: neither can ever take the other's number. */
export const FIRST_MARK = 500_000;

/**
 * 人工标注: a place that a person marked because the rules did not. From then on it is a finding like any other. Place and draft
 * bind it to one reading of one version; reason and wording are commitments, like those of a decision.
 */
export const findingAdd = kind({
  type: 'finding.add',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({
    document: DOCUMENT.optional(),
    version: VERSION,
    /** Commitment to the Draft that piece and offsets (UTF-16) belong to. */
    draft: HASH,
    number: z.int().min(FIRST_MARK).max(999_999),
    category: keysOf(CATEGORIES),
    level: keysOf(LEVELS),
    piece: COUNT,
    start: COUNT,
    end: COUNT,
    reason: HASH,
    suggestion: HASH.optional(),
  }),
});
