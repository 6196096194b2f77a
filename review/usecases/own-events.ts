import { decodeUtf8 } from '../chain/utf8.ts';
import type { Store, StoredEvent } from '../ports.ts';

/**
 * This workstation's events of one kind, oldest first. `mark` is how a canonical body names its type, so that columns need not be
 * believed. Lists and packs that another workstation put in force came in a package: they are not in force here until somebody takes
 * them over (adoption.ts).
 */
export function ownEvents(store: Pick<Store, 'events' | 'head'>, mark: string): readonly StoredEvent[] {
  // The last key of a canonical body is its own workstation; inside, data may name others.
  const own = `"ws":"${store.head().ws}"}`;
  return store.events().filter((row) => {
    const text = decodeUtf8(row.body);
    return text?.includes(mark) && text.endsWith(own);
  });
}
