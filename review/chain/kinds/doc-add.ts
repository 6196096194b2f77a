import { z } from 'zod';
import { COUNT, DOCUMENT, HASH, VERSION } from '../fields.ts';
import { kind } from './kind.ts';

/** A version of the draft: the digest of its very bytes. Version 1 is the source, the latest is what would be published. */
export const docAdd = kind({
  type: 'doc.add',
  place: 'case',
  roles: ['drafter'],
  data: z.strictObject({
    document: DOCUMENT.optional(),
    version: VERSION,
    sha256: HASH,
    size: COUNT,
    format: z.string().regex(/^[a-z0-9-]{1,16}$/),
    name: HASH,
    origin: z.enum(['given', 'clean-copy']),
  }),
});
