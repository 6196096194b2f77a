import { z } from 'zod';
import { COUNT, HASH, INSTANT, MADE_ID } from '../fields.ts';
import { kind } from './kind.ts';
import { LATE_SIGNED } from './quarantine-settle.ts';

/**
 * A package was taken in. `from` and `note` are the sender's checkpoint: from here on this journal vouches for how far the sender's
 * had come (signoff-design 5.5). `forks` counts events that contradict others of the same number.
 */
export const pkgImport = kind({
  type: 'pkg.import',
  place: 'workstation',
  roles: ['drafter', 'reviewer', 'leader'],
  data: z.strictObject({
    package: HASH,
    from: z.strictObject({ ws: MADE_ID, inc: COUNT.min(1), seq: COUNT.min(1), id: HASH }),
    note: HASH,
    /** Package of ours that it answers. */
    receipt: HASH.optional(),
    /** Newest time of an event that came from others in this or an earlier package: the clock here is judged by it. */
    newest: INSTANT.optional(),
    events: COUNT,
    contents: COUNT,
    roster: COUNT,
    forks: COUNT,
    /** New events under keys that had been revoked, as this workstation knew before; absent where there are none. */
    late: z.array(z.strictObject(LATE_SIGNED)).min(1).max(100).optional(),
  }),
});
