/** A package judged by itself, by somebody who holds no journal: as strictly as an import, and nothing is taken in. */
import { ok, type Result } from '../model/index.ts';
import type { Crypto } from '../ports.ts';
import type { EventBody } from './event.ts';
import { DAMAGED_PACKAGE, type Manifest } from './package-manifest.ts';
import { mergePlan } from './package-merge.ts';
import { openPackage, rosterPart } from './package-read.ts';
import { ZERO_ID } from './pae.ts';

export interface PackageReport {
  readonly id: string;
  readonly office: string;
  /** Key id of the unit root key the roster begins with. It vouches for itself: compare it with paper. */
  readonly root: string;
  readonly manifest: Pick<Manifest, 'from' | 'to' | 'receipt' | 'at' | 'events' | 'contents'>;
  readonly roster: { readonly entries: number; readonly people: number; readonly workstations: number };
  /** How many events there are of each workstation. */
  readonly workstations: readonly { readonly ws: string; readonly events: number }[];
  /** Numbers of the cases whose registration it holds, ascending. */
  readonly cases: readonly string[];
  /** Places at which two events contradict each other. */
  readonly forks: readonly Pick<EventBody, 'ws' | 'inc' | 'seq'>[];
}

/**
 * Parts of a package as they lay in the archive. Whether its contents are what the events commit to is only known to whoever has the
 * passphrase. Codes: those of `openPackage` and `mergePlan`.
 */
export function inspectPackage(crypto: Crypto, parts: ReadonlyMap<string, Uint8Array>): Result<PackageReport> {
  const own = rosterPart(parts);
  if (!own) return DAMAGED_PACKAGE;
  const opened = openPackage(crypto, parts, own);
  if (!opened.ok) return opened;
  const nothing = { head: { ws: '', inc: 1, seq: 0, id: ZERO_ID }, events: [], forks: [] };
  const plan = mergePlan({ crypto, ...nothing }, opened.data);
  if (!plan.ok) return plan;
  const { id, manifest, roster, newRoster } = opened.data;
  const { from, to, receipt, at, events, contents } = manifest;
  const bodies = [...plan.data.bodies.values()];
  const counts = Map.groupBy(bodies, ({ ws }) => ws);
  return ok({
    id,
    office: roster.now?.office ?? '',
    root: roster.now?.rootKey ?? '',
    manifest: { from, ...(to === undefined ? {} : { to }), ...(receipt === undefined ? {} : { receipt }), at, events, contents },
    roster: {
      entries: own.length + newRoster.length,
      people: roster.now?.people.size ?? 0,
      workstations: roster.now?.workstations.size ?? 0,
    },
    workstations: [...counts].map(([ws, of]) => ({ ws, events: of.length })).sort((a, b) => (a.ws < b.ws ? -1 : 1)),
    cases: bodies.flatMap(({ type, data }) => (type === 'case.create' ? [data.number] : [])).sort(),
    forks: plan.data.news
      .filter(({ fork }) => fork)
      .flatMap(({ event }) => plan.data.bodies.get(event.id) ?? [])
      .map(({ ws, inc, seq }) => ({ ws, inc, seq })),
  });
}
