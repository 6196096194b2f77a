/** What a reading of the clock says about itself (signoff-design 7). Order never comes from here. */
import type { Moment } from '../ports.ts';
import type { ClockFlag } from './kinds/index.ts';

/** No honest clock is earlier than the year in which this program was written. */
export const BUILD_DAY = '2026-01-01T00:00:00+08:00';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Flags of a reading against the reading of the event before it, ascending. Instants are ISO texts with offset. */
export function clockFlags(previous: Moment | undefined, now: Moment): ClockFlag[] {
  const at = Date.parse(now.at);
  const flags: ClockFlag[] = [];
  if (previous) {
    const passed = at - Date.parse(previous.at);
    if (passed < -2 * MINUTE) flags.push('back');
    if (previous.boot === now.boot && Math.abs(passed - (now.mono - previous.mono)) > 5 * MINUTE) flags.push('drift');
    if (passed > 30 * DAY) flags.push('jump');
  }
  if (at < Date.parse(BUILD_DAY)) flags.push('preBuild');
  return flags;
}
