import { z } from 'zod';
import { DOCUMENT } from '../fields.ts';
import { kind } from './kind.ts';

/** In which order the attachments stand; one that is not named (added meanwhile) comes after them. */
export const docOrder = kind({
  type: 'doc.order',
  place: 'case',
  roles: ['drafter'],
  data: z.strictObject({
    documents: z
      .array(DOCUMENT)
      .min(2)
      .max(999)
      .refine((documents) => new Set(documents).size === documents.length),
  }),
});
