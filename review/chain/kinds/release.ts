import { z } from 'zod';
import { ascending, DOCUMENT, HASH, VERSION } from '../fields.ts';
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
    /** The attachments that go out with the main text, in their order; absent where there is none. */
    attachments: z
      .array(z.strictObject({ document: DOCUMENT, version: VERSION, sha256: HASH }))
      .min(1)
      .max(99)
      .optional(),
    signs: z.array(HASH).min(1).max(16).refine(ascending),
  }),
});
