/** What a reading of the clock says about itself (signoff-design 7). Order never comes from here. */
import type { Moment } from '../ports.ts';
import type { ClockFlag } from './kinds/index.ts';

/** No honest clock is earlier than the year in which this program was written. */
export const BUILD_DAY = '2026-01-01T00:00:00+08:00';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Flags of a reading against the reading of the event before it, and against the newest time taken in from other workstations
 * (`peer`), ascending. Instants are ISO texts with offset.
 */
export function clockFlags(previous: Moment | undefined, now: Moment, peer?: string): ClockFlag[] {
  const at = Date.parse(now.at);
  const passed = previous ? at - Date.parse(previous.at) : 0;
  const drifted = previous?.boot === now.boot && Math.abs(passed - (now.mono - previous.mono)) > 5 * MINUTE;
  const flags: readonly (readonly [ClockFlag, boolean])[] = [
    ['back', passed < -2 * MINUTE],
    ['behindPeer', peer !== undefined && at < Date.parse(peer) - DAY],
    ['drift', drifted],
    ['jump', passed > 30 * DAY],
    ['preBuild', at < Date.parse(BUILD_DAY)],
  ];
  return flags.flatMap(([flag, raised]) => (raised ? [flag] : []));
}
