/** How late it was on other workstations, as far as a journal knows: what `behindPeer` is judged by (signoff-design 7). */
import type { EventBody } from './event.ts';

/**
 * Newest time a journal has taken in from others, with an event of its own: an import is itself judged by what it brings. Undefined
 * while it has taken in nothing.
 */
export const peerAfter = ({ type, data }: EventBody, before: string | undefined): string | undefined =>
  type === 'pkg.import' ? (data.newest ?? before) : before;

/** The later of what was known and the times of events that are taken in. A clock that was flagged is no witness against another. */
export function newestOfPeers(known: string | undefined, events: Iterable<Pick<EventBody, 'at' | 'flags'>>): string | undefined {
  let newest = known;
  for (const { at, flags } of events)
    if (flags.length === 0 && (newest === undefined || Date.parse(at) > Date.parse(newest))) newest = at;
  return newest;
}
