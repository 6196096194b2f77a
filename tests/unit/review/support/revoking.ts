import { crypto } from '../../../../host/crypto.ts';
import { foldRoster, type RosterState } from '../../../../review/chain/roster.ts';
import { type RosterChange, sealRosterEntry } from '../../../../review/chain/roster-entry.ts';
import { must } from './case-builder.ts';
import type { TestDesk } from './test-desk.ts';

/** The root key changes the roster, and one workstation is told. */
export function changeRoster(bench: TestDesk, { keys }: TestDesk, change: (state: RosterState) => RosterChange): void {
  const log = bench.store.roster();
  const state = foldRoster(crypto, log).now;
  const root = keys.localRoot();
  if (!state || !root) throw new Error('no roster to change');
  const head = { v: 1, alg: 'ed25519-sha256', org: state.org, seq: log.length + 1, prev: state.head } as const;
  const { at } = bench.clock.now();
  must(bench.store.appendRoster([must(sealRosterEntry(crypto, root, { ...head, at, ...change(state) })).envelope]));
}

/** Takes a person's key away. */
export const revoke = (bench: TestDesk, office: TestDesk, p: string): void =>
  changeRoster(bench, office, ({ people }) => {
    const key = people.get(p)?.keys.values().next().value;
    if (!key) throw new Error('nobody to revoke');
    return { type: 'revoke', data: { p, key, reason: 'left' } };
  });
