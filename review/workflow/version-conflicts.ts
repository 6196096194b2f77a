import type { ChainEvent } from '../chain/event.ts';
import { type EventOf, eventsOf } from './case-facts.ts';
import { MAIN_TEXT, numberOf } from './documents.ts';

type Precedes = (earlier: string, later: string) => boolean;

/** What is done on a version, and falls with it. */
const ON_VERSIONS: readonly string[] = ['doc.add', 'scan.done', 'finding.decide', 'finding.add', 'unread.confirm'];

/**
 * Events of one case that still stand after its conflicts were resolved, and the versions of an open conflict: they do not
 * know of each other, and nobody who knew both has chosen one (signoff-design 6.3). No last writer wins: two choices that do not
 * know of each other leave the conflict open, and so does a later version that merely comes after both.
 */
export function resolvedVersions(
  events: readonly ChainEvent[],
  precedes: Precedes,
): { readonly standing: readonly ChainEvent[]; readonly versionsApart: readonly EventOf<'doc.add'>[] } {
  const documents = eventsOf(events, 'doc.add');
  const documentOf = new Map(documents.map((document) => [document.id, numberOf(document)]));
  const apart = (a: string, b: string): boolean =>
    a !== b && documentOf.get(a) === documentOf.get(b) && !precedes(a, b) && !precedes(b, a);
  const resolves = eventsOf(events, 'conflict.resolve');
  const choosers = (id: string): readonly EventOf<'conflict.resolve'>[] =>
    resolves.filter(({ id: resolve, body: { data } }) => {
      const known = precedes(data.keep, resolve) && precedes(id, resolve) && apart(id, data.keep);
      return known && documents.some((document) => document.id === data.keep);
    });
  const dropped = documents.filter(({ id }) =>
    choosers(id).some((chosen) => resolves.every((other) => other.body.data.keep !== id || precedes(other.id, chosen.id))),
  );
  const fallen = ({ id, body: { data } }: ChainEvent): boolean =>
    dropped.some((document) => {
      if (document.id === id) return true;
      // What was done on another document of the case has nothing to do with the version that falls.
      const of = 'document' in data ? data.document : undefined;
      if ((of ?? MAIN_TEXT) !== numberOf(document)) return false;
      return precedes(document.id, id) && choosers(document.id).every((chosen) => !precedes(chosen.id, id));
    });
  const standing =
    dropped.length === 0 ? events : events.filter((event) => !ON_VERSIONS.includes(event.body.type) || !fallen(event));
  const left = eventsOf(standing, 'doc.add');
  return { standing, versionsApart: left.filter((a) => left.some((b) => apart(a.id, b.id))) };
}
