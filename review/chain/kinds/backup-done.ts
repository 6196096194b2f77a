import { z } from 'zod';
import { COUNT, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** A copy of the journal up to `size` was made and read back; where it lies is nobody's business but this machine's. */
export const backupDone = kind({
  type: 'backup.done',
  place: 'workstation',
  roles: ['workstation', 'sysadmin', 'secadmin', 'auditor', 'reviewer', 'leader', 'head', 'drafter'],
  data: z.strictObject({ size: COUNT, head: HASH, copies: COUNT.min(1), drill: z.boolean() }),
});
