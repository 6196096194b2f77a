import { z } from 'zod';
import { ascending, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** What may be wrong with the wall clock (signoff-design 7); printed wherever the time is. */
export const CLOCK_FLAGS = {
  back: '时钟倒退',
  behindPeer: '时钟落后于其他工作站',
  drift: '时钟走得不准',
  jump: '时钟跳前超过30天',
  preBuild: '时钟早于程序发布日',
} as const;
export type ClockFlag = keyof typeof CLOCK_FLAGS;

export const FLAGS = z.array(keysOf(CLOCK_FLAGS)).max(5).refine(ascending);

/** Written before the first event that carries a flag its predecessor did not. */
export const clockFlag = kind({
  type: 'clock.flag',
  place: 'workstation',
  roles: ['workstation'],
  data: z.strictObject({ flags: FLAGS.min(1) }),
});
