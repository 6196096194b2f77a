import { z } from 'zod';
import { DOCUMENT, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** An attachment is taken out of the case: it is not published with the rest. It does not come back under its number. */
export const docRemove = kind({
  type: 'doc.remove',
  place: 'case',
  roles: ['drafter'],
  data: z.strictObject({ document: DOCUMENT, reason: HASH }),
});
