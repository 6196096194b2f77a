import { z } from 'zod';
import { ascending, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** Contents of a case destroyed by two people: which commitments can never be opened again, and why. The events themselves stay. */
export const blobShred = kind({
  type: 'blob.shred',
  place: 'case',
  roles: ['secadmin', 'reviewer', 'leader'],
  data: z.strictObject({ blobs: z.array(HASH).min(1).max(200).refine(ascending), reason: HASH }),
});
