import { z } from 'zod';
import { COUNT, HASH, KEY_ID, MADE_ID } from '../fields.ts';
import { kind } from './kind.ts';

/** What one key signed in one journal, both numbers included. */
export const LATE_SIGNED = {
  ws: MADE_ID,
  inc: COUNT.min(1),
  key: KEY_ID,
  from: COUNT.min(1),
  to: COUNT.min(1),
} as const;

/**
 * Two people settle what came under a revoked key (signoff-design 2.7): it was signed before anybody there knew, and stands; or it counts
 * for nothing, for ever.
 */
export const quarantineSettle = kind({
  type: 'quarantine.settle',
  place: 'workstation',
  roles: ['reviewer', 'leader', 'secadmin'],
  data: z.strictObject({ ...LATE_SIGNED, verdict: z.enum(['stands', 'void']), reason: HASH }),
});
