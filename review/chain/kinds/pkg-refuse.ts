import { z } from 'zod';
import { COUNT, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** A file offered as a package was turned away: its digest, its size and the code why. Nothing of it was kept. */
export const pkgRefuse = kind({
  type: 'pkg.refuse',
  place: 'workstation',
  roles: ['drafter', 'reviewer', 'leader'],
  data: z.strictObject({ sha256: HASH, size: COUNT, code: z.string().regex(/^[a-z][a-z-]{0,39}$/) }),
});
