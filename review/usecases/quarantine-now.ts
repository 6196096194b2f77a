import { checkEvent } from '../chain/journal.ts';
import { QUARANTINE_TYPES, type Quarantine, quarantineOf } from '../chain/quarantine.ts';
import type { Roster } from '../chain/roster.ts';
import type { Crypto, Store } from '../ports.ts';

/** More than any journal holds of these kinds. */
const ALL = 1_000_000;

/** What is in quarantine by what the store holds now. */
export function quarantineNow(store: Store, crypto: Crypto, roster: Roster): Quarantine {
  const stored = store.newestFirst({ limit: ALL, types: QUARANTINE_TYPES });
  const events = stored.flatMap(({ event }) => checkEvent(crypto, roster, event).event ?? []);
  return quarantineOf(crypto, events, roster);
}
