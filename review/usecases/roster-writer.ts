/** Signs entries of the roster log and appends them; nothing enters that reading it back would not accept. */
import { foldRoster, type RosterState } from '../chain/roster.ts';
import { type RosterBody, type RosterClaim, sealRosterEntry } from '../chain/roster-entry.ts';
import { rosterHome } from '../chain/roster-state.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { Envelope, Signer } from '../ports.ts';
import type { DeskParts } from './desk-parts.ts';
import { workstationName } from './people-of.ts';

export interface SignedClaim {
  /** What is signed; what answers to an entry of the same call is made from the ids of those before it. */
  readonly claim: RosterClaim | ((before: readonly string[]) => RosterClaim);
  readonly signer: Signer;
}

/** Why the roster is not changed on this workstation: written on two of them it would split, and neither would take the other's packages. */
export function elsewhereWhy({ ports, roster }: DeskParts): string | undefined {
  const state = roster().now;
  const home = state && rosterHome(state);
  if (home === undefined || home === ports.store.head().ws) return undefined;
  return `名册只在 ${workstationName(roster(), home)} 上变更，免得两台各改一份；变更后用数据包带到本机`;
}

/** Appends entries one after another, all or nothing. Codes: roster-elsewhere, those of `appendHere`. */
export function appendRoster(parts: DeskParts, claims: readonly SignedClaim[]): Result<null> {
  parts.refreshRoster();
  const elsewhere = elsewhereWhy(parts);
  return elsewhere === undefined ? appendHere(parts, claims) : fail('roster-elsewhere', `没有办理：${elsewhere}。`);
}

/** The same on whatever workstation: for the entries that make this one the roster's. Codes: not-set-up, roster-refused, those of `Store.appendRoster`. */
export function appendHere(parts: DeskParts, claims: readonly SignedClaim[]): Result<null> {
  const { ports } = parts;
  const state = parts.refreshRoster().now;
  if (!state) return fail('not-set-up', '先审还没有建立单位和人员，请先完成设置。');
  const sealed = sealClaims(parts, state, claims);
  if (!sealed.ok) return sealed;
  const log = ports.store.roster();
  const problem = foldRoster(parts.crypto, [...log, ...sealed.data]).problems[0];
  if (problem) return fail('roster-refused', `名册没有改动：${problem.message}。`);
  const written = ports.store.appendRoster(sealed.data);
  if (!written.ok) return written;
  parts.refreshRoster();
  return ok(null);
}

function sealClaims({ ports }: DeskParts, state: RosterState, claims: readonly SignedClaim[]): Result<readonly Envelope[]> {
  const { at } = ports.clock.now();
  const envelopes: Envelope[] = [];
  const ids: string[] = [];
  let prev = state.head;
  let seq = ports.store.roster().length;
  for (const { claim, signer } of claims) {
    seq += 1;
    const own = typeof claim === 'function' ? claim(ids) : claim;
    const body = { v: 1, alg: 'ed25519-sha256', org: state.org, seq, prev, at, ...own } as RosterBody;
    const sealed = sealRosterEntry(ports.crypto, signer, body);
    if (!sealed.ok) return sealed;
    envelopes.push(sealed.data.envelope);
    prev = sealed.data.id;
    ids.push(prev);
  }
  return ok(envelopes);
}
