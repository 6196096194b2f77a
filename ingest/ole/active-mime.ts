import { inflateSync } from 'node:zlib';
import { startsWith } from '../format.ts';
import { LIMITS } from '../limits.ts';

/** Where the packed data begin in the wrappings that Office is known to write. */
const PLACES = [0x32, 0x22a];

/**
 * The compound file in a wrapping that Office puts round macros and objects in saved web pages and in XML (ActiveMime: a head of
 * fifty bytes, then deflate). Undefined for anything else and for data past the limit of an entry.
 */
export function unwrapActiveMime(bytes: Uint8Array): Uint8Array | undefined {
  if (!startsWith(bytes, 'ActiveMime')) return undefined;
  for (const place of PLACES) {
    try {
      return Uint8Array.from(inflateSync(bytes.subarray(place), { maxOutputLength: LIMITS.entry }));
    } catch (error) {
      // Of the known places one fits; data that fit none stay wrapped, and the caller says that nobody read them.
      if (!(error instanceof Error)) throw error;
    }
  }
  return undefined;
}
