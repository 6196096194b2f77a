import { crypto } from '../../../../host/crypto.ts';
import { foldRoster } from '../../../../review/chain/roster.ts';
import { sealRosterEntry } from '../../../../review/chain/roster-entry.ts';
import { must } from './case-builder.ts';
import type { TestDesk } from './test-desk.ts';

/** The root key takes a person's key away, and one workstation is told. */
export function revoke(bench: TestDesk, { keys }: TestDesk, p: string): void {
  const log = bench.store.roster();
  const state = foldRoster(crypto, log).now;
  const root = keys.localRoot();
  const key = state?.people.get(p)?.keys.values().next().value;
  if (!state || !root || !key) throw new Error('nobody to revoke');
  const head = { v: 1, alg: 'ed25519-sha256', org: state.org, seq: log.length + 1, prev: state.head } as const;
  const { at } = bench.clock.now();
  const data = { p, key, reason: 'left' } as const;
  must(bench.store.appendRoster([must(sealRosterEntry(crypto, root, { ...head, type: 'revoke', at, data })).envelope]));
}
