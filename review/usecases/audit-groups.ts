import type { EventType } from '../chain/kinds/index.ts';
import type { AuditGroup } from '../model/index.ts';

/** Kinds of each group; `all` has none, because it has all. */
export const GROUP_TYPES: Readonly<Record<Exclude<AuditGroup, 'all'>, readonly EventType[]>> = {
  attempts: ['auth.fail'],
  exports: ['export.file', 'export.full'],
  releases: ['release', 'publish.record', 'takedown'],
  clock: ['clock.flag'],
  checkpoints: ['checkpoint'],
  grave: ['consent', 'blob.shred', 'ws.restore', 'draft.refuse', 'quarantine.settle'],
  rules: ['list.import', 'pack.install'],
  reviews: ['audit.review'],
};
