import { z } from 'zod';
import { COUNT, HASH, MADE_ID } from '../fields.ts';
import { kind } from './kind.ts';

/**
 * A package left this workstation: which (id of its manifest, digest of the file), for whom, with how much. The list of these is what
 * must be collected when contents are destroyed (signoff-design 6.5 and 8).
 */
export const pkgExport = kind({
  type: 'pkg.export',
  place: 'workstation',
  roles: ['reviewer', 'leader'],
  data: z.strictObject({
    package: HASH,
    sha256: HASH,
    /** Workstation it is meant for; absent when for any of the office. */
    to: MADE_ID.optional(),
    /** Package this one answers. */
    receipt: HASH.optional(),
    events: COUNT,
    contents: COUNT,
  }),
});
