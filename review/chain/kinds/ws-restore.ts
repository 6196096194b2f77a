import { z } from 'zod';
import { COUNT, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/**
 * The journal of this workstation goes on after records were lost: `from` is the last event that is still there, `lost` the head that
 * the anchor knew. Opens a new incarnation, so that nothing written now can be taken for what was lost.
 */
export const wsRestore = kind({
  type: 'ws.restore',
  place: 'workstation',
  roles: ['sysadmin', 'secadmin', 'reviewer', 'leader'],
  data: z.strictObject({
    from: z.strictObject({ inc: COUNT, seq: COUNT, id: HASH }),
    lost: z.strictObject({ inc: COUNT, seq: COUNT, id: HASH }).optional(),
    reason: HASH,
  }),
});
