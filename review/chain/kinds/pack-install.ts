import { z } from 'zod';
import { COUNT, HASH, KEY_ID, MADE_ID } from '../fields.ts';
import { kind } from './kind.ts';

/** A rule pack that is not the program's came into force, in the version named; versions of a name only rise. */
export const packInstall = kind({
  type: 'pack.install',
  place: 'workstation',
  roles: ['reviewer', 'secadmin'],
  data: z.strictObject({
    pack: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    version: z.string().regex(/^\d{1,6}(?:\.\d{1,6}){0,2}$/),
    rules: COUNT,
    /** Salted commitment to the files, as the store keeps them. */
    content: HASH,
    /** Plain digest of the files: the same on every workstation, part of the rule set's identity. */
    sha256: HASH,
    /** Written inside the program, taken from a signed file, or from the journal of another workstation. */
    origin: z.enum(['own', 'file', 'workstation']),
    /** The install on another workstation that this one takes over. */
    from: z.strictObject({ ws: MADE_ID, event: HASH }).optional(),
    /** Key that signed the file. */
    signed: KEY_ID.optional(),
  }),
});
