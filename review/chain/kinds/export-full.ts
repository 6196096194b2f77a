import { z } from 'zod';
import { HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** An export that shows titles: the ledger itself is sensitive (workflow.md §3), so it needs a reason. */
export const exportFull = kind({
  type: 'export.full',
  place: 'workstation',
  roles: ['reviewer', 'leader'],
  data: z.strictObject({ what: z.string().regex(/^[a-z][a-z-]{0,39}$/), reason: HASH }),
});
