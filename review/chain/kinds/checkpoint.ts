import { z } from 'zod';
import { COUNT, HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** What made a checkpoint due (signoff-design 5.2). */
export const CHECKPOINT_REASONS = {
  act: '签批或放行之后',
  close: '关闭程序时',
  count: '满200条',
  export: '导出时',
  import: '导入数据包之后',
  restore: '恢复之后',
} as const;

/**
 * The journal of this workstation up to the event before: how many events, the Merkle root over their ids, and the digest of the
 * note whose first 130 bits are the printed code. Made by the workstation, so that no person can leave it out.
 */
export const checkpoint = kind({
  type: 'checkpoint',
  place: 'workstation',
  roles: ['workstation'],
  data: z.strictObject({
    size: COUNT.min(1),
    root: HASH,
    note: HASH,
    why: keysOf(CHECKPOINT_REASONS),
  }),
});
