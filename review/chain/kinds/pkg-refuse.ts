import { z } from 'zod';
import { COUNT, HASH, MADE_ID } from '../fields.ts';
import { kind } from './kind.ts';

/** A file offered as a package was turned away: its digest, its size and the code why. Nothing of it was kept. */
export const pkgRefuse = kind({
  type: 'pkg.refuse',
  place: 'workstation',
  roles: ['drafter', 'reviewer', 'leader'],
  data: z.strictObject({
    sha256: HASH,
    size: COUNT,
    code: z.string().regex(/^[a-z][a-z-]{0,39}$/),
    /** The roster was written on two workstations: the sender, the first entry that differs, its id here and there. */
    fork: z.strictObject({ ws: MADE_ID, seq: COUNT.min(2), own: HASH, other: HASH }).optional(),
  }),
});
