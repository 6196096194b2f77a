import { z } from 'zod';
import { KEY_ID, MADE_ID } from '../fields.ts';
import { kind } from './kind.ts';

/** The unit root key was written to a file for a stick, or its copy on this machine destroyed; two people were there. */
export const rootMove = kind({
  type: 'root.move',
  place: 'workstation',
  roles: ['reviewer', 'leader', 'secadmin'],
  data: z.strictObject({ what: z.enum(['exported', 'removed']), root: KEY_ID, second: MADE_ID.optional() }),
});
