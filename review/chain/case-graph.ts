import type { ChainEvent } from './event.ts';

/** Who came before whom in one case, by `parents` alone: clocks and storage order prove nothing. */
export interface CaseGraph {
  /** Events so that parents stand before children; events without a path to their parents are left out. */
  readonly ordered: readonly ChainEvent[];
  /** True when `earlier` is an ancestor of `later` (never of itself). */
  precedes(earlier: string, later: string): boolean;
  /** Ancestors of an event, in order. */
  ancestors(id: string): readonly ChainEvent[];
  /** Ids nobody names as a parent, ascending: the parents of the next event. */
  readonly heads: readonly string[];
  /** True when every parent is there and exactly one event opens the case. */
  readonly complete: boolean;
}

/** Builds the graph of one case. Ancestor sets are bit sets, so that cases with thousands of decisions stay quick. */
export function caseGraph(events: readonly ChainEvent[]): CaseGraph {
  const ordered = order(events);
  const place = new Map(ordered.map((event, index) => [event.id, index]));
  const before: bigint[] = [];
  for (const event of ordered) {
    let bits = 0n;
    for (const parent of event.body.parents) {
      const index = place.get(parent) ?? 0;
      bits |= (before[index] ?? 0n) | (1n << BigInt(index));
    }
    before.push(bits);
  }
  const precedes = (earlier: string, later: string): boolean => {
    const a = place.get(earlier);
    const b = place.get(later);
    return a !== undefined && b !== undefined && (((before[b] ?? 0n) >> BigInt(a)) & 1n) === 1n;
  };
  const named = new Set(events.flatMap((event) => event.body.parents));
  return {
    ordered,
    precedes,
    ancestors: (id) => ordered.filter((event) => precedes(event.id, id)),
    heads: ordered
      .map((event) => event.id)
      .filter((id) => !named.has(id))
      .sort(),
    complete: ordered.length === events.length && events.filter((event) => event.body.parents.length === 0).length === 1,
  };
}

/** Parents first, and the same order for everybody whatever order the events came in: by length of the longest path, then by id. */
function order(events: readonly ChainEvent[]): readonly ChainEvent[] {
  const depth = new Map<string, number>();
  const ordered: ChainEvent[] = [];
  let waiting = [...events];
  while (waiting.length > 0) {
    const later: ChainEvent[] = [];
    for (const event of waiting) {
      const { parents } = event.body;
      if (!depth.has(event.id) && parents.every((parent) => depth.has(parent))) {
        depth.set(event.id, 1 + Math.max(0, ...parents.map((parent) => depth.get(parent) ?? 0)));
        ordered.push(event);
      } else later.push(event);
    }
    if (later.length === waiting.length) break;
    waiting = later;
  }
  const deep = (event: ChainEvent): number => depth.get(event.id) ?? 0;
  return ordered.sort((a, b) => deep(a) - deep(b) || (a.id < b.id ? -1 : 1));
}
