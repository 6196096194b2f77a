import { z } from 'zod';
import { KEY_ID } from '../fields.ts';
import { BUSINESS, kind } from './kind.ts';

/** A person gave the key they hold another PIN; the key stays the same. */
export const pinChange = kind({
  type: 'pin.change',
  place: 'workstation',
  roles: [...BUSINESS, 'sysadmin', 'secadmin', 'auditor'],
  data: z.strictObject({ key: KEY_ID }),
});
